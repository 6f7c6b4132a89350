import { type Engine, mostAttempts } from '../case/engine.js'
import { deepFreeze } from '../freeze.js'
import { amountsOf, checkQuery } from './check.js'
import { cellOf, readCheckpoint } from './checkpoint.js'
import { rowsWith } from './rows.js'
import { lineKey, type RunningTally, runningTally, tableOf } from './running.js'
import { takeStep } from './step.js'
import type { Count, TallyQuery, TallyResult } from './tally.js'
import { type LineRow, lineView } from './views.js'

/** So that nobody waits for a long history: five thousand events. */
const mostSteps = 5

/** @throws KIND_INVALID, QUERY_INVALID */
export async function queryTally(engine: Engine, kind: string, given: TallyQuery): Promise<TallyResult> {
  await engine.ready()
  const running = runningTally(engine, kind)
  const query = checkQuery(given)
  const head = await engine.store.head()
  let { checkpoint } = await takeStep(running, head)
  for (let steps = 1; checkpoint.position < head && steps < mostSteps; steps++)
    ({ checkpoint } = await takeStep(running, head))
  // No step of this process comes between two pages; where one of another did, the lines may not fit together.
  return engine.turns.take(cellOf(running), async () => {
    for (let attempt = 1; ; attempt++) {
      const lines = await linesOf(running, query)
      const now = await readCheckpoint(running)
      const fits = now.checkpoint.steps === checkpoint.steps
      if (fits || attempt >= mostAttempts) {
        const { until, position } = checkpoint
        return Object.freeze({
          lines: Object.freeze(lines),
          countedUntil: until ?? undefined,
          isComplete: fits && position >= head,
        })
      }
      checkpoint = now.checkpoint
    }
  })
}

async function linesOf(running: RunningTally, { by, periods, of }: TallyQuery): Promise<readonly Count[]> {
  const { store } = running.engine
  const rows =
    of === undefined
      ? await rowsWith(store, lineView.name, 'period', periods, { table: tableOf(running, by) })
      : await rowsWith(
          store,
          lineView.name,
          'line',
          periods.flatMap((period) => of.map((one) => lineKey(running, { period, by, of: one }))),
        )
  return (rows as unknown as readonly LineRow[])
    .map(({ period, of, amounts }) =>
      deepFreeze({ period, by, of, amounts: amountsOf(Object.entries(amounts)) }),
    )
    .sort((a, b) => compare(a.period, b.period) || compare(a.of, b.of))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
