import type { RowQuery, Scalar } from '@redress/core'
import { storableJson, storableText } from './storable.js'
import { elementsOf, equalColumn, sortColumn, type ViewTable } from './view-table.js'

/** A query on its way into SQL. */
export interface FindWriter {
  readonly table: ViewTable
  readonly query: RowQuery
  readonly direction: 'asc' | 'desc'
  readonly beyond: '<' | '>'
  /** Adds a value and tells how the text names it. */
  readonly bind: (value: string) => string
}

/** What `where` asks of a row, without the fields that are dealt with. */
export function conditions(
  { table, query, bind }: FindWriter,
  without: readonly string[],
): readonly string[] {
  return Object.entries(query.where ?? {}).flatMap(([field, wanted]) => {
    if (without.includes(field)) return []
    const values = valuesOf(wanted) ?? []
    const list = bind(jsonOf(values))
    if (table.equals.has(field)) {
      const column = `t.${equalColumn(field)}`
      return values.length === 1
        ? [`${column} = (${list}::jsonb->0)::text`]
        : [`${column} = any(array(select v::text from ${elements(list)} v))`]
    }
    const dot = field.indexOf('.')
    const path = dot < 0 ? [field] : [field.slice(0, dot), field.slice(dot + 1)]
    const value = `t.row${path.map((key) => `->${bind(storableText(key))}::text`).join('')}`
    const wantedValues = `array(select v from ${elements(list)} v)`
    return [
      `case when jsonb_typeof(${value}) = 'array'
        then exists (select from ${elementsOf(value)} x where x = any(${wantedValues}))
        else ${value} = any(${wantedValues}) end`,
    ]
  })
}

/** The range, on its own field or on the one of the order. */
export function bounds(writer: FindWriter, by: string): readonly string[] {
  const { range, sort } = writer.query
  if (range === undefined) return []
  const { field, from, below } = range
  const value = field === sort?.field ? by : numberExpression(writer, field)
  return [
    // In these words, since a sparse index is one with this condition.
    `${value} < 'Infinity'`,
    ...(from === undefined ? [] : [`${value} >= ${writer.bind(numberText(from))}::float8`]),
    ...(below === undefined ? [] : [`${value} < ${writer.bind(numberText(below))}::float8`]),
  ]
}

export function place({ query, beyond, bind }: FindWriter, by: string): readonly string[] {
  if (query.after === undefined) return []
  const key = `${bind(storableText(query.after.key))}::text collate "C"`
  if (query.sort === undefined) return [`t.key ${beyond} ${key}`]
  return [`(${by}, t.key) ${beyond} (${bind(numberText(query.after.value))}::float8, ${key})`]
}

export function sortExpression(writer: FindWriter): string {
  const { sort } = writer.query
  return sort === undefined ? '0::float8' : numberExpression(writer, sort.field)
}

function numberExpression({ table, bind }: FindWriter, field: string): string {
  if (table.sorts.has(field)) return `t.${sortColumn(field)}`
  const dot = field.indexOf('.')
  const path = dot < 0 ? [field] : [field.slice(0, dot), field.slice(dot + 1)]
  const value = `(t.row${path.map((key) => `->${bind(storableText(key))}::text`).join('')})`
  return `case when jsonb_typeof(${value}) = 'number' then ${value}::float8 else 'Infinity' end`
}

export function limit({ query, bind }: FindWriter): string {
  return `${bind(String(query.limit + 1))}::integer`
}

export function valuesOf(wanted: Scalar | readonly Scalar[] | undefined): readonly Scalar[] | undefined {
  if (wanted === undefined) return undefined
  return Array.isArray(wanted) ? [...new Set(wanted as readonly Scalar[])] : [wanted as Scalar]
}

export const elements = (parameter: string) => `jsonb_array_elements(${parameter}::jsonb)`
export const jsonOf = (values: readonly Scalar[]) => storableJson(JSON.stringify(values))
/** Absent values stand behind every number. */
export const numberText = (value: number | null) => (value === null ? 'Infinity' : String(value))

export function whereSql(where: readonly string[]): string {
  return where.length === 0 ? '' : `where ${where.join(' and ')}`
}
