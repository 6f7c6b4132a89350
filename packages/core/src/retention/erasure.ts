import type { Engine } from '../case/engine.js'
import type { AnyRecord } from '../case/record.js'
import { wholeCase } from '../case/sealed.js'
import type { WiredKind } from '../case/wire.js'
import { cellsOf, openCase } from '../personal/open.js'
import type { CellWrite } from '../store/port.js'
import { cellsThatFind } from '../vault/blind-index.js'
import { caseCells, type Ring, ringCell, unwrapRing, wrapRing } from '../vault/ring.js'
import type { Vault } from '../vault/vault.js'

/**
 * What to write so that nothing opens the data of some subjects any more: their keys go, what the keys sealed goes, and so do the
 * indexes that find them. `case` takes everything.
 */
export async function erasure(
  engine: Engine,
  kind: WiredKind,
  record: AnyRecord,
  subjects: readonly string[],
): Promise<readonly CellWrite[]> {
  const { vault } = engine
  if (vault === undefined) return []
  const { id } = record
  const cells = await cellsOf(engine, id)
  const ringAt = cells.get(ringCell(id))
  if (ringAt === undefined) return []
  const ring = await unwrapRing(ringAt, id, vault.roots, vault.cipher)
  const whole = subjects.includes(wholeCase)
  const isGone = (subject: string): boolean => whole || subjects.includes(subject)

  const writes: CellWrite[] = [...(await indexesOf(engine, vault, kind, record, ring, isGone))]
  const left = new Map([...ring.keys].filter(([subject]) => !isGone(subject)))
  if (left.size === 0) return [...writes, ...[...cells.keys()].map((name) => ({ name, value: undefined }))]

  // With the key it had: the indexes of those who stay were made with it.
  const wrapped = await wrapRing({ root: ring.root, keys: left }, id, vault.cipher)
  writes.push({ name: ringCell(id), value: { key: ring.root.name, ring: wrapped } })
  for (const { name, value } of cells.values()) {
    if (name === ringCell(id) || !name.startsWith(caseCells(id))) continue
    const parts = Object.entries(value as Readonly<Record<string, string>>)
    const kept = parts.filter(([subject]) => !isGone(subject))
    if (kept.length === parts.length) continue
    writes.push({ name, value: kept.length === 0 ? undefined : Object.fromEntries(kept) })
  }
  return writes
}

/** The removal of the blind indexes of those who go. */
async function indexesOf(
  engine: Engine,
  { cipher }: Vault,
  kind: WiredKind,
  record: AnyRecord,
  { root }: Ring,
  isGone: (subject: string) => boolean,
): Promise<readonly CellWrite[]> {
  const { persons } = await openCase(engine, record, await engine.store.read(record.id))
  const gone = Object.fromEntries([...persons].filter(([person]) => isGone(person)))
  const names = await cellsThatFind(cipher, kind, record.id, gone, root)
  return names.map((name) => ({ name, value: undefined }))
}
