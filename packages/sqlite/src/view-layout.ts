import type { ViewDefinition } from '@redress/core'

/**
 * How one version of a view lies in SQLite: a table of rows with a column for each field that an index names, indexes on those
 * columns, and a table of entries for each index over a list. All names are numbers: what a view calls its fields never becomes SQL.
 */
export interface ViewLayout {
  /** The table of rows: `id`, `key`, `token`, the columns below, `row` as JSON. */
  readonly table: string
  /** Fields compared for equality, by column: `e0`. The value as JSON, or empty where the field has no scalar. */
  readonly equal: ReadonlyMap<string, string>
  /** Fields that order, by column: `s0`. The number, or infinity where the field has none. */
  readonly sort: ReadonlyMap<string, string>
  /** Lists, by column: `l0`. A JSON array of the values, each as JSON. */
  readonly lists: ReadonlyMap<string, string>
  readonly indexes: readonly IndexLayout[]
}

export interface IndexLayout {
  /** Where its entries are: the table of rows, or a table of its own. */
  readonly source: string
  /** Names the index where the source has several. */
  readonly hint: string
  /** Compared for equality, in the order of the index. */
  readonly fields: readonly IndexField[]
  readonly sort: { readonly field: string; readonly column: string } | undefined
  readonly sparse: boolean
  /** The list whose values are entries; always the first of the fields. */
  readonly list: string | undefined
}

export interface IndexField {
  readonly field: string
  readonly column: string
}

/** @param id the number of this version in the table of views */
export function viewLayout(id: number, { indexes, lists = [] }: ViewDefinition): ViewLayout {
  const table = `redress_rows_${id}`
  const isList = (field: string): boolean => lists.includes(field)
  const equal = numbered(
    'e',
    indexes.flatMap((index) => index.equal.filter((field) => !isList(field))),
  )
  const sort = numbered(
    's',
    indexes.flatMap((index) => (index.sort === undefined ? [] : [index.sort])),
  )
  const byKey: IndexLayout = {
    source: table,
    hint: `indexed by ${table}_key`,
    fields: [],
    sort: undefined,
    sparse: false,
    list: undefined,
  }
  const layouts = indexes.map((index, n): IndexLayout => {
    // One list makes the entries; a second one in the same index is compared on the row.
    const list = index.equal.find(isList)
    const scalars = index.equal
      .filter((field) => !isList(field))
      .map((field) => ({ field, column: equal.get(field) as string }))
    return {
      source: list === undefined ? table : `${table}_i${n}`,
      hint: list === undefined ? `indexed by ${table}_i${n}` : '',
      fields: list === undefined ? scalars : [{ field: list, column: 'v' }, ...scalars],
      sort:
        index.sort === undefined ? undefined : { field: index.sort, column: sort.get(index.sort) as string },
      sparse: index.sparse === true && index.sort !== undefined,
      list,
    }
  })
  return { table, equal, sort, lists: numbered('l', lists), indexes: [byKey, ...layouts] }
}

/** The statements that make the tables of a view. */
export function createTables({ table, equal, sort, lists, indexes }: ViewLayout): string {
  const text = [...equal.values(), ...lists.values()].map((column) => `${column} text not null, `)
  const numbers = [...sort.values()].map((column) => `${column} real not null, `)
  const made = indexes.map(({ source, hint, fields, sort: order, sparse }) => {
    const places = [...fields.map(({ column }) => column), ...(order === undefined ? [] : [order.column])]
    if (source !== table) {
      const typed = places.map(
        (column) => `${column} ${column === order?.column ? 'real' : 'text'} not null, `,
      )
      const primary = [...places, 'key'].join(', ')
      return `create table ${source} (${typed.join('')}key text not null, id integer not null, primary key (${primary})) without rowid`
    }
    const name = hint.replace('indexed by ', '')
    const unique = places.length === 0 && name.endsWith('_key') ? 'unique ' : ''
    const where = sparse && order !== undefined ? ` where ${order.column} < 9e999` : ''
    return `create ${unique}index ${name} on ${table} (${[...places, 'key'].join(', ')})${where}`
  })
  // The row stands last: what is read of the columns before it does not touch the pages that a long row runs over.
  const rows = `create table ${table} (id integer primary key, key text not null, token integer not null, ${[...text, ...numbers].join('')}row text not null)`
  return [rows, ...made].join(';\n')
}

export function dropTables({ table, indexes }: ViewLayout): string {
  const entries = indexes.filter(({ source }) => source !== table)
  return [table, ...entries.map(({ source }) => source)].map((name) => `drop table ${name}`).join(';\n')
}

function numbered(letter: string, fields: readonly string[]): ReadonlyMap<string, string> {
  return new Map([...new Set(fields)].map((field, n) => [field, `${letter}${n}`]))
}
