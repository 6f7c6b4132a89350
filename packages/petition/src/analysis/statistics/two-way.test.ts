import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepBackInTable, type PublishedTable } from './two-way.js'

const least = 5
const publish = (counts: readonly (readonly number[])[]) => {
  const rows = counts.map((_, i) => `row ${i}`)
  const columns = (counts[0] ?? []).map((_, j) => `column ${j}`)
  return keepBackInTable(rows, columns, counts, least)
}

/** The published cells with their totals as last row and column. */
const gridOf = ({ cells, rowTotals, columnTotals, total }: PublishedTable) => [
  ...cells.map((row, i) => [...row, rowTotals[i] ?? null]),
  [...columnTotals, total],
]

/**
 * The hidden cells that anybody can compute: each row and column says that its cells add up to its total, and Gauss finds what follows.
 */
function computable(table: PublishedTable): readonly string[] {
  const grid = gridOf(table)
  const unknown = grid.flatMap((row, i) => row.flatMap((cell, j) => (cell === null ? [`${i},${j}`] : [])))
  const width = grid[0]?.length ?? 0
  const sign = (place: number, last: number) => (place === last ? -1 : 1)
  const lines = [
    ...grid.map((row, i) => row.map((_, j) => [i, j, sign(j, width - 1)] as const)),
    ...Array.from({ length: width }, (_, j) => grid.map((_, i) => [i, j, sign(i, grid.length - 1)] as const)),
  ]
  const equations = lines.map((line) => {
    const row = unknown.map(() => 0)
    for (const [i, j, factor] of line) {
      const place = unknown.indexOf(`${i},${j}`)
      if (place >= 0) row[place] = factor
    }
    return row
  })
  return unknown.filter((_, place) => follows(equations, place))
}

/** Whether the unit vector of an unknown lies in the space of the equations. */
function follows(equations: readonly (readonly number[])[], place: number): boolean {
  const wanted = (equations[0] ?? []).map((_, n) => (n === place ? 1 : 0))
  return rank(equations) === rank([...equations, wanted])
}

function rank(given: readonly (readonly number[])[]): number {
  const rows = given.map((row) => [...row])
  let found = 0
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const pivot = rows.findIndex((row, n) => n >= found && Math.abs(row[column] ?? 0) > 1e-9)
    if (pivot < 0) continue
    const [top] = rows.splice(pivot, 1)
    rows.splice(found, 0, top as number[])
    for (const row of rows.slice(found + 1)) {
      const factor = (row[column] ?? 0) / (top?.[column] ?? 1)
      for (let n = 0; n < row.length; n++) row[n] = (row[n] ?? 0) - factor * (top?.[n] ?? 0)
    }
    found++
  }
  return found
}

describe('a table that is published', () => {
  const table = fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
    .chain(([height, width]) => {
      const count = fc.oneof(
        { weight: 3, arbitrary: fc.constant(0) },
        { weight: 3, arbitrary: fc.integer({ min: 1, max: 6 }) },
        { weight: 2, arbitrary: fc.integer({ min: 5, max: 300 }) },
      )
      const row = fc.array(count, { minLength: width, maxLength: width })
      return fc.array(row, { minLength: height, maxLength: height })
    })

  it('never lets a hidden cell be computed from the totals of rows and columns', () => {
    fc.assert(
      fc.property(table, (counts) => {
        expect(computable(publish(counts))).toEqual([])
      }),
      { numRuns: 600 },
    )
  })

  it('shows no small count, every zero, and nothing but what is true', () => {
    fc.assert(
      fc.property(table, (counts) => {
        const published = publish(counts)
        const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)
        const whole = [
          ...counts.map((row) => [...row, sum(row)]),
          [...(counts[0] ?? []).map((_, j) => sum(counts.map((row) => row[j] ?? 0))), sum(counts.flat())],
        ]
        const shown = gridOf(published)
        for (const [i, row] of whole.entries())
          for (const [j, count] of row.entries()) {
            const cell = shown[i]?.[j]
            if (cell !== null) expect(cell).toBe(count)
            if (count === 0) expect(cell).toBe(0)
            if (count > 0 && count < least) expect(cell).toBeNull()
          }
      }),
    )
  })

  it('leaves of every line whose total is shown at least two hidden cells, together at least the least count', () => {
    fc.assert(
      fc.property(table, (counts) => {
        const shown = gridOf(publish(counts)).slice(0, -1)
        for (const [i, row] of counts.entries()) {
          if (shown[i]?.at(-1) === null) continue
          const hidden = row.filter((_, j) => shown[i]?.[j] === null)
          if (hidden.length === 0) continue
          expect(hidden.length).toBeGreaterThan(1)
          expect(hidden.reduce((all, one) => all + one, 0)).toBeGreaterThanOrEqual(least)
        }
      }),
    )
  })

  it('is as it is where no count is small', () => {
    expect(
      publish([
        [10, 20],
        [0, 5],
      ]),
    ).toMatchObject({
      cells: [
        [10, 20],
        [0, 5],
      ],
      rowTotals: [30, 5],
      columnTotals: [10, 25],
      total: 35,
    })
  })

  it('hides three more cells of a table with one small one, and keeps its totals', () => {
    const { cells, total, rowTotals } = publish([
      [2, 30, 40],
      [20, 9, 80],
      [50, 60, 70],
    ])
    expect(cells).toEqual([
      [null, null, 40],
      [null, null, 80],
      [50, 60, 70],
    ])
    expect([total, rowTotals]).toEqual([361, [72, 109, 180]])
  })

  it('closes the way over two circles that only one cell joins', () => {
    // Two blocks of hidden cells and one small cell between them: no line betrays it, the two blocks together would.
    const counts = [
      [3, 4, 0, 0, 90],
      [4, 3, 2, 0, 90],
      [0, 0, 3, 4, 90],
      [0, 0, 4, 3, 90],
    ]
    expect(computable(publish(counts))).toEqual([])
  })

  it('without a line or with nothing in it is empty', () => {
    expect(publish([])).toMatchObject({ cells: [], total: 0 })
    expect(publish([[0, 0]])).toMatchObject({ cells: [[0, 0]], total: 0 })
  })

  it('of many lines takes no noticeable time', () => {
    const counts = Array.from({ length: 60 }, (_, i) =>
      Array.from({ length: 40 }, (_, j) => (i * 7 + j * 13) % 23),
    )
    const published = publish(counts)
    expect(published.cells).toHaveLength(60)
  })
})
