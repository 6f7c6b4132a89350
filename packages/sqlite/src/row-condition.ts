import { coreErrors, type Row, type RowQuery, type Scalar } from '@redress/core'
import { fieldOf, jsonPath, scalarText } from './row-field.js'
import { join, raw, type Sql, sql } from './sql-text.js'
import type { ViewLayout } from './view-layout.js'

/** What a query asks of one field: one of these values, each as JSON and once. */
export interface Wanted {
  readonly field: string
  readonly texts: readonly string[]
}

export function wantedOf({ where = {} }: RowQuery): readonly Wanted[] {
  return Object.entries(where).flatMap(([field, wanted]) => {
    if (wanted === undefined) return []
    const values: readonly Scalar[] = Array.isArray(wanted) ? wanted : [wanted as Scalar]
    return [{ field, texts: [...new Set(values.map(scalarText).filter((text) => text !== undefined))] }]
  })
}

/** Whether SQL can look into a row for this field; if not, {@link fits} does. */
export function isAsked(field: string, { equal, lists }: ViewLayout): boolean {
  return equal.has(field) || lists.has(field) || jsonPath(field) !== undefined
}

/** The condition on the row `t`. */
export function condition({ field, texts }: Wanted, { equal, lists }: ViewLayout): Sql {
  const list = lists.get(field)
  if (list !== undefined) {
    return sql`exists (select 1 from json_each(t.${raw(list)}) where value ${oneOf(texts)})`
  }
  const column = equal.get(field)
  if (column !== undefined) return sql`t.${raw(column)} ${oneOf(texts)}`
  // JSON as it was written, so that texts, numbers and booleans stay apart.
  return sql`t.row -> ${jsonPath(field) as string} ${oneOf(texts)}`
}

export function oneOf(texts: readonly string[]): Sql {
  const [first] = texts
  return texts.length === 1 && first !== undefined
    ? sql`= ${first}`
    : sql`in (select value from json_each(${JSON.stringify(texts)}))`
}

/** The same on the row itself. */
export function fits(row: Row, { field, texts }: Wanted): boolean {
  const text = scalarText(fieldOf(row, field))
  return text !== undefined && texts.includes(text)
}

/** The number of `t` that orders it by a field; infinity where it has none. */
export function orderOf(field: string, { sort }: ViewLayout): Sql {
  const column = sort.get(field)
  if (column !== undefined) return sql`t.${raw(column)}`
  const path = jsonPath(field)
  if (path === undefined)
    throw coreErrors.QUERY_INVALID({ reason: 'a field to sort or bound by has such a name' })
  return sql`case when json_type(t.row, ${path}) in ('integer', 'real') then json_extract(t.row, ${path}) else 9e999 end`
}

/** Bounds on an expression that orders. A row without a number is outside every bound. */
export function within(
  order: Sql,
  { from, below }: { from?: number | undefined; below?: number | undefined },
): Sql {
  const upper = sql`${order} < ${below ?? Number.POSITIVE_INFINITY}`
  return from === undefined ? upper : join([sql`${order} >= ${from}`, upper], ' and ')
}
