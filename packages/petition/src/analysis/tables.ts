import type { Actor } from '@redress/core'
import type {
  CountTable,
  SatisfactionTable,
  TableQuery,
  TableRow,
  TimelinessTable,
  WorkQuery,
} from './api.js'
import { type Amounts, sumOf } from './count/line.js'
import { isWeek } from './count/period.js'
import { answerOf, openDesk, type Workshop } from './desk.js'
import { type CheckedTableQuery, checkTableQuery } from './query.js'
import { readSheet, type SheetLine, sumBy } from './sheet.js'
import { countsOf, satisfactionsOf, timelinessOf } from './statistics/measures.js'

export async function countTable(shop: Workshop, query: TableQuery, by: Actor): Promise<CountTable> {
  const checked = checkTableQuery(query, 'counts')
  return await tableOf(shop, checked, by, (amounts, period) => {
    const { received, repeats, ...more } = countsOf(amounts)
    const isShort = checked.table === 'area×matter' || isWeek(period)
    return { counts: isShort ? { received, repeats } : { received, repeats, ...more } }
  })
}

export async function timelinessTable(shop: Workshop, query: WorkQuery, by: Actor): Promise<TimelinessTable> {
  return await tableOf(shop, checkTableQuery(query, 'work'), by, (amounts) => ({
    timeliness: timelinessOf(amounts),
  }))
}

export async function satisfactionTable(
  shop: Workshop,
  query: WorkQuery,
  by: Actor,
): Promise<SatisfactionTable> {
  return await tableOf(shop, checkTableQuery(query, 'work'), by, (amounts) => ({
    satisfaction: satisfactionsOf(amounts),
  }))
}

async function tableOf<Measure extends object>(
  shop: Workshop,
  { table, periods, unit }: CheckedTableQuery,
  by: Actor,
  measure: (amounts: Amounts, period: string) => Measure,
) {
  const desk = await openDesk(shop, unit, by)
  const stored = [...new Set([...periods.values()].flat())]
  const { lines, isComplete } = await readSheet(
    shop.host,
    table === 'total' ? 'unit' : table,
    stored,
    desk.scope,
  )
  const rows = [...periods].flatMap(([period, parts]) => {
    const wanted = lines.filter((line) => parts.includes(line.period))
    const named = [...sumBy(wanted, (line) => JSON.stringify(keysOf(table, line)))]
    if (named.length === 0 && table === 'total') named.push(['[]', sumOf([])])
    return named.map(([name, amounts]) => ({
      ...rowOf(period, JSON.parse(name) as string[]),
      ...measure(amounts, period),
    }))
  })
  return { ...answerOf(desk, isComplete), table, rows }
}

export function keysOf(table: CheckedTableQuery['table'], { unit, keys }: SheetLine): readonly string[] {
  if (table === 'total') return []
  return table === 'unit' || table === 'receivedBy' ? [unit] : keys
}

export function rowOf(period: string, [key = '', matter]: readonly string[]): TableRow {
  return { period, key, ...(matter === undefined ? {} : { matter }) }
}
