import { coreErrors } from '@redress/core'
import type { AnalysisTable, MonthsQuery, RisesQuery, TableQuery } from './api.js'
import { isMonth, isWeek, monthsIn } from './count/period.js'
import { analysisErrors } from './errors.js'

const tables: ReadonlySet<unknown> = new Set([
  'total',
  'unit',
  'receivedBy',
  'area',
  'matter',
  'channel',
  'class',
  'area×matter',
] satisfies readonly AnalysisTable[])
const weekTables: ReadonlySet<unknown> = new Set(['total', 'unit', 'area', 'matter', 'area×matter'])
/** Only what comes in is counted by these. */
const tablesOfReceipt: ReadonlySet<unknown> = new Set(['receivedBy', 'area×matter'])
const mostPeriods = 60
const mostMonths = 24

/** A table query with each of its fields checked and read once. */
export interface CheckedTableQuery {
  readonly table: AnalysisTable
  /** The periods, and the stored ones that each adds up. */
  readonly periods: ReadonlyMap<string, readonly string[]>
  readonly unit: string | undefined
}

/** @throws QUERY_INVALID, PERIOD_NOT_COUNTED */
export function checkTableQuery(query: TableQuery, about: 'counts' | 'work'): CheckedTableQuery {
  const { table = 'total', periods, unit } = read(query)
  const possible = [...tables].filter((one) => about === 'counts' || !tablesOfReceipt.has(one))
  if (!possible.includes(table)) throw invalid(`'table' is one of ${possible.join(', ')}`)
  const list = readList(periods, 'periods', mostPeriods)
  const hasWeeks = about === 'counts' && weekTables.has(table)
  return {
    table: table as AnalysisTable,
    unit: readUnit(unit),
    periods: new Map(
      list.map((period) => {
        const stored = monthsIn(period) ?? (hasWeeks && isWeek(period) ? [period] : undefined)
        if (stored === undefined)
          throw analysisErrors.PERIOD_NOT_COUNTED({
            period: period.slice(0, 40),
            possible: hasWeeks ? "'2024', '2024-05', '2024-W22'" : "'2024', '2024-05'",
          })
        return [period, stored]
      }),
    ),
  }
}

/** @throws QUERY_INVALID, PERIOD_NOT_COUNTED */
export function checkRisesQuery(query: RisesQuery, lastWeek: string) {
  const { table = 'total', week = lastWeek, unit } = read(query)
  if (!weekTables.has(table)) throw invalid(`'table' is one of ${[...weekTables].join(', ')}`)
  if (typeof week !== 'string' || !isWeek(week) || week > lastWeek)
    throw analysisErrors.PERIOD_NOT_COUNTED({
      period: typeof week === 'string' ? week.slice(0, 40) : typeof week,
      possible: `ISO weeks up to ${lastWeek}`,
    })
  return { table: table as NonNullable<RisesQuery['table']>, week, unit: readUnit(unit) }
}

/** @throws QUERY_INVALID, PERIOD_NOT_COUNTED */
export function checkMonthsQuery(query: MonthsQuery, usual: readonly string[]) {
  const { months, unit } = read(query)
  const list = months === undefined ? usual : readList(months, 'months', mostMonths)
  const wrong = list.find((month) => !isMonth(month))
  if (wrong !== undefined)
    throw analysisErrors.PERIOD_NOT_COUNTED({ period: wrong.slice(0, 40), possible: "'2024-05'" })
  return { months: [...list].sort(), unit: readUnit(unit) }
}

/** @throws QUERY_INVALID */
export function checkYear(year: unknown): number {
  if (typeof year === 'number' && Number.isInteger(year) && year >= 1990 && year <= 2100) return year
  throw invalid("'year' is a whole number such as 2024")
}

/** @throws QUERY_INVALID */
export function checkMonth(month: unknown): string {
  if (typeof month === 'string' && isMonth(month)) return month
  throw invalid("'month' is a month such as 2024-05")
}

/** The fields of a query as they are now. A getter or a proxy may throw anything. @throws QUERY_INVALID */
export function read(query: object): Readonly<Record<string, unknown>> {
  try {
    if (typeof query === 'object' && query !== null) return { ...query }
  } catch {
    throw invalid('reading it failed')
  }
  throw invalid('it is not an object')
}

/** @throws QUERY_INVALID */
export function readUnit(unit: unknown): string | undefined {
  if (unit === undefined || (typeof unit === 'string' && unit.length > 0 && unit.length <= 128)) return unit
  throw invalid("'unit' is the id of a unit")
}

function readList(given: unknown, name: string, most: number): readonly string[] {
  const list = listOf(given, most)
  const texts = list.filter((one) => typeof one === 'string')
  if (list.length === 0 || texts.length !== list.length)
    throw invalid(`'${name}' is a list of 1 to ${most} texts`)
  return [...new Set(texts)]
}

/** A copy; empty where it is no list, one that is too long, or one that cannot be read. */
function listOf(given: unknown, most: number): readonly unknown[] {
  try {
    return Array.isArray(given) && given.length <= most ? Array.from<unknown>(given) : []
  } catch {
    return []
  }
}

const invalid = (reason: string) => coreErrors.QUERY_INVALID({ reason })
