import type { RowQuery } from '@redress/core'
import type { Wanted } from './row-condition.js'
import type { IndexLayout, ViewLayout } from './view-layout.js'

/** The ways that a query can go, the best guess first. */
export interface Accesses {
  /** Reads in the order of the query and stops when the page is full. */
  readonly ordered: IndexLayout | undefined
  /** Whether the index of `ordered` says everything that is asked, so that it reads no row in vain. */
  readonly exact: boolean
  /** Indexes that narrow by something that `ordered` does not know: good where few rows are left, which then are sorted. */
  readonly narrow: readonly IndexLayout[]
}

export function accessesOf({ indexes }: ViewLayout, query: RowQuery, wanted: readonly Wanted[]): Accesses {
  const { range, sort } = query
  const isWanted = (field: string): boolean => wanted.some((one) => one.field === field)
  const boundIn = (index: IndexLayout | undefined): readonly string[] =>
    (index?.fields ?? []).map(({ field }) => field).filter(isWanted)
  const usable = indexes.filter(
    (index) =>
      // A row stands in the entries of a list once for each value, and not at all without one.
      (index.list === undefined || isWanted(index.list)) &&
      (!index.sparse || index.sort?.field === range?.field),
  )

  let ordered: IndexLayout | undefined
  let best = Number.NEGATIVE_INFINITY
  for (const index of usable) {
    if (index.sort?.field !== sort?.field) continue
    const bound = boundIn(index).length
    const score = bound * 10 - (index.fields.length - bound)
    if (score > best) [ordered, best] = [index, score]
  }

  const known = boundIn(ordered)
  const rangeKnown = range === undefined || (ordered !== undefined && range.field === sort?.field)
  const exact = ordered !== undefined && rangeKnown && wanted.every(({ field }) => known.includes(field))
  const narrow = usable.filter((index) => {
    if (index === ordered) return false
    const more = boundIn(index).some((field) => !known.includes(field))
    return more || (!rangeKnown && range.field === index.sort?.field)
  })
  return { ordered, exact, narrow: withoutRepeats(narrow, boundIn, query) }
}

/** Of indexes that narrow in the same way one is enough. */
function withoutRepeats(
  indexes: readonly IndexLayout[],
  boundIn: (index: IndexLayout) => readonly string[],
  { range }: RowQuery,
): readonly IndexLayout[] {
  const seen = new Set<string>()
  return indexes.filter((index) => {
    const way = JSON.stringify([boundIn(index), index.sort?.field === range?.field])
    return !seen.has(way) && seen.add(way)
  })
}
