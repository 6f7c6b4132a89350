import type { CaseChange, ChangeEvent } from '../case/commit.js'
import { type Sealed, type SealedFields, wholeCase } from '../case/sealed.js'
import type { Digest } from '../event/chain.js'
import type { CellWrite } from '../store/port.js'
import { blindIndex, foundCell, lookupsOf } from './blind-index.js'
import { type Cipher, newKey } from './cipher.js'
import { aboutPart, type CasePart } from './part.js'
import { caseCells, type Ring, ringCell, wrapRing } from './ring.js'

/** Changes without what they sealed, and the cells that hold it. */
export interface SealedChanges {
  readonly changes: readonly CaseChange[]
  readonly cells: readonly CellWrite[]
}

/** What sealing takes. */
export interface Sealing {
  readonly cipher: Cipher
  readonly digest: Digest
  /** Told of each ring that got another key. */
  readonly grown: (change: CaseChange, ring: Ring) => void
}

/**
 * Seals what is apart from the events of some changes: at once where the cipher answers at once. Plain loops, since many commands seal
 * something.
 *
 * @param rings those of their cases, in the same order; without keys for a new case
 */
export function sealChanges(
  changes: readonly CaseChange[],
  rings: readonly Ring[],
  sealing: Sealing,
): SealedChanges | Promise<SealedChanges> {
  const cells: CellWrite[] = []
  const waiting: Promise<void>[] = []
  const bare = changes.map((change, n) => sealChange(change, rings[n] as Ring, sealing, cells, waiting))
  const sealed = { changes: bare, cells }
  return waiting.length === 0 ? sealed : Promise.all(waiting).then(() => sealed)
}

type Draft = Record<string, string>

function sealChange(
  change: CaseChange,
  known: Ring,
  sealing: Sealing,
  cells: CellWrite[],
  waiting: Promise<void>[],
): CaseChange {
  const { kind, record, rules } = change
  const { cipher, digest } = sealing
  const { root } = known
  let keys: Map<string, Uint8Array> | undefined
  const keyOf = (subject: string): Uint8Array => {
    const there = (keys ?? known.keys).get(subject)
    if (there !== undefined) return there
    keys ??= new Map(known.keys)
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
    if (sealed === undefined || (texts === undefined && sealed.persons === undefined)) {
      events.push({ type, data })
      continue
    }
    const version = record.version + 1 + events.length
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
    if (sealed.persons !== undefined) {
      for (const person in sealed.persons) {
        const fields = sealed.persons[person] as SealedFields
        if (hasAny(fields)) seal(person, JSON.stringify(fields))
      }
      for (const [person, field, value] of lookupsOf(kind, sealed.persons)) {
        when(blindIndex(cipher, kind.kind, field, value, root), (index) => {
          cells.push({ name: foundCell(index, record.id, person), value: true })
        })
      }
    }
    cells.push({ name: `${caseCells(record.id)}${version}`, value: parts })
    events.push({ type, data, digests })
  }
  if (keys !== undefined) {
    const grown: Ring = { root, keys }
    when(wrapRing(grown, record.id, cipher), (wrapped) => {
      cells.push({ name: ringCell(record.id), value: { key: root.name, ring: wrapped } })
    })
    sealing.grown(change, grown)
  }
  return rules === undefined ? { kind, record, events } : { kind, record, events, rules }
}

/** The part that has the key of the case; undefined where nothing of it is sealed. */
function caseText({ texts, receipt }: Sealed): string | undefined {
  if (receipt === undefined) return hasAny(texts) ? JSON.stringify({ texts } satisfies CasePart) : undefined
  return JSON.stringify((hasAny(texts) ? { texts, receipt } : { receipt }) satisfies CasePart)
}

function hasAny(fields: SealedFields | undefined): fields is SealedFields {
  for (const field in fields) if (fields[field] !== undefined) return true
  return false
}
