import type { Engine } from '../case/engine.js'
import type { AnyRecord } from '../case/record.js'
import { type SealedFields, wholeCase } from '../case/sealed.js'
import { coreErrors } from '../errors.js'
import type { RecordedEvent } from '../event/event.js'
import type { NamedCell } from '../store/port.js'
import { aboutPart, type CasePart } from '../vault/part.js'
import { caseCells, ringCell, unwrapRing } from '../vault/ring.js'
import type { Vault } from '../vault/vault.js'

/** What the vault holds of a case, opened. */
export interface OpenedCase {
  /** By the version of the event beside which it was sealed. */
  readonly parts: ReadonlyMap<number, CasePart>
  /** The fields of each person; what was sealed later covers what was sealed before. */
  readonly persons: ReadonlyMap<string, SealedFields>
}

const pageSize = 200

/** The sealed cells of a case by their names: its keys and its parts. */
export async function cellsOf(engine: Engine, id: string): Promise<ReadonlyMap<string, NamedCell>> {
  const cells = new Map<string, NamedCell>()
  for (let after = ''; ; ) {
    const page = await engine.store.listCells(caseCells(id), after, pageSize)
    for (const cell of page) cells.set(cell.name, cell)
    const last = page.at(-1)
    if (last === undefined || page.length < pageSize) return cells
    after = last.name
  }
}

/**
 * Opens what was sealed beside the given events and is not erased. Whatever an event says was sealed must be there and unchanged.
 *
 * @throws VAULT_DAMAGED, KEY_UNAVAILABLE
 */
export async function openCase(
  engine: Engine,
  record: AnyRecord,
  events: readonly RecordedEvent[],
): Promise<OpenedCase> {
  const vault = engine.vault as Vault
  const { id, custody } = record
  const parts = new Map<number, CasePart>()
  const persons = new Map<string, SealedFields>()
  const cells = await cellsOf(engine, id)
  const ringOf = cells.get(ringCell(id))
  const ring = ringOf === undefined ? undefined : await unwrapRing(ringOf, id, vault.roots, vault.cipher)

  for (const { version, sealed = {} } of events) {
    const cell = cells.get(`${caseCells(id)}${version}`)?.value as
      | Readonly<Record<string, string>>
      | undefined
    for (const [subject, digest] of Object.entries(sealed)) {
      if (custody.erased.includes(subject) || custody.erased.includes(wholeCase)) continue
      const [text, key] = [cell?.[subject], ring?.keys.get(subject)]
      if (text === undefined || key === undefined || engine.digest(text) !== digest)
        throw coreErrors.VAULT_DAMAGED({ id })
      const opened: unknown = JSON.parse(await open(vault, id, key, text, aboutPart(id, version, subject)))
      if (subject === wholeCase) parts.set(version, opened as CasePart)
      else persons.set(subject, { ...persons.get(subject), ...(opened as SealedFields) })
    }
  }
  return { parts, persons }
}

async function open(
  { cipher }: Vault,
  id: string,
  key: Uint8Array,
  text: string,
  about: string,
): Promise<string> {
  try {
    return await cipher.open(key, text, about)
  } catch {
    throw coreErrors.VAULT_DAMAGED({ id })
  }
}
