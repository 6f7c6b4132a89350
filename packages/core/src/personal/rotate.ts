import type { Actor } from '../access/actor.js'
import { notSystem } from '../access/rules.js'
import { again } from '../case/again.js'
import { kindOf } from '../case/any-case.js'
import type { Engine } from '../case/engine.js'
import { loadFresh } from '../case/load.js'
import { coreErrors } from '../errors.js'
import { cellPages } from '../store/pages.js'
import type { CellWrite, NamedCell } from '../store/port.js'
import { cellsThatFind, indexCells } from '../vault/blind-index.js'
import { ringCell, unwrapRing, vaultCells, type WrappedRing, wrapRing } from '../vault/ring.js'
import type { Vault } from '../vault/vault.js'
import { openCase } from './open.js'
import type { RotationReport } from './personal.js'

/** Wraps the keys of every case with the current key, and makes its blind indexes with it. What the keys sealed stays as it is. */
export async function rotateKeys(
  engine: Engine,
  actor: Actor,
  onProgress: (progress: RotationReport) => void,
): Promise<RotationReport> {
  if (actor.kind !== 'system') throw coreErrors.READ_NOT_ALLOWED({ reasons: [notSystem] })
  await engine.ready()
  const { vault, store } = engine
  const failed = new Map<string, unknown>()
  let rotated = 0
  const report = (): RotationReport => ({
    rotated,
    failed: Array.from(failed, ([id, error]) => ({ id, error })),
  })
  if (vault === undefined) return report()
  // The indexes too: a command may have wrapped the keys of a case anew that is still found with an earlier one.
  for (const prefix of [vaultCells, indexCells]) {
    for await (const page of cellPages(store, prefix)) {
      for (const [id, indexes] of casesBehind(page, vault.roots.current().name)) {
        if (failed.has(id)) continue
        try {
          await engine.turns.take(id, () => again(() => rotateCase(engine, vault, id, indexes)))
          rotated++
        } catch (error) {
          failed.set(id, error)
        }
      }
      onProgress(report())
    }
  }
  return report()
}

/** The cases of some cells that are of another key than the current one, each with those of its blind indexes that are. */
function casesBehind(cells: readonly NamedCell[], current: string): ReadonlyMap<string, readonly string[]> {
  const cases = new Map<string, readonly string[]>()
  for (const { name, value } of cells) {
    const [, first = '', second = ''] = name.split('/')
    if (name.startsWith(indexCells)) {
      if (value !== current) cases.set(second, [...(cases.get(second) ?? []), name])
    } else if (name === ringCell(first) && (value as Partial<WrappedRing> | null)?.key !== current) {
      cases.set(first, [])
    }
  }
  return cases
}

/** One case, as it stands: a command or an erasure that goes on with it meanwhile makes this look again. */
async function rotateCase(
  engine: Engine,
  { cipher, roots }: Vault,
  id: string,
  indexes: readonly string[],
): Promise<void> {
  const kind = await kindOf(engine, id)
  const record = await loadFresh(engine, kind, id)
  const writes = new Map<string, CellWrite>()
  const write = (name: string, value: unknown) => writes.set(name, { name, value })
  for (const name of indexes) write(name, undefined)

  const current = roots.current()
  const cell = await engine.store.readCell(ringCell(id))
  if (cell !== undefined) {
    const ring = await unwrapRing(cell, id, roots, cipher)
    write(ringCell(id), { key: current.name, ring: await wrapRing(ring, id, current, cipher) })
    const { sealed } = await openCase(engine, record, await engine.store.read(id))
    for (const name of roots.names) {
      for (const cellName of await cellsThatFind(cipher, kind, id, sealed, await roots.load(name)))
        write(cellName, name === current.name ? name : undefined)
    }
  }
  const streams = [{ stream: id, expectedVersion: record.version, events: [] }]
  await engine.store.commit({ streams, rows: [], cells: [...writes.values()] })
}
