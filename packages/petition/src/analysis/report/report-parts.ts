import type { Directory } from '@redress/core'
import { type Amounts, others, unstated } from '../count/line.js'
import type { Desk } from '../desk.js'
import { branchOf } from '../scope.js'
import { type SheetLine, sumBy } from '../sheet.js'
import { timelinessOf } from '../statistics/measures.js'
import { median } from '../statistics/rise.js'
import { keepBackInTable } from '../statistics/two-way.js'
import type { AnnualReport, BodyRow, UnitName, UnitRow } from './annual-report.js'
import type { ReportRow, Shown } from './published.js'

const count = (amounts: Amounts): number => amounts.received ?? 0

export const receivedBy = (lines: readonly SheetLine[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...sumBy(lines, ({ keys }) => keys[0] ?? unstated)].map(([key, amounts]) => [key, count(amounts)]),
  )

/** In the order of the months, also those in which nothing came. */
export function byMonth(
  lines: readonly SheetLine[],
  months: readonly string[],
  name: string,
  shown: Shown,
): readonly ReportRow[] {
  const sums = sumBy(lines, ({ period }) => period)
  const counts = Object.fromEntries(months.map((month) => [month, sums.get(month)?.[name] ?? 0]))
  const rows = new Map(shown.rows(counts).map((row) => [row.of, row]))
  return months.map((of) => rows.get(of) ?? { of, count: 0, share: 0 })
}

/**
 * Areas are told by what lies directly below the head of the report: a city looks at its counties. Where counts are kept back, matters
 * that are rarer than that have no line of their own either: what they are called may be as telling as their number.
 */
export function fieldsOf(lines: readonly SheetLine[], desk: Desk, least: number): AnnualReport['fields'] {
  const byMatter = sumBy(lines, ({ keys }) => keys[1] ?? unstated)
  const matterOf = (matter: string) => (count(byMatter.get(matter) ?? {}) < least ? others : matter)
  const cells = sumBy(lines, ({ keys: [area = unstated, matter = unstated] }) =>
    JSON.stringify([area === unstated ? area : branchOf(area, desk.scope, desk.directory), matterOf(matter)]),
  )
  const places = [...cells.keys()].map((name) => JSON.parse(name) as [string, string])
  const areas = inOrder(places.map(([area]) => area))
  const matters = inOrder(places.map(([, matter]) => matter))
  const grid = areas.map((area) =>
    matters.map((matter) => count(cells.get(JSON.stringify([area, matter])) ?? {})),
  )
  const table = keepBackInTable(areas, matters, grid, least)
  return {
    byArea: rowsOf(areas, table.rowTotals, table.total),
    byMatter: rowsOf(matters, table.columnTotals, table.total).toSorted(
      (a, b) => Number(isNameless(a.of)) - Number(isNameless(b.of)) || (b.count ?? 0) - (a.count ?? 0),
    ),
    table,
  }
}

/** Each name once, in order; what has no name of its own last. */
const inOrder = (names: readonly string[]): readonly string[] =>
  [...new Set(names)].sort((a, b) => Number(isNameless(a)) - Number(isNameless(b)) || (a < b ? -1 : 1))

const isNameless = (name: string): boolean => name === others || name === unstated

const rowsOf = (
  names: readonly string[],
  counts: readonly (number | null)[],
  total: number | null,
): readonly ReportRow[] =>
  names.map((of, n) => {
    const one = counts[n] ?? null
    return { of, count: one, share: one === null || total === null || total === 0 ? null : one / total }
  })

/** The bodies with more than twice as many matters as the one in the middle, and never few. */
export function bodiesOf(
  lines: readonly SheetLine[],
  directory: Directory,
  shown: Shown,
  least: number,
): readonly BodyRow[] {
  const bodies = new Map(
    [...sumBy(lines, ({ unit }) => unit)].filter(([unit, amounts]) => {
      const type = directory.unit(unit)?.type
      return count(amounts) > 0 && type !== 'government' && type !== 'petitionOffice'
    }),
  )
  const middle = median([...bodies.values()].map(count)) ?? 0
  const counts = Object.fromEntries([...bodies].map(([unit, amounts]) => [unit, count(amounts)]))
  const rows = new Map(shown.rows(counts).map((row) => [row.of, row.count]))
  return [...bodies].flatMap(([unit, amounts]) => {
    const received = rows.get(unit) ?? null
    if (received === null || received < least || received <= 2 * middle) return []
    return [{ unit, received, timeliness: shown.unit(timelinessOf(amounts)) }]
  })
}

/** Each unit that owed something, in the order of the ids. */
export function unitsOf(lines: readonly SheetLine[], shown: Shown): readonly UnitRow[] {
  return [...sumBy(lines, ({ unit }) => unit)]
    .map(([unit, amounts]) => ({ unit, timeliness: timelinessOf(amounts) }))
    .filter(({ timeliness }) => Object.keys(timeliness.clocks).length > 0)
    .map(({ unit, timeliness }) => ({ unit, timeliness: shown.unit(timeliness) }))
}

/** What units are called today; those that have ended since, as they were called then. */
export async function namesOf(
  { directory, host }: Desk,
  then: string,
  ids: readonly string[],
): Promise<Readonly<Record<string, UnitName>>> {
  const asked = [...new Set(ids)].filter((id) => directory.knows(id))
  const isOver = asked.some((id) => directory.unit(id) === undefined)
  const earlier = isOver ? await host.platform.organizations.asOf(then) : directory
  return Object.fromEntries(
    asked.flatMap((id) => {
      const unit = directory.unit(id) ?? earlier.unit(id)
      return unit === undefined ? [] : [[id, { zh: unit.name, en: unit.nameEn ?? unit.name }]]
    }),
  )
}
