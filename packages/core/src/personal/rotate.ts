import type { Actor } from '../access/actor.js'
import { notSystem } from '../access/rules.js'
import { kindOf } from '../case/any-case.js'
import { type Engine, mostAttempts } from '../case/engine.js'
import { loadFresh } from '../case/load.js'
import { coreErrors, isPlatformError } from '../errors.js'
import type { CellWrite } from '../store/port.js'
import { cellsThatFind } from '../vault/blind-index.js'
import { ringCell, unwrapRing, type WrappedRing, wrapRing } from '../vault/ring.js'
import type { Vault } from '../vault/vault.js'
import { openCase } from './open.js'
import type { RotationReport } from './personal.js'

const prefix = 'vault/'
const pageSize = 200

/** Wraps the keys of every case with the current key. What they sealed stays as it is. */
export async function rotateKeys(
  engine: Engine,
  actor: Actor,
  onProgress: (progress: RotationReport) => void,
): Promise<RotationReport> {
  if (actor.kind !== 'system') throw coreErrors.READ_NOT_ALLOWED({ reasons: [notSystem] })
  await engine.ready()
  const failed: { readonly id: string; readonly error: unknown }[] = []
  let rotated = 0
  for (let after = ''; engine.vault !== undefined; ) {
    const cells = await engine.store.listCells(prefix, after, pageSize)
    for (const { name, value } of cells) {
      const id = name.slice(prefix.length, name.lastIndexOf('/'))
      if (name !== ringCell(id) || (value as WrappedRing).key === engine.vault.roots.current().name) continue
      try {
        if (await rotateCase(engine, engine.vault, id)) rotated++
      } catch (error) {
        failed.push({ id, error })
      }
    }
    onProgress({ rotated, failed })
    const last = cells.at(-1)
    if (last === undefined || cells.length < pageSize) break
    after = last.name
  }
  return { rotated, failed }
}

/** One case, as it stands: a command, an erasure or another process that goes on with it meanwhile makes this look again. */
function rotateCase(engine: Engine, { cipher, roots }: Vault, id: string): Promise<boolean> {
  return engine.turns.take(id, async () => {
    for (let attempt = 1; ; attempt++) {
      const kind = await kindOf(engine, id)
      const record = await loadFresh(engine, kind, id)
      const cell = await engine.store.readCell(ringCell(id))
      if (cell === undefined || (cell.value as WrappedRing).key === roots.current().name) return false
      const ring = await unwrapRing(cell, id, roots, cipher)
      const { persons } = await openCase(engine, record, await engine.store.read(id))

      const fields = Object.fromEntries(persons)
      const to = roots.current()
      const before = await cellsThatFind(cipher, kind, id, fields, ring.root)
      const after = await cellsThatFind(cipher, kind, id, fields, to)
      const cells: CellWrite[] = [
        {
          name: ringCell(id),
          value: { key: to.name, ring: await wrapRing({ root: to, keys: ring.keys }, id, cipher) },
        },
        ...before.map((name) => ({ name, value: undefined })),
        ...after.map((name) => ({ name, value: true })),
      ]
      try {
        const streams = [{ stream: id, expectedVersion: record.version, events: [] }]
        await engine.store.commit({ streams, rows: [], cells })
        return true
      } catch (error) {
        const lost = isPlatformError(error) && error.code === 'VERSION_CONFLICT'
        if (!lost || attempt >= mostAttempts) throw error
      }
    }
  })
}
