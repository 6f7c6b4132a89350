import { joiners } from './bridge.js'

/** A table of two kinds of lines with its totals, as it may be published. `null` where a count is kept back. */
export interface PublishedTable {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** By row, then by column. */
  readonly cells: readonly (readonly (number | null)[])[]
  readonly rowTotals: readonly (number | null)[]
  readonly columnTotals: readonly (number | null)[]
  readonly total: number | null
}

/** The counts with their totals as the last row and the last column: each row and each column is then one equation. */
interface Grid {
  readonly counts: readonly (readonly number[])[]
  readonly hidden: readonly boolean[][]
  readonly least: number
}

/**
 * Keeps back small counts in a table of two kinds of lines, and as many more as it takes that nobody computes them from the totals of
 * rows and columns. The rule within a line is that of `keepBackSmallCells`: at least two cells, together at least `least`. In a table
 * this is not enough: a hidden cell follows from the totals exactly if, in the graph of rows and columns joined by hidden cells, no
 * circle runs through it (Gusfield 1988). So cells are added until each is on a circle. Totals are cells like others, kept back last.
 * A zero is shown: it is about nobody.
 *
 * @param counts whole numbers by row and column
 */
export function keepBackInTable(
  rows: readonly string[],
  columns: readonly string[],
  counts: readonly (readonly number[])[],
  least: number,
): PublishedTable {
  const grid = withTotals(counts, columns.length, least)
  while (mendLines(grid) || mendCircles(grid)) {
    // Each turn hides one more cell, so it ends.
  }
  const shown = grid.counts.map((row, i) =>
    row.map((count, j) => (grid.hidden[i]?.[j] === true ? null : count)),
  )
  const totals = shown.at(-1) ?? []
  return {
    rows,
    columns,
    cells: shown.slice(0, -1).map((row) => row.slice(0, -1)),
    rowTotals: shown.slice(0, -1).map((row) => row.at(-1) ?? null),
    columnTotals: totals.slice(0, -1),
    total: totals.at(-1) ?? null,
  }
}

function withTotals(counts: readonly (readonly number[])[], columns: number, least: number): Grid {
  const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)
  const rows = counts.map((row) => [...row, sum(row)])
  const last = Array.from({ length: columns + 1 }, (_, j) => sum(rows.map((row) => row[j] ?? 0)))
  const all = [...rows, last]
  return {
    counts: all,
    hidden: all.map((row) => row.map((count) => count > 0 && count < least)),
    least,
  }
}

type Place = readonly [row: number, column: number]

/** Hides one more cell in the first line whose hidden cells its total would tell. */
function mendLines(grid: Grid): boolean {
  for (const line of linesOf(grid)) {
    const hidden = line.filter((place) => isHidden(grid, place))
    const total = line.at(-1) as Place
    const together = hidden.reduce((sum, place) => sum + at(grid, place), 0)
    const isSafe = hidden.length > 1 && (isHidden(grid, total) || together >= grid.least)
    if (hidden.length > 0 && !isSafe && hideCheapest(grid, line)) return true
  }
  return false
}

/** Hides one more cell that closes a circle through a hidden cell that is on none. */
function mendCircles(grid: Grid): boolean {
  const wanted = joiners(grid.hidden)
  return wanted !== undefined && hideCheapest(grid, wanted)
}

function linesOf({ counts }: Grid): readonly (readonly Place[])[] {
  const width = counts[0]?.length ?? 0
  const rows = counts.map((row, i) => row.map((_, j): Place => [i, j]))
  const columns = Array.from({ length: width }, (_, j) => counts.map((_, i): Place => [i, j]))
  return [...rows, ...columns]
}

/** Of some cells, hides the smallest that is shown and not zero; totals last. */
function hideCheapest(grid: Grid, places: readonly Place[]): boolean {
  const { counts, hidden } = grid
  const [bottom, right] = [counts.length - 1, (counts[0]?.length ?? 0) - 1]
  const isTotal = ([i, j]: Place) => Number(i === bottom) + Number(j === right)
  const [best] = places
    .filter((place) => at(grid, place) > 0 && !isHidden(grid, place))
    .sort((a, b) => isTotal(a) - isTotal(b) || at(grid, a) - at(grid, b))
  const row = best === undefined ? undefined : hidden[best[0]]
  if (best === undefined || row === undefined) return false
  row[best[1]] = true
  return true
}

const at = ({ counts }: Grid, [i, j]: Place): number => counts[i]?.[j] ?? 0
const isHidden = ({ hidden }: Grid, [i, j]: Place): boolean => hidden[i]?.[j] === true
