import type { CaseChange } from '../case/commit.js'
import { type Sealed, type SealedFields, wholeCase } from '../case/sealed.js'
import { coreErrors } from '../errors.js'
import type { Digest } from '../event/chain.js'
import type { CellWrite } from '../store/port.js'
import { blindIndexes } from './blind-index.js'
import { type Cipher, type Job, newKey } from './cipher.js'
import { aboutPart, type CasePart } from './part.js'
import { caseCells, type Ring, ringCell, wrapJob } from './ring.js'
import type { RootKey } from './root-keys.js'

/** Changes without what they sealed, and the cells that hold it. */
export interface SealedChanges {
  readonly changes: readonly CaseChange[]
  readonly cells: readonly CellWrite[]
  /** To be called when the cells are stored, and not before: only then are the new keys those of the cases. */
  readonly settle?: () => void
}

interface Part {
  readonly change: number
  readonly event: number
  readonly subject: string
}

/**
 * Seals what is apart from the events of some changes.
 *
 * @param rings those of their cases, in the same order; empty for a new case
 * @param tellGrown told of each ring that got another key, when it is stored
 */
export function sealChanges(
  changes: readonly CaseChange[],
  rings: readonly Ring[],
  tellGrown: (change: CaseChange, ring: Ring) => void,
  root: RootKey,
  cipher: Cipher,
  digest: Digest,
): SealedChanges | Promise<SealedChanges> {
  const jobs: Job[] = []
  const parts: Part[] = []
  const grown: { readonly change: CaseChange; readonly ring: Ring }[] = []
  const names: ((index: string) => string)[] = []

  for (const [n, change] of changes.entries()) {
    const { record, events } = change
    const ring = new Map(rings[n])
    const known = ring.size
    for (const [e, { sealed }] of events.entries()) {
      if (sealed === undefined) continue
      const version = record.version + 1 + e
      checkSealed(change, sealed, version)
      for (const [subject, text] of partsOf(sealed)) {
        let key = ring.get(subject)
        if (key === undefined) {
          key = newKey()
          ring.set(subject, key)
        }
        parts.push({ change: n, event: e, subject })
        jobs.push({ do: 'seal', key, text, about: aboutPart(record.id, version, subject) })
      }
    }
    if (ring.size > known) grown.push({ change, ring })
  }
  for (const { change, ring } of grown) jobs.push(wrapJob(ring, change.record.id, root))
  for (const { kind, record, events } of changes) {
    for (const { sealed } of events) {
      for (const one of blindIndexes(kind, record.id, Object.entries(sealed?.persons ?? {}), root)) {
        jobs.push(one.job)
        names.push(one.cell)
      }
    }
  }

  const finish = (results: readonly string[]): SealedChanges => {
    const bare = changes.map(({ events, ...rest }) => ({ ...rest, events: [...events] }))
    const cells = new Map<string, CellWrite>()
    for (const [at, { change, event, subject }] of parts.entries()) {
      const { record, events } = bare[change] as (typeof bare)[number]
      const { type, data, digests = {} } = events[event] as CaseChange['events'][number]
      const text = results[at] as string
      const name = `${caseCells(record.id)}${record.version + 1 + event}`
      events[event] = { type, data, digests: { ...digests, [subject]: digest(text) } }
      const before = cells.get(name)?.value as Readonly<Record<string, string>> | undefined
      cells.set(name, { name, value: { ...before, [subject]: text } })
    }
    let at = parts.length
    for (const { change } of grown) {
      const name = ringCell(change.record.id)
      cells.set(name, { name, value: { key: root.name, ring: results[at++] as string } })
    }
    for (const cell of names) {
      const name = cell(results[at++] as string)
      // The name of the key, so that a rotation finds what is left of an earlier one.
      cells.set(name, { name, value: root.name })
    }
    const settle = (): void => {
      for (const { change, ring } of grown) tellGrown(change, ring)
    }
    return { changes: bare, cells: [...cells.values()], settle }
  }
  const results = cipher.run(jobs)
  return results instanceof Promise ? results.then(finish) : finish(results)
}

/**
 * A person's key stands in names of cells, and `case` is the key of the texts; and what is not a text could be sealed but not shown.
 *
 * @throws KIND_INVALID
 */
function checkSealed({ kind: { kind } }: CaseChange, sealed: Sealed, version: number): void {
  const { texts = {}, persons = {}, receipt } = sealed
  for (const person of Object.keys(persons)) {
    if (person === wholeCase || !/^[A-Za-z][\w-]{0,63}$/.test(person))
      throw coreErrors.KIND_INVALID({ kind, reason: "the keys of persons must be like 'p1'" })
  }
  if (receipt !== undefined && version !== 1)
    throw coreErrors.KIND_INVALID({ kind, reason: 'only the event that opens a case has a receipt' })
  for (const fields of [texts, receipt ?? {}, ...Object.values(persons)]) {
    if (Object.values(fields).some((value) => value !== undefined && typeof value !== 'string'))
      throw coreErrors.KIND_INVALID({ kind, reason: 'it seals something that is not a text' })
  }
}

function* partsOf({
  texts,
  receipt,
  persons = {},
}: Sealed): Generator<readonly [subject: string, text: string]> {
  const part: CasePart = {
    ...(hasAny(texts) ? { texts } : {}),
    ...(receipt === undefined ? {} : { receipt }),
  }
  if (Object.keys(part).length > 0) yield [wholeCase, JSON.stringify(part)]
  for (const [person, fields] of Object.entries(persons))
    if (hasAny(fields)) yield [person, JSON.stringify(fields)]
}

const hasAny = (fields: SealedFields | undefined): fields is SealedFields =>
  fields !== undefined && Object.values(fields).some((value) => value !== undefined)
