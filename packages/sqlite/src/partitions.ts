import type { Wanted } from './row-condition.js'
import { join, raw, type Sql, sql } from './sql-text.js'
import type { IndexLayout } from './view-layout.js'

/** The partitions of an index that a query reads: each is one value for every one of its fields. */
export interface Partitions {
  /** Common table expressions; the last one has the columns `v0`, `v1` and so on. */
  readonly tables: readonly Sql[]
  /** The name of the last one; undefined where the index has no fields and so a single partition. */
  readonly name: string | undefined
}

/** Values that are asked for are named; those of a field that is left open are looked up, one seek for each that there is. */
export function partitionsOf(index: IndexLayout, wanted: readonly Wanted[]): Partitions {
  const tables = index.fields.map(({ field, column }, n) => {
    const asked = wanted.find((one) => one.field === field)
    const given = columnsOf(n)
    const name = raw(`p${n}`)
    const before = raw(`p${n - 1}`)
    const columns = join([...given, raw(`v${n}`)], ', ')
    if (asked !== undefined) {
      const values = sql`json_each(${JSON.stringify(asked.texts)}) j`
      return n === 0
        ? sql`${name}(${columns}) as (select j.value from ${values})`
        : sql`${name}(${columns}) as (select ${before}.*, j.value from ${before} cross join ${values})`
    }
    const least = (from: Sql, more: readonly Sql[]): Sql => {
      const equal = given.map(
        (value, at) => sql`${raw((index.fields[at] as { column: string }).column)} = ${from}.${value}`,
      )
      const where = [...equal, ...more, ...sparseOf(index)]
      return sql`(select min(${raw(column)}) from ${sourceOf(index)}${where.length === 0 ? raw('') : sql` where ${join(where, ' and ')}`})`
    }
    const next = sql`${raw(column)} > ${name}.${raw(`v${n}`)}`
    const first =
      n === 0
        ? sql`select ${least(before, [])}`
        : sql`select ${before}.*, ${least(before, [])} from ${before}`
    const step = sql`select ${join([...given.map((value) => sql`${name}.${value}`), least(name, [next])], ', ')} from ${name} where ${name}.${raw(`v${n}`)} is not null`
    return sql`${name}(${columns}) as (${first} union all ${step})`
  })
  return { tables, name: tables.length === 0 ? undefined : `p${tables.length - 1}` }
}

/** `v0`, `v1` and so on: the values of the first fields. */
export function columnsOf(count: number): readonly Sql[] {
  return Array.from({ length: count }, (_, n) => raw(`v${n}`))
}

/** The entry stands in the partition that a row of `from` names. */
export function inPartition(index: IndexLayout, from: string): readonly Sql[] {
  return index.fields.map(({ column }, n) => sql`${raw(`e.${column}`)} = ${raw(`${from}.v${n}`)}`)
}

export function sourceOf({ source, hint }: IndexLayout, alias = ''): Sql {
  return raw([source, alias, hint].filter((word) => word !== '').join(' '))
}

/** SQLite uses a partial index only where its own condition is repeated. */
export function sparseOf({ sparse, sort }: IndexLayout): readonly Sql[] {
  return sparse && sort !== undefined ? [sql`${raw(sort.column)} < 9e999`] : []
}
