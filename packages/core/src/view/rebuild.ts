import type { Engine } from '../case/engine.js'
import type { WiredKind } from '../case/wire.js'
import { rewriteRows } from './rewrite-rows.js'
import type { RebuildProgress, RebuildReport } from './views.js'

const batchSize = 500

/** Walks the log and writes the rows of every case that it finds opened; then takes the views into use. */
export async function rebuild(
  engine: Engine,
  onProgress: (progress: RebuildProgress) => void,
): Promise<RebuildReport> {
  const views = await engine.building()
  if (views.length === 0) return { views, cases: 0 }
  await engine.ready()
  const { store } = engine
  // A process that is stopped goes on from here; one that builds other views begins anew.
  const name = `rebuild/${[...views].sort().join(' ')}`
  let cases = 0
  let cell = await store.readCell(name)
  let position = (cell?.value as number | undefined) ?? 0
  for (;;) {
    const events = await store.readAll(position, batchSize)
    const last = events.at(-1)
    if (last === undefined) break
    for (const { stream, version, type } of events) {
      // Each case once, at its first event: its rows follow from the state that it has now.
      const kind = version === 1 ? kindThatOpens(engine, type) : undefined
      if (kind === undefined) continue
      await rewriteRows(engine, kind, stream)
      cases++
    }
    position = last.position
    const revision = await store.writeCell(name, position, cell?.revision ?? 0)
    cell = revision === undefined ? await store.readCell(name) : { value: position, revision }
    onProgress({ position, head: await store.head() })
  }
  for (const view of views) await store.swap(view)
  return { views, cases }
}

function kindThatOpens(engine: Engine, type: string): WiredKind | undefined {
  for (const kind of engine.kinds.values()) if (kind.evolve.has(type)) return kind
  return undefined
}
