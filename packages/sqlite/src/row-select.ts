import type { RowPlace, RowQuery } from '@redress/core'
import { columnsOf, inPartition, partitionsOf, sourceOf, sparseOf } from './partitions.js'
import { rangeCondition, stretchOf } from './place.js'
import { condition, isAsked, oneOf, orderOf, type Wanted } from './row-condition.js'
import { join, raw, type Sql, sql } from './sql-text.js'
import type { IndexLayout, ViewLayout } from './view-layout.js'

/** A query on its way to SQL. */
export interface Question {
  readonly layout: ViewLayout
  readonly query: RowQuery
  readonly wanted: readonly Wanted[]
  /** Where this read starts. */
  readonly after: RowPlace | undefined
  readonly limit: number
}

/** Reads the rows of an index in its order, partition by partition, and stops at the limit. */
export function orderedSelect(question: Question, index: IndexLayout): Sql {
  const { query, wanted, limit } = question
  const single =
    index.list === undefined && index.fields.every(({ field }) => textsOf(wanted, field)?.length === 1)
  if (single) {
    const order = index.sort === undefined ? undefined : raw(`t.${index.sort.column}`)
    const { start } = stretchOf(query, order, raw('t.key'), question.after)
    const equal = index.fields.map(
      ({ field, column }) => sql`${raw(`t.${column}`)} ${oneOf(textsOf(wanted, field) as readonly string[])}`,
    )
    const where = [
      ...equal,
      ...(start === undefined ? [] : [start]),
      ...sparseOf(index),
      ...rest(question, index),
    ]
    return sql`select ${rowColumns(order)} from ${sourceOf(index, 't')}${clause(where)} ${orderBy(query, order, raw('t.key'))} limit ${limit}`
  }
  return mergedSelect(question, index, rest(question, index))
}

/**
 * Many partitions in one order. A recursive query with an order is a queue that gives out the least row first: each one that is
 * taken out puts the next row of its partition in.
 */
function mergedSelect(
  { layout, query, wanted, after, limit }: Question,
  index: IndexLayout,
  more: readonly Sql[],
): Sql {
  const { tables, name = 'p' } = partitionsOf(index, wanted)
  const descending = query.sort?.descending === true
  const by = index.sort === undefined ? undefined : raw(`e.${index.sort.column}`)
  const { start, end } = stretchOf(query, by, raw('e.key'), after)
  // The plus takes the affinity of the column away: with it SQLite would seek by the first of the two only.
  const sign = raw(descending ? '<' : '>')
  const later = by === undefined ? sql`e.key > q.key` : sql`(${by}, e.key) ${sign} (+q.s, +q.key)`
  const seek = (from: string, bounds: readonly (Sql | undefined)[]): Sql => {
    const where = [
      ...inPartition(index, from),
      ...bounds.filter((bound) => bound !== undefined),
      ...sparseOf(index),
    ]
    return sql`(select e.id from ${sourceOf(index, 'e')}${clause(where)} ${orderBy(query, by, raw('e.key'))} limit 1)`
  }
  const table = raw(layout.table)
  const values = (from: string): Sql =>
    join(
      columnsOf(index.fields.length).map((value) => sql`${raw(from)}.${value}`),
      ', ',
    )
  const s = index.sort === undefined ? raw('0') : raw(`t.${index.sort.column}`)
  const place = index.fields.length
  const order = raw(`${place + 1}${descending ? ' desc' : ''}, ${place + 2}${descending ? ' desc' : ''}`)
  const columns = join([...columnsOf(place), raw('s'), raw('key'), raw('id')], ', ')
  // Without a limit SQLite would leave out the order of a query within a join.
  const queue = sql`q(${columns}) as (
    select * from (select ${values(name)}, ${s}, t.key, t.id from ${raw(name)} cross join ${table} t on t.id = ${seek(name, [start])})
    union all
    select ${values('q')}, ${s}, t.key, t.id from q cross join ${table} t on t.id = ${seek('q', [later, end])}
    order by ${order} limit -1)`
  const where = [...once(index, wanted, layout), ...more]
  return sql`with recursive ${join([...tables, queue], ', ')} select t.key, t.row, q.s from q cross join ${table} t on t.id = q.id${clause(where)} limit ${limit}`
}

