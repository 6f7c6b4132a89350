import type { CaseChange, ChangeEvent } from '../case/change.js'
import { type Sealed, type SealedFields, wholeCase } from '../case/sealed.js'
import { coreErrors } from '../errors.js'
import type { Digest } from '../event/chain.js'
import type { CellWrite } from '../store/port.js'
import { blindIndex, foundCell, lookupsOf } from './blind-index.js'
import { type Cipher, newKey } from './cipher.js'
import { aboutPart, type CasePart } from './part.js'
import { caseCells, type Ring, ringCell, wrapRing } from './ring.js'
import type { RootKey } from './root-keys.js'

/** Changes without what they sealed, and the cells that hold it. */
export interface SealedChanges {
  readonly changes: readonly CaseChange[]
  readonly cells: readonly CellWrite[]
  /** To be called when the cells are stored, and not before: only then are the new keys those of the cases. */
  readonly settle?: () => void
}

/** What sealing takes. */
export interface Sealing {
  readonly root: RootKey
  readonly cipher: Cipher
  readonly digest: Digest
  /** Told of each ring that got another key, once it is stored. */
  readonly grown: (change: CaseChange, ring: Ring) => void
}

/**
 * Seals what is apart from the events of some changes: at once where the cipher answers at once. Plain loops, since many commands seal
 * something.
 *
 * @param rings those of their cases, in the same order; empty for a new case
 */
export function sealChanges(
  changes: readonly CaseChange[],
  rings: readonly Ring[],
  sealing: Sealing,
): SealedChanges | Promise<SealedChanges> {
  const cells: CellWrite[] = []
  const waiting: Promise<void>[] = []
  const grown: (() => void)[] = []
  const bare = changes.map((change, n) =>
    sealChange(change, rings[n] as Ring, sealing, { cells, waiting, grown }),
  )
  const settle = (): void => {
    for (const tell of grown) tell()
  }
  const sealed = { changes: bare, cells, settle }
  return waiting.length === 0 ? sealed : Promise.all(waiting).then(() => sealed)
}

type Draft = Record<string, string>

/** What sealing has made so far. */
interface Made {
  readonly cells: CellWrite[]
  readonly waiting: Promise<void>[]
  readonly grown: (() => void)[]
}

function sealChange(
  change: CaseChange,
  known: Ring,
  sealing: Sealing,
  { cells, waiting, grown }: Made,
): CaseChange {
  const { kind, record, rules } = change
  const { cipher, digest, root } = sealing
  let keys: Map<string, Uint8Array> | undefined
  const keyOf = (subject: string): Uint8Array => {
    const there = (keys ?? known).get(subject)
    if (there !== undefined) return there
    keys ??= new Map(known)
    const key = newKey()
    keys.set(subject, key)
    return key
  }
  /** Uses a result now, or when it is there. */
  const when = (result: string | Promise<string>, use: (text: string) => void): void => {
    if (typeof result === 'string') use(result)
    else waiting.push(result.then(use))
  }

  const events: ChangeEvent[] = []
  for (const event of change.events) {
    const { type, data, sealed } = event
    const texts = sealed === undefined ? undefined : caseText(sealed)
    const version = record.version + 1 + events.length
    if (sealed !== undefined) checkSealed(change, sealed, version)
    if (sealed === undefined || (texts === undefined && !hasPersons(sealed))) {
      events.push({ type, data })
      continue
    }
    const parts: Draft = {}
    const digests: Draft = {}
    const seal = (subject: string, text: string): void => {
      // Its place first: the order of the digests must not hang on which promise is faster.
      digests[subject] = ''
      when(cipher.seal(keyOf(subject), text, aboutPart(record.id, version, subject)), (part) => {
        parts[subject] = part
        digests[subject] = digest(part)
      })
    }
    if (texts !== undefined) seal(wholeCase, texts)
    for (const person in sealed.persons) {
      const fields = sealed.persons[person]
      if (!hasAny(fields)) continue
      seal(person, JSON.stringify(fields))
      for (const [field, value] of lookupsOf(kind, fields)) {
        when(blindIndex(cipher, kind.kind, field, value, root), (index) => {
          // The name of the key, so that a rotation finds what is left of an earlier one.
          cells.push({ name: foundCell(index, record.id, person), value: root.name })
        })
      }
    }
    cells.push({ name: `${caseCells(record.id)}${version}`, value: parts })
    events.push({ type, data, digests })
  }
  if (keys !== undefined) {
    const ring: Ring = keys
    when(wrapRing(ring, record.id, root, cipher), (wrapped) => {
      cells.push({ name: ringCell(record.id), value: { key: root.name, ring: wrapped } })
    })
    grown.push(() => sealing.grown(change, ring))
  }
  return rules === undefined ? { kind, record, events } : { kind, record, events, rules }
}

/**
 * A person's key stands in names of cells, and `case` is the key of the texts; and what is not a text could be sealed but not shown.
 *
 * @throws KIND_INVALID
 */
function checkSealed({ kind: { kind } }: CaseChange, sealed: Sealed, version: number): void {
  const { texts, persons, receipt } = sealed
  const fail = (reason: string) => coreErrors.KIND_INVALID({ kind, reason })
  if (receipt !== undefined && version !== 1) throw fail('only the event that opens a case has a receipt')
  if (!areTexts(texts) || !areTexts(receipt)) throw fail('it seals something that is not a text')
  for (const person in persons) {
    if (person === wholeCase || !/^[A-Za-z][\w-]{0,63}$/.test(person))
      throw fail("the keys of persons must be like 'p1'")
    if (!areTexts(persons[person])) throw fail('it seals something that is not a text')
  }
}

function areTexts(fields: SealedFields | undefined): boolean {
  for (const field in fields) {
    const value: unknown = fields[field]
    if (value !== undefined && typeof value !== 'string') return false
  }
  return true
}

/** The part that has the key of the case; undefined where nothing of it is sealed. */
function caseText({ texts, receipt }: Sealed): string | undefined {
  if (receipt === undefined) return hasAny(texts) ? JSON.stringify({ texts } satisfies CasePart) : undefined
  return JSON.stringify((hasAny(texts) ? { texts, receipt } : { receipt }) satisfies CasePart)
}

function hasPersons({ persons }: Sealed): boolean {
  for (const person in persons) if (hasAny(persons[person])) return true
  return false
}

function hasAny(fields: SealedFields | undefined): fields is SealedFields {
  for (const field in fields) if (fields[field] !== undefined) return true
  return false
}
