import type { RowQuery, ViewIndex } from '@redress/core'
import { hasList, type ViewTable } from './view-table.js'

/** How a query reaches its rows. */
export type AccessPath =
  /** In order, from each partition of an index: each combination of values of its fields. */
  | { readonly by: 'order'; readonly index: ViewIndex }
  /** In order, from the entries of an index with a list. */
  | { readonly by: 'entries-in-order'; readonly index: ViewIndex; readonly number: number }
  /** All that fit, sorted: those of the entries of an index with a list. */
  | { readonly by: 'entries'; readonly index: ViewIndex; readonly number: number }
  /** All that fit, sorted: PostgreSQL chooses among the indexes. */
  | { readonly by: 'conditions' }

/** The index that answers a query best. */
export function accessPath({ definition }: ViewTable, query: RowQuery): AccessPath {
  let best: AccessPath = { by: 'conditions' }
  let bestScore = 0
  for (const [number, index] of definition.indexes.entries()) {
    const list = hasList(definition, index)
    const score = scoreOf(index, query, list)
    if (score <= bestScore) continue
    bestScore = score
    const ordered = isOrdered(index, query)
    if (list) best = { by: ordered ? 'entries-in-order' : 'entries', index, number }
    else best = ordered ? { by: 'order', index } : { by: 'conditions' }
  }
  return best
}

function isOrdered({ sort }: ViewIndex, query: RowQuery): boolean {
  return sort !== undefined && sort === query.sort?.field
}

/** All fields compared is more than the right order, since few rows are left; then the more fields, the fewer rows. */
function scoreOf(index: ViewIndex, query: RowQuery, list: boolean): number {
  const { equal, sort, sparse } = index
  if (sparse === true && query.range?.field !== sort) return 0
  const ordered = isOrdered(index, query)
  const bound = equal.filter((field) => query.where?.[field] !== undefined).length
  const full = bound === equal.length
  if (list && !full) return 0
  if (equal.length === 0) return ordered ? 30 : 0
  if (bound === 0) return ordered ? 10 : 0
  if (full) return (ordered ? 60 : 40) + bound
  return ordered ? 20 + bound : bound
}