/** A row with several of the wanted values stands in several partitions: it counts in the least of them. */
function once(
  { list, fields }: IndexLayout,
  wanted: readonly Wanted[],
  { lists }: ViewLayout,
): readonly Sql[] {
  const texts = list === undefined ? undefined : textsOf(wanted, list)
  const column = lists.get(list ?? '')
  if (texts === undefined || column === undefined || texts.length < 2 || fields.length === 0) return []
  return [sql`q.v0 = (select min(value) from json_each(t.${raw(column)}) where value ${oneOf(texts)})`]
}

/** Collects what an index narrows to, and sorts it. */
export function gatheredSelect(question: Question, index: IndexLayout | undefined): Sql {
  const { layout, query, limit } = question
  const order = query.sort === undefined ? undefined : orderOf(query.sort.field, layout)
  const { start } = stretchOf(query, order, raw('t.key'), question.after)
  const candidates = index === undefined ? undefined : gather(question, index)
  const where = [
    ...(candidates === undefined ? [] : [sql`t.id in (select e.id ${candidates.from})`]),
    ...(start === undefined ? [] : [start]),
    ...rest(question, index),
  ]
  const head = candidates === undefined ? raw('') : candidates.head
  return sql`${head}select ${rowColumns(order)} from ${raw(layout.table)} t${clause(where)} ${orderBy(query, order, raw('t.key'))} limit ${limit}`
}

/** Counts what an index narrows to, but no further than to a limit. */
export function countSelect(question: Question, index: IndexLayout): Sql {
  const { head, from } = gather(question, index)
  return sql`${head}select count(*) as count from (select 1 ${from} limit ${question.limit}) c`
}

function gather({ query, wanted }: Question, index: IndexLayout): { readonly head: Sql; readonly from: Sql } {
  const { tables, name } = partitionsOf(index, wanted)
  const { range } = query
  const bounds =
    range !== undefined && index.sort?.field === range.field
      ? [rangeCondition(query, raw(`e.${index.sort.column}`))].filter((one) => one !== undefined)
      : []
  const where = [...(name === undefined ? [] : inPartition(index, name)), ...bounds, ...sparseOf(index)]
  const source = sourceOf(index, 'e')
  return {
    head: tables.length === 0 ? raw('') : sql`with recursive ${join(tables, ', ')} `,
    from: sql`from ${name === undefined ? source : sql`${raw(name)} cross join ${source}`}${clause(where)}`,
  }
}

/** What the index does not say about a row: the other fields, and a range over another field than the order. */
function rest({ layout, query, wanted }: Question, index: IndexLayout | undefined): readonly Sql[] {
  const inIndex = (index?.fields ?? []).map(({ field }) => field)
  const others = wanted
    .filter(({ field }) => !inIndex.includes(field) && isAsked(field, layout))
    .map((one) => condition(one, layout))
  const { range, sort } = query
  if (range === undefined || range.field === sort?.field) return others
  return [...others, rangeCondition(query, orderOf(range.field, layout)) as Sql]
}

const textsOf = (wanted: readonly Wanted[], field: string): readonly string[] | undefined =>
  wanted.find((one) => one.field === field)?.texts

const rowColumns = (order: Sql | undefined): Sql => sql`t.key, t.row, ${order ?? raw('0')} as s`

const clause = (where: readonly Sql[]): Sql =>
  where.length === 0 ? raw('') : sql` where ${join(where, ' and ')}`

function orderBy({ sort }: RowQuery, order: Sql | undefined, key: Sql): Sql {
  const way = raw(sort?.descending === true ? ' desc' : '')
  return order === undefined ? sql`order by ${key}` : sql`order by ${order}${way}, ${key}${way}`
}
