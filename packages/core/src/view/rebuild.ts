import type { Engine } from '../case/engine.js'
import type { WiredKind } from '../case/wire.js'
import type { FailedCase } from '../deadline/deadlines.js'
import { coreErrors } from '../errors.js'
import type { RecordedEvent } from '../event/event.js'
import type { RowPlace } from '../store/port.js'
import { deadLetterView } from '../subscription/dead-letters.js'
import { everyView, otherViews } from './every-view.js'
import { rewriteRows } from './rewrite-rows.js'
import type { RebuildProgress, RebuildReport } from './views.js'

const batchSize = 500

/** Walks the log and writes the rows of every case that it finds opened; then takes the views into use. */
export async function rebuild(
  engine: Engine,
  onProgress: (progress: RebuildProgress) => void,
): Promise<RebuildReport> {
  const views = await engine.building()
  const failed: FailedCase[] = []
  let cases = 0
  if (views.length === 0) return { views, cases, failed }
  await engine.ready()
  const { store } = engine
  if (views.includes(deadLetterView.name)) await copyRows(engine, deadLetterView.name)

  // A process that is stopped goes on from here; one that builds other views, or other versions, begins anew.
  const name = progressCell(engine, views)
  let cell = await store.readCell(name)
  let position = (cell?.value as number | undefined) ?? 0
  const fromCases = views.filter((view) => !otherViews.some(({ name }) => name === view))
  while (fromCases.length > 0) {
    const events = await store.readAll(position, batchSize)
    const last = events.at(-1)
    if (last === undefined) break
    for (const event of events) {
      // Each case once, at its first event: its rows follow from the state that it has now.
      if (event.version !== 1 || event.type.startsWith('core.')) continue
      try {
        await rewriteRows(engine, kindThatOpens(engine, event), event.stream)
        cases++
      } catch (error) {
        failed.push({ id: event.stream, error })
      }
    }
    position = last.position
    // What failed is looked at again by the next call, so the place is kept only while nothing has.
    if (failed.length === 0) {
      const revision = await store.writeCell(name, position, cell?.revision ?? 0)
      cell = revision === undefined ? await store.readCell(name) : { value: position, revision }
    }
    onProgress({ position, head: await store.head() })
  }
  if (failed.length > 0) return { views: [], cases, failed }
  for (const view of views) await store.swap(view)
  return { views, cases, failed }
}

function progressCell({ kinds }: Engine, views: readonly string[]): string {
  const definitions = everyView(kinds)
  const versioned = views.map((view) => `${view}@${definitions.find(({ name }) => name === view)?.version}`)
  return `rebuild/${versioned.sort().join(' ')}`
}

/** @throws KIND_INVALID where the plugin is not installed: its cases must not fall out of the inbox */
function kindThatOpens({ kinds }: Engine, { type, stream }: RecordedEvent): WiredKind {
  for (const kind of kinds.values()) if (kind.evolve.has(type)) return kind
  const reason = `no installed plugin knows '${type}', which opened case '${stream}'`
  throw coreErrors.KIND_INVALID({ kind: type.split('.')[0] ?? '', reason })
}

/** Rows that do not follow from cases are taken over as they are. */
async function copyRows({ store }: Engine, view: string): Promise<void> {
  let after: RowPlace | undefined
  do {
    const page = await store.find(view, { ...(after === undefined ? {} : { after }), limit: batchSize })
    const rows = page.rows.map(({ key, row }) => ({ view, key, row }))
    if (rows.length > 0) await store.commit({ streams: [], rows })
    after = page.next
  } while (after !== undefined)
}
