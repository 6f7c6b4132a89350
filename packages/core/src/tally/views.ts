import type { ViewDefinition } from '../store/port.js'
import type { Count } from './tally.js'

// What these rows hold does not follow from one case as it stands, so they cannot be built anew beside the old ones: rows of another
// shape get views of other names, and everything is counted anew.
//
// They are asked for in an order, that of the versions: without one a database without statistics may read every row in the order of
// the keys.

/** The sums, a row for each line. */
export const lineView: ViewDefinition = {
  name: 'core.tally',
  version: 1,
  indexes: [
    { equal: ['line'], sort: 'version' },
    { equal: ['table', 'period'], sort: 'version' },
  ],
}

export interface LineRow {
  /** The key of the row again, since rows are found by their fields. */
  readonly line: string
  /** The tally and the table. */
  readonly table: string
  readonly period: string
  readonly of: string
  readonly version: number
  readonly amounts: Count['amounts']
}

/** What each case has added to them, so that later only the difference is. */
export const countedView: ViewDefinition = {
  name: 'core.tallied',
  version: 1,
  indexes: [{ equal: ['case'], sort: 'version' }],
}

export interface CountedRow {
  readonly case: string
  /** The kind, and the version of its tally. */
  readonly kind: string
  readonly version: number
  readonly counts: readonly Count[]
}

export const tallyViews: readonly ViewDefinition[] = [lineView, countedView]
