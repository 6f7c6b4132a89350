import type { Engine } from '../case/engine.js'
import type { AnyRecord } from '../case/record.js'
import { wholeCase } from '../case/sealed.js'
import type { WiredKind } from '../case/wire.js'
import { isPlatformError } from '../errors.js'
import { cellsOf, openCase } from '../personal/open.js'
import { cellPages } from '../store/pages.js'
import type { CellWrite } from '../store/port.js'
import { cellsThatFind, indexCells } from '../vault/blind-index.js'
import { type Ring, ringCell, unwrapRing, wrapRing } from '../vault/ring.js'
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
  if (cells.size === 0) return []
  const removed = (names: Iterable<string>) => [...names].map((name) => ({ name, value: undefined }))
  const whole = subjects.includes(wholeCase)
  const isGone = (subject: string): boolean => whole || subjects.includes(subject)

  let indexes: Iterable<string>
  try {
    indexes = await indexesOf(engine, vault, kind, record, isGone)
  } catch (error) {
    // What is damaged must not stay for ever: all of it can go without being opened.
    if (!whole || !isPlatformError(error) || error.code !== 'VAULT_DAMAGED') throw error
    indexes = await listedIndexes(engine, id)
  }
  const writes: CellWrite[] = removed(indexes)
  const ringAt = cells.get(ringCell(id))
  if (whole || ringAt === undefined) return [...writes, ...removed(cells.keys())]
  const ring: Ring = await unwrapRing(ringAt, id, vault.roots, vault.cipher)
  const left = new Map([...ring].filter(([subject]) => !isGone(subject)))
  if (left.size === 0) return [...writes, ...removed(cells.keys())]

  const root = vault.roots.current()
  const wrapped = await wrapRing(left, id, root, vault.cipher)
  writes.push({ name: ringCell(id), value: { key: root.name, ring: wrapped } })
  for (const { name, value } of cells.values()) {
    if (name === ringCell(id)) continue
    const parts = Object.entries(value as Readonly<Record<string, string>>)
    const kept = parts.filter(([subject]) => !isGone(subject))
    if (kept.length === parts.length) continue
    writes.push({ name, value: kept.length === 0 ? undefined : Object.fromEntries(kept) })
  }
  return writes
}

/** The blind indexes of those who go, of every value that they ever had and under every key that it may still be found with. */
async function indexesOf(
  engine: Engine,
  { cipher, roots }: Vault,
  kind: WiredKind,
  record: AnyRecord,
  isGone: (subject: string) => boolean,
): Promise<ReadonlySet<string>> {
  const { sealed } = await openCase(engine, record, await engine.store.read(record.id))
  const gone = sealed.filter(([person]) => isGone(person))
  const names = new Set<string>()
  for (const key of roots.names) {
    for (const name of await cellsThatFind(cipher, kind, record.id, gone, await roots.load(key)))
      names.add(name)
  }
  return names
}

/** The blind indexes of a case by their names alone: slow, since it looks at those of all cases. */
async function listedIndexes({ store }: Engine, id: string): Promise<readonly string[]> {
  const names: string[] = []
  for await (const page of cellPages(store, indexCells, 1000))
    for (const { name } of page) if (name.split('/')[2] === id) names.push(name)
  return names
}
