import type { ViewDefinition, ViewIndex } from '@redress/core'
import { checkField, checkViewName, type Names } from './names.js'

/** The tables of one version of a view: its rows, and an entry for each value of its lists. */
export interface ViewTable {
  readonly name: string
  readonly version: number
  readonly definition: ViewDefinition
  readonly rows: string
  /** Undefined where no index has a list. */
  readonly entries: string | undefined
  /** The fields with a column that holds their value as JSON text, `''` for none. */
  readonly equals: ReadonlySet<string>
  /** The fields with a column that holds their number, infinity for none. */
  readonly sorts: ReadonlySet<string>
}

export const equalColumn = (field: string) => `"eq ${field}"`
export const sortColumn = (field: string) => `"by ${field}"`

export function hasList({ lists = [] }: ViewDefinition, { equal }: ViewIndex): boolean {
  return equal.some((field) => lists.includes(field))
}

export function checkView({ name, indexes, lists = [] }: ViewDefinition): void {
  checkViewName(name)
  for (const field of lists) checkField(field)
  for (const { equal, sort } of indexes) {
    for (const field of equal) checkField(field)
    if (sort !== undefined) checkField(sort)
  }
}

export function viewTable(definition: ViewDefinition, names: Names): ViewTable {
  const { name, version, indexes, lists = [] } = definition
  const base = `${name}@${version}`
  const scalars = indexes.flatMap(({ equal }) => equal.filter((field) => !lists.includes(field)))
  return {
    name,
    version,
    definition,
    rows: names.table(base),
    entries: indexes.some((index) => hasList(definition, index)) ? names.table(`${base} entries`) : undefined,
    equals: new Set(scalars),
    sorts: new Set(indexes.flatMap(({ sort }) => (sort === undefined ? [] : [sort]))),
  }
}

/** The statements that make the tables of a view. */
export function createStatements(table: ViewTable): readonly string[] {
  const { definition, rows, entries } = table
  return [
    `create table ${rows} (key text collate "C" primary key, row jsonb not null${columns(table)
      .map((column) => `, ${column}`)
      .join('')})`,
    ...definition.indexes.flatMap((index) => indexStatements(table, index)),
    ...(entries === undefined ? [] : entriesStatements(entries)),
  ]
}

/** The statements that add indexes to a view that has rows. The definition already holds them, at its end. */
export function extendStatements(table: ViewTable, added: readonly ViewIndex[]): readonly string[] {
  const { definition, rows, entries } = table
  const first = definition.indexes.length - added.length
  const alter = columns(table).map((column) => `add column if not exists ${column}`)
  return [
    ...(alter.length === 0 ? [] : [`alter table ${rows} ${alter.join(', ')}`]),
    ...added.flatMap((index) => indexStatements(table, index)),
    ...(entries === undefined
      ? []
      : [
          ...entriesStatements(entries),
          `insert into ${entries} select * from (${entriesOf(table, rows)}) e where e.index >= ${first} on conflict do nothing`,
        ]),
  ]
}

export function dropStatements({ rows, entries }: ViewTable): readonly string[] {
  return [`drop table ${rows}`, ...(entries === undefined ? [] : [`drop table ${entries}`])]
}

/** An entry of each list index for each value that a row of `source` has there. */
export function entriesOf({ definition }: ViewTable, source: string): string {
  const { lists = [] } = definition
  return definition.indexes
    .flatMap((index, number) => (hasList(definition, index) ? [{ index, number }] : []))
    .map(({ index: { equal, sort, sparse }, number }) => {
      const from = equal.flatMap((field, n) =>
        lists.includes(field) ? [`cross join lateral ${elementsOf(jsonField('r.row', field))} v${n}`] : [],
      )
      const values = equal.map((field, n) =>
        lists.includes(field) ? `v${n}.value` : jsonField('r.row', field),
      )
      const where = equal.flatMap((field, n) => (lists.includes(field) ? [`v${n}.value <> 'null'`] : []))
      const by = sort === undefined ? `'Infinity'::float8` : sortValue('r.row', sort)
      if (sparse === true) where.push(`${by} <> 'Infinity'`)
      return `select ${number} as index, ${entryValue(values)} as value, ${by} as by, r.key
        from ${source} r ${from.join(' ')} where ${where.join(' and ')}`
    })
    .join(' union all ')
}

/** Whether two rows differ in what their entries are made of. */
export function listsDiffer({ definition }: ViewTable, one: string, other: string): string {
  const indexes = definition.indexes.filter((index) => hasList(definition, index))
  const fields = indexes.flatMap(({ equal, sort }) => (sort === undefined ? equal : [...equal, sort]))
  return [...new Set(fields)]
    .map((field) => `${jsonField(one, field)} is distinct from ${jsonField(other, field)}`)
    .join(' or ')
}

/** How the values of the fields of a list index stand in one column. */
export function entryValue(values: readonly string[]): string {
  return values.length === 1 ? `(${values[0]})::text` : `jsonb_build_array(${values.join(', ')})::text`
}

/** The values of a list, or the one value of a field that holds none. */
export function elementsOf(value: string): string {
  return `jsonb_array_elements(case when jsonb_typeof(${value}) = 'array' then ${value} else jsonb_build_array(${value}) end)`
}

function columns({ equals, sorts }: ViewTable): readonly string[] {
  return [
    ...[...equals].map(
      (field) =>
        `${equalColumn(field)} text collate "C" not null generated always as (coalesce((${jsonField('row', field)})::text, '')) stored`,
    ),
    ...[...sorts].map(
      (field) =>
        `${sortColumn(field)} float8 not null generated always as (${sortValue('row', field)}) stored`,
    ),
  ]
}

function indexStatements(table: ViewTable, index: ViewIndex): readonly string[] {
  if (hasList(table.definition, index)) return []
  const { equal, sort, sparse } = index
  const parts = [...equal.map(equalColumn), ...(sort === undefined ? [] : [sortColumn(sort)]), 'key']
  const where = sparse === true && sort !== undefined ? ` where ${sortColumn(sort)} < 'Infinity'` : ''
  return [`create index on ${table.rows} (${parts.join(', ')})${where}`]
}

function entriesStatements(entries: string): readonly string[] {
  return [
    `create table if not exists ${entries} (
      index integer, value text collate "C", by float8, key text collate "C", primary key (index, value, by, key))`,
    `create index if not exists "${entries.slice(entries.indexOf('.') + 2, -1)} key" on ${entries} (key)`,
  ]
}

// Only fields that have passed `checkField` come here: they hold no quote.
function jsonField(row: string, field: string): string {
  const dot = field.indexOf('.')
  return dot < 0 ? `${row}->'${field}'` : `${row}->'${field.slice(0, dot)}'->'${field.slice(dot + 1)}'`
}

function sortValue(row: string, field: string): string {
  const value = jsonField(row, field)
  return `case when jsonb_typeof(${value}) = 'number' then (${value})::float8 else 'Infinity' end`
}
