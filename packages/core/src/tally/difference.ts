import { deepFreeze } from '../freeze.js'
import type { RowWrite } from '../store/port.js'
import { amountsOf, lineText } from './check.js'
import { rowsWith } from './rows.js'
import { lineKey, type RunningTally, tableOf } from './running.js'
import type { Count } from './tally.js'
import { type LineRow, lineView } from './views.js'

/** What is to be added to the lines, by line and amount; below zero is taken away. */
export type Difference = Map<string, { readonly line: Count; readonly amounts: Map<string, number> }>

/** Takes out what a case has counted, and takes in what it counts now. */
export function addDifference(
  difference: Difference,
  before: readonly Count[],
  after: readonly Count[],
): void {
  for (const line of before) add(difference, line, -1)
  for (const line of after) add(difference, line, 1)
}

function add(difference: Difference, line: Count, sign: number): void {
  const key = lineText(line.period, line.by, line.of)
  let there = difference.get(key)
  if (there === undefined) {
    there = { line, amounts: new Map() }
    difference.set(key, there)
  }
  for (const [name, amount] of Object.entries(line.amounts))
    there.amounts.set(name, (there.amounts.get(name) ?? 0) + sign * amount)
}

/** The lines that change, as they will be. */
export async function changedLines(
  running: RunningTally,
  difference: Difference,
): Promise<readonly RowWrite[]> {
  const changes = [...difference.values()]
    .map(({ line, amounts }) => ({ line, changed: [...amounts].filter(([, amount]) => amount !== 0) }))
    .filter(({ changed }) => changed.length > 0)
    .map((change) => ({ ...change, key: lineKey(running, change.line) }))
  const keys = changes.map(({ key }) => key)
  const stored = new Map<string, LineRow>()
  for (const row of await rowsWith(running.engine.store, lineView.name, 'line', keys))
    stored.set((row as unknown as LineRow).line, row as unknown as LineRow)
  return changes.map(({ line: { period, by, of }, changed, key }) => {
    const amounts = new Map(Object.entries(stored.get(key)?.amounts ?? {}))
    for (const [name, amount] of changed) {
      const sum = (amounts.get(name) ?? 0) + amount
      if (sum === 0) amounts.delete(name)
      else amounts.set(name, sum)
    }
    const { version } = running.tally
    const row = { line: key, table: tableOf(running, by), period, of, version, amounts: amountsOf(amounts) }
    return { view: lineView.name, key, row: amounts.size === 0 ? null : deepFreeze(row) }
  })
}
