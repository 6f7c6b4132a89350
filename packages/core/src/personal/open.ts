import type { Engine } from '../case/engine.js'
import type { AnyRecord } from '../case/record.js'
import { type SealedFields, wholeCase } from '../case/sealed.js'
import { coreErrors, isPlatformError } from '../errors.js'
import type { RecordedEvent } from '../event/event.js'
import { cellPages } from '../store/pages.js'
import type { NamedCell } from '../store/port.js'
import { type CasePart, openPart, partOf } from '../vault/part.js'
import { caseCells, type Ring, ringCell, unwrapRing } from '../vault/ring.js'
import type { Vault } from '../vault/vault.js'

/** What the vault holds of a case, opened. */
export interface OpenedCase {
  /** By the version of the event beside which it was sealed. */
  readonly parts: ReadonlyMap<number, CasePart>
  /** The fields of each person; what was sealed later covers what was sealed before. */
  readonly persons: ReadonlyMap<string, SealedFields>
  /** The fields of persons as they were sealed, one after the other, with what is covered by now. */
  readonly sealed: readonly (readonly [person: string, fields: SealedFields])[]
}

/** The sealed cells of a case by their names: its keys and its parts. */
export async function cellsOf(engine: Engine, id: string): Promise<ReadonlyMap<string, NamedCell>> {
  const cells = new Map<string, NamedCell>()
  for await (const page of cellPages(engine.store, caseCells(id)))
    for (const cell of page) cells.set(cell.name, cell)
  return cells
}

/**
 * Opens what was sealed beside the given events and is not erased. Whatever an event says was sealed must be there and unchanged.
 *
 * @throws VAULT_DAMAGED, KEY_UNAVAILABLE, and VERSION_CONFLICT where the case went on while it was read
 */
export async function openCase(
  engine: Engine,
  record: AnyRecord,
  events: readonly RecordedEvent[],
): Promise<OpenedCase> {
  try {
    return await openEvents(engine, record, events)
  } catch (error) {
    const isDamaged = isPlatformError(error) && error.code === 'VAULT_DAMAGED'
    const later = isDamaged ? await engine.store.read(record.id, record.version) : []
    // Nothing is damaged: somebody has erased it in between.
    if (later.length > 0) {
      const { id, version } = record
      throw coreErrors.VERSION_CONFLICT({ stream: id, expected: version, actual: version + later.length })
    }
    throw error
  }
}

async function openEvents(
  engine: Engine,
  { id, custody: { erased } }: AnyRecord,
  events: readonly RecordedEvent[],
): Promise<OpenedCase> {
  const { cipher, roots } = engine.vault as Vault
  const parts = new Map<number, CasePart>()
  const persons = new Map<string, SealedFields>()
  const all: (readonly [string, SealedFields])[] = []
  const cells = await cellsOf(engine, id)
  const ringAt = cells.get(ringCell(id))
  const ring: Ring = ringAt === undefined ? new Map() : await unwrapRing(ringAt, id, roots, cipher)

  for (const { version, sealed = {} } of events) {
    const cell = cells.get(`${caseCells(id)}${version}`)?.value
    for (const [subject, digest] of Object.entries(sealed)) {
      if (erased.includes(subject) || erased.includes(wholeCase)) continue
      const [text, key] = [partOf(cell, subject), ring.get(subject)]
      if (text === undefined || key === undefined || engine.digest(text) !== digest)
        throw coreErrors.VAULT_DAMAGED({ id })
      const opened = await openPart(cipher, { id, version, subject }, key, text)
      if (subject === wholeCase) {
        parts.set(version, opened as CasePart)
        continue
      }
      const fields = opened as SealedFields
      all.push([subject, fields])
      persons.set(subject, { ...persons.get(subject), ...fields })
    }
  }
  return { parts, persons, sealed: all }
}
