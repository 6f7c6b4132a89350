import type { Cell, NamedCell } from '@redress/core'
import type { Connection } from './connection.js'
import { fromKeyText, toKeyText } from './key-text.js'

export function readCell(connection: Connection, name: string): Cell | undefined {
  const found = connection.one<StoredCell>(
    'select value, revision from redress_cells where name = ?',
    toKeyText(name),
  )
  return found && toCell(found)
}

/** The cells whose names begin with a prefix, after a name. */
export function listCells(
  connection: Connection,
  prefix: string,
  after: string,
  limit: number,
): readonly NamedCell[] {
  const [first, place] = [toKeyText(prefix), toKeyText(after)]
  const [above, from] = place < first ? ['>=', first] : ['>', place]
  // One lower bound, so that SQLite cannot choose the worse one of two to seek by. No stored text holds the last unit.
  return connection
    .all<StoredCell & { readonly name: string }>(
      `select name, value, revision from redress_cells where name ${above} ? and name < ?
        order by name limit ?`,
      from,
      `${first}\uffff`,
      limit,
    )
    .map((found) => ({ name: fromKeyText(found.name), ...toCell(found) }))
}

/** Writes the cell if it has the expected revision; tells the new one. */
export function writeCell(
  connection: Connection,
  name: string,
  value: string,
  expected: number,
): number | undefined {
  const key = toKeyText(name)
  const { changes } = connection.transact(() =>
    expected === 0
      ? connection.run(
          'insert into redress_cells (name, value, revision) values (?, ?, 1) on conflict do nothing',
          key,
          value,
        )
      : connection.run(
          'update redress_cells set value = ?, revision = revision + 1 where name = ? and revision = ?',
          value,
          key,
          expected,
        ),
  )
  return Number(changes) === 1 ? expected + 1 : undefined
}

/** Writes the cell within a transaction, whatever it holds. */
export function putCell(connection: Connection, name: string, value: string): void {
  connection.run(
    `insert into redress_cells (name, value, revision) values (?, ?, 1)
      on conflict (name) do update set value = excluded.value, revision = revision + 1`,
    toKeyText(name),
    value,
  )
}

export function removeCell(connection: Connection, name: string): void {
  connection.run('delete from redress_cells where name = ?', toKeyText(name))
}

interface StoredCell {
  readonly value: string
  readonly revision: number | bigint
}

function toCell({ value, revision }: StoredCell): Cell {
  return { value: JSON.parse(value) as unknown, revision: Number(revision) }
}
