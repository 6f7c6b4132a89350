import type { RowQuery } from '@redress/core'
import { type AccessPath, accessPath } from './access-path.js'
import {
  bounds,
  conditions,
  elements,
  type FindWriter,
  jsonOf,
  limit,
  numberText,
  place,
  sortExpression,
  valuesOf,
  whereSql,
} from './find-conditions.js'
import { storableText } from './storable.js'
import { entryValue, equalColumn, type ViewTable } from './view-table.js'

/** A query as one statement: rows of key, row and sort value, in order, at most one more than the limit. */
export interface FindStatement {
  readonly sql: string
  readonly values: readonly string[]
}

export function findStatement(table: ViewTable, query: RowQuery): FindStatement {
  const path = accessPath(table, query)
  const values: string[] = []
  const writer: FindWriter = {
    table,
    query,
    direction: query.sort?.descending === true ? 'desc' : 'asc',
    beyond: query.sort?.descending === true ? '<' : '>',
    bind(value) {
      values.push(value)
      return `$${values.length}`
    },
  }
  return { sql: sqlOf(writer, path), values }
}

function sqlOf(writer: FindWriter, path: AccessPath): string {
  switch (path.by) {
    case 'order':
      return inOrder(writer, path.index.equal)
    case 'entries-in-order':
      return entriesInOrder(writer, path.index.equal, path.number)
    case 'entries': {
      const { table, bind } = writer
      const key = `t.key in (select e.key from ${table.entries} e, ${wantedEntries(writer, path.index.equal)} w
        where e.index = ${bind(String(path.number))}::integer and e.value = w.value)`
      return allSorted(writer, [key])
    }
    case 'conditions':
      return allSorted(writer, [])
  }
}

/** Everything that fits, sorted here. */
function allSorted(writer: FindWriter, more: readonly string[]): string {
  const { table, query, direction } = writer
  const by = sortExpression(writer)
  const where = [...more, ...conditions(writer, []), ...bounds(writer, by), ...place(writer, by)]
  const order = query.sort === undefined ? `t.key ${direction}` : `${by} ${direction}, t.key ${direction}`
  return `select t.key, t.row::text, ${by} as by from ${table.rows} t ${whereSql(where)}
    order by ${order} limit ${limit(writer)}`
}

/**
 * In the order of an index. With several partitions, the first row of each tells which can have rows on this page: at most as many
 * partitions as the page has rows, and the nth of them at most n - 1 rows fewer than the page.
 */
function inOrder(writer: FindWriter, equal: readonly string[]): string {
  const { table, query, direction } = writer
  const single = equal.every((field) => valuesOf(query.where?.[field])?.length === 1)
  const by = sortExpression(writer)
  const order = `${by} ${direction}, t.key ${direction}`
  if (single) {
    const where = [...conditions(writer, []), ...bounds(writer, by), ...place(writer, by)]
    return `select t.key, t.row::text, ${by} as by from ${table.rows} t ${whereSql(where)}
      order by ${order} limit ${limit(writer)}`
  }
  const parts = equal.map((field, n) => partValues(writer, equal, field, n))
  const within = [
    ...equal.map((field, n) => `t.${equalColumn(field)} = p.p${n}`),
    ...conditions(writer, equal),
    ...bounds(writer, by),
    ...place(writer, by),
  ]
  const page = limit(writer)
  const names = equal.map((_, n) => `p${n}`)
  const rowsOf = (most: string) =>
    `select ${by} as by, t.key from ${table.rows} t ${whereSql(within)} order by ${order} limit ${most}`
  return `with part as materialized (select ${names.map((name, n) => `q${n}.value as ${name}`).join(', ')}
      from ${parts.join(' cross join lateral ')}),
    best as materialized (
      select p.*, row_number() over (order by f.by ${direction}, f.key ${direction}) as rank
      from part p cross join lateral (${rowsOf('1')}) f
      order by f.by ${direction}, f.key ${direction} limit ${page}
    ),
    page as materialized (
      select r.by, r.key from best p cross join lateral (${rowsOf(`${page} + 1 - p.rank`)}) r
      order by r.by ${direction}, r.key ${direction} limit ${page}
    )
    select t.key, t.row::text, page.by from page join ${table.rows} t on t.key = page.key
    order by page.by ${direction}, page.key ${direction}`
}

/** The values of one field of the partitions: those that are wanted, or each that occurs, found by leaps through the index. */
function partValues(writer: FindWriter, equal: readonly string[], field: string, n: number): string {
  const { table, query, bind } = writer
  const wanted = valuesOf(query.where?.[field])
  // One value is said to be one: a plan that seems dear is compiled by some servers, which takes longer than it runs.
  if (wanted?.length === 1) return `(select (${bind(jsonOf(wanted))}::jsonb->0)::text as value) q${n}`
  if (wanted !== undefined) return `(select v::text as value from ${elements(bind(jsonOf(wanted)))} v) q${n}`
  const column = equalColumn(field)
  const before = equal.slice(0, n).map((one, i) => `t.${equalColumn(one)} = q${i}.value`)
  const next = (more: readonly string[]) =>
    `(select t.${column} as value from ${table.rows} t ${whereSql([...before, ...more])} order by t.${column} limit 1)`
  return `(with recursive leap as (
      ${next([])}
      union all
      select ${next([`t.${column} > leap.value`])} from leap where leap.value is not null
    ) select value from leap where value is not null) q${n}`
}

/** From the entries of a list index. The row is asked again: an entry may be older than the row. */
function entriesInOrder(writer: FindWriter, equal: readonly string[], number: number): string {
  const { table, query, direction, beyond, bind } = writer
  const by = sortExpression(writer)
  const where = ['e.value = w.value', `e.index = ${bind(String(number))}::integer`, `e.by = ${by}`]
  const { from, below } = query.range?.field === query.sort?.field ? (query.range ?? {}) : {}
  if (from !== undefined) where.push(`e.by >= ${bind(numberText(from))}::float8`)
  if (below !== undefined) where.push(`e.by < ${bind(numberText(below))}::float8`)
  if (query.after !== undefined) {
    const { value, key } = query.after
    where.push(
      `(e.by, e.key) ${beyond} (${bind(numberText(value))}::float8, ${bind(storableText(key))}::text collate "C")`,
    )
  }
  where.push(...conditions(writer, []), ...bounds(writer, by))
  const page = limit(writer)
  // A row with several of the values comes once.
  return `with page as materialized (
      select distinct r.by, r.key from ${wantedEntries(writer, equal)} w cross join lateral (
        select e.by, e.key from ${table.entries} e join ${table.rows} t on t.key = e.key
        ${whereSql(where)} order by e.by ${direction}, e.key ${direction} limit ${page}
      ) r order by r.by ${direction}, r.key ${direction} limit ${page}
    )
    select t.key, t.row::text, page.by from page join ${table.rows} t on t.key = page.key
    order by page.by ${direction}, page.key ${direction}`
}

/** The entry values that a query asks for. */
function wantedEntries({ query, bind }: FindWriter, equal: readonly string[]): string {
  const from = equal.map(
    (field, n) => `${elements(bind(jsonOf(valuesOf(query.where?.[field]) ?? [])))} v${n}`,
  )
  return `(select ${entryValue(equal.map((_, n) => `v${n}`))} as value from ${from.join(' cross join ')})`
}
