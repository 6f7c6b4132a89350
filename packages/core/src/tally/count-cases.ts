import type { FailedCase } from '../deadline/deadlines.js'
import { deepFreeze } from '../freeze.js'
import type { CellWrite, RowWrite } from '../store/port.js'
import { amountsOf } from './check.js'
import { countCase } from './count-case.js'
import { addDifference, changedLines, type Difference } from './difference.js'
import { failingCases, markFailing, unmarkFailing } from './failing.js'
import { rowsWith } from './rows.js'
import type { RunningTally } from './running.js'
import type { Count } from './tally.js'
import { type CountedRow, countedView } from './views.js'

/** What is to be stored so that some cases are counted as they stand. */
export interface Counted {
  readonly rows: readonly RowWrite[]
  readonly cells: readonly CellWrite[]
  /** How many were counted. */
  readonly cases: number
  readonly failed: readonly FailedCase[]
}

/** Cases that are read at once. */
const together = 32

/** @param ids the cases, and whether each is certainly of this kind; if not, it is where it was counted before */
export async function countCases(running: RunningTally, ids: ReadonlyMap<string, boolean>): Promise<Counted> {
  const before = await countedBefore(running, [...ids.keys()])
  const failing = new Set(ids.size === 0 ? [] : await failingCases(running))
  const mine = [...ids].filter(([id, isMine]) => isMine || before.has(id)).map(([id]) => id)
  const difference: Difference = new Map()
  const rows: RowWrite[] = []
  const cells: CellWrite[] = []
  const failed: FailedCase[] = []
  let cases = 0

  for (let n = 0; n < mine.length; n += together) {
    const some = mine.slice(n, n + together)
    const results = await Promise.all(some.map((id) => countCase(running, id)))
    for (const [i, id] of some.entries()) {
      const result = results[i]
      if (result !== undefined && 'error' in result) {
        failed.push({ id, error: result.error })
        if (!failing.has(id)) cells.push(markFailing(running, id))
        continue
      }
      if (failing.has(id)) cells.push(unmarkFailing(running, id))
      const { own, earlier } = before.get(id) ?? {}
      // Of a case whose content is gone stays what it counted last, also where the kind counts otherwise by now.
      const counts = result?.counts ?? own?.counts ?? earlier?.counts
      if (counts === undefined) continue
      cases++
      if (own !== undefined && textOf(own.counts) === textOf(counts)) continue
      addDifference(difference, own?.counts ?? [], counts)
      const row = { case: id, kind: running.kind.kind, version: running.tally.version, counts }
      rows.push({ view: countedView.name, key: `${running.name}/${id}`, row: deepFreeze(row) })
    }
  }
  rows.push(...(await changedLines(running, difference)))
  return { rows, cells, cases, failed }
}

interface Before {
  /** What this tally has counted. */
  readonly own?: CountedRow
  /** What the last one before it has. */
  readonly earlier?: CountedRow
}

async function countedBefore(
  { engine, kind, tally }: RunningTally,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Before>> {
  const found = new Map<string, Before>()
  for (const one of await rowsWith(engine.store, countedView.name, 'case', ids)) {
    const row = one as unknown as CountedRow
    if (row.kind !== kind.kind || row.version > tally.version) continue
    const there = found.get(row.case)
    if (row.version === tally.version) found.set(row.case, { ...there, own: row })
    else if (row.version > (there?.earlier?.version ?? 0)) found.set(row.case, { ...there, earlier: row })
  }
  return found
}

/** Databases do not keep the order of names. */
const textOf = (counts: readonly Count[]): string =>
  JSON.stringify(counts.map((one) => [one.period, one.by, one.of, amountsOf(Object.entries(one.amounts))]))
