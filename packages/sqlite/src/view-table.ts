import type { Row, ViewDefinition } from '@redress/core'
import type { Connection } from './connection.js'
import type { SqliteValue } from './database.js'
import { toKeyText } from './key-text.js'
import { newToken, rememberedRows, type StoredRow } from './remembered-rows.js'
import { fieldOf, listTexts, scalarText, sortNumber } from './row-field.js'
import { type IndexLayout, type ViewLayout, viewLayout } from './view-layout.js'

/** One version of a view as a table that rows are written to. */
export interface ViewTable {
  readonly id: number
  readonly version: number
  readonly definition: ViewDefinition
  readonly layout: ViewLayout
  /** Writes a row with its JSON, or removes it, inside a transaction. */
  set(key: string, row: Row | null, json: string): void
}

type Values = StoredRow['values']

export function viewTable(connection: Connection, id: number, definition: ViewDefinition): ViewTable {
  const layout = viewLayout(id, definition)
  const { table, equal, sort, lists } = layout
  const remembered = rememberedRows()
  const columns = [...equal.values(), ...lists.values(), ...sort.values()]
  const listed = columns.map((column) => `${column}, `).join('')
  const select = `select id, token, ${listed}key from ${table} indexed by ${table}_key where key = ?`
  const insert = `insert into ${table} (key, token, ${listed}row) values (?, ?, ${columns.map(() => '?, ').join('')}?)`
  const entries = layout.indexes
    .filter(({ list }) => list !== undefined)
    .map((index) => entryWriter(connection, index, layout, columns))

  const valuesOf = (row: Row): Values => [
    ...[...equal.keys()].map((field) => scalarText(fieldOf(row, field)) ?? ''),
    ...[...lists.keys()].map((field) => JSON.stringify(listTexts(fieldOf(row, field)))),
    ...[...sort.keys()].map((field) => sortNumber(fieldOf(row, field))),
  ]

  const read = (key: string): StoredRow | undefined => {
    const found = connection.one<Readonly<Record<string, string | number | bigint>>>(select, key)
    if (found === undefined) return undefined
    const values = columns.map((column) => found[column] as string | number)
    return { id: Number(found.id), token: Number(found.token), values }
  }
  const add = (key: string, after: Values, json: string): void => {
    const token = newToken()
    const id = Number(connection.run(insert, key, token, ...after, json).lastInsertRowid)
    for (const write of entries) write(key, id, undefined, after)
    remembered.set(key, { id, token, values: after })
  }
  /** @returns whether the row was as it is told to be; if not, nothing is changed */
  const update = (key: string, before: StoredRow, after: Values, json: string): boolean => {
    const token = newToken()
    // SQLite writes the entries of an index anew whenever one of its columns is named, changed or not: so only the changed ones are.
    let changed = ''
    const values: SqliteValue[] = [json, token]
    for (let n = 0; n < columns.length; n++) {
      if (before.values[n] === after[n]) continue
      changed += `, ${columns[n]} = ?`
      values.push(after[n] as string | number)
    }
    const sql = `update ${table} set row = ?, token = ?${changed} where id = ? and token = ?`
    if (Number(connection.run(sql, ...values, before.id, before.token).changes) === 0) return false
    if (changed !== '') for (const write of entries) write(key, before.id, before.values, after)
    remembered.set(key, { id: before.id, token, values: after })
    return true
  }

  return {
    id,
    version: definition.version,
    definition,
    layout,
    set(name, row, json) {
      const key = toKeyText(name)
      if (row === null) {
        remembered.forget(key)
        const before = read(key)
        if (before === undefined) return
        connection.run(`delete from ${table} where id = ?`, before.id)
        for (const write of entries) write(key, before.id, before.values, undefined)
        return
      }
      const after = valuesOf(row)
      const known = remembered.get(key)
      if (known !== undefined && update(key, known, after, json)) return
      const before = read(key)
      if (before === undefined) add(key, after, json)
      else update(key, before, after, json)
    },
  }
}

/** Keeps the table of entries of one index over a list as the row has it. */
function entryWriter(
  connection: Connection,
  { source, fields, sort, list }: IndexLayout,
  { lists }: ViewLayout,
  columns: readonly string[],
) {
  const listAt = columns.indexOf(lists.get(list as string) as string)
  const others = [
    ...fields.slice(1).map(({ column }) => column),
    ...(sort === undefined ? [] : [sort.column]),
  ]
  const places = others.map((column) => columns.indexOf(column))
  const insert = `insert into ${source} (v, ${others.map((column) => `${column}, `).join('')}key, id) values (?, ${others.map(() => '?, ').join('')}?, ?)`
  const remove = `delete from ${source} where v = ?${others.map((column) => ` and ${column} = ?`).join('')} and key = ?`
  const textsOf = (values: Values | undefined): readonly string[] =>
    values === undefined ? [] : (JSON.parse(values[listAt] as string) as readonly string[])
  const placeOf = (values: Values): Values => places.map((place) => values[place] as string | number)

  return (key: string, id: number, before: Values | undefined, after: Values | undefined): void => {
    const stays =
      before !== undefined && after !== undefined && places.every((place) => before[place] === after[place])
    if (stays && before[listAt] === after[listAt]) return
    const [old, now] = [textsOf(before), textsOf(after)]
    if (before !== undefined) {
      for (const text of old) {
        if (!(stays && now.includes(text))) connection.run(remove, text, ...placeOf(before), key)
      }
    }
    if (after !== undefined) {
      for (const text of now) {
        if (!(stays && old.includes(text))) connection.run(insert, text, ...placeOf(after), key, id)
      }
    }
  }
}
