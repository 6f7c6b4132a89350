import type { RowPlace, RowQuery } from '@redress/core'
import { toKeyText } from './key-text.js'
import { within } from './row-condition.js'
import { join, type Sql, sql } from './sql-text.js'

/** Where a query starts and ends in the order that it reads. */
export interface Stretch {
  /** The condition of the first read: after a place, within the range. */
  readonly start: Sql | undefined
  /** The condition that ends every further read; absent where the order ends by itself. */
  readonly end: Sql | undefined
}

/**
 * Bounds on `order, key` (or on `key` alone where `order` is undefined). At most one lower and one upper bound, so that SQLite
 * cannot choose the worse one of two to seek by.
 */
export function stretchOf(
  { range, sort }: RowQuery,
  order: Sql | undefined,
  key: Sql,
  after: RowPlace | undefined,
): Stretch {
  const afterKey = after === undefined ? undefined : toKeyText(after.key)
  const descending = sort?.descending === true
  if (order === undefined || sort === undefined) {
    const start = afterKey === undefined ? undefined : sql`${key} > ${afterKey}`
    return { start, end: undefined }
  }
  const bounds = range !== undefined && range.field === sort.field ? range : undefined
  const afterValue = after === undefined ? undefined : (after.value ?? Number.POSITIVE_INFINITY)
  const upper = bounds === undefined ? undefined : (bounds.below ?? Number.POSITIVE_INFINITY)
  if (descending) {
    const lower = bounds?.from === undefined ? undefined : sql`${order} >= ${bounds.from}`
    const isInside = afterValue !== undefined && (upper === undefined || afterValue < upper)
    const top =
      isInside && afterKey !== undefined
        ? sql`(${order}, ${key}) < (${afterValue}, ${afterKey})`
        : upper === undefined
          ? undefined
          : sql`${order} < ${upper}`
    return { start: both(top, lower), end: lower }
  }
  const end = upper === undefined ? undefined : sql`${order} < ${upper}`
  const isInside = afterValue !== undefined && (bounds?.from === undefined || afterValue >= bounds.from)
  const bottom =
    isInside && afterKey !== undefined
      ? sql`(${order}, ${key}) > (${afterValue}, ${afterKey})`
      : bounds?.from === undefined
        ? undefined
        : sql`${order} >= ${bounds.from}`
  return { start: both(bottom, end), end }
}

/** The bounds of a range that is not the order of the query. */
export function rangeCondition({ range }: RowQuery, order: Sql): Sql | undefined {
  return range === undefined ? undefined : within(order, range)
}

function both(a: Sql | undefined, b: Sql | undefined): Sql | undefined {
  const there = [a, b].filter((one) => one !== undefined)
  return there.length === 0 ? undefined : join(there, ' and ')
}
