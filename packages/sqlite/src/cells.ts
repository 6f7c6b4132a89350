import type { Cell } from '@redress/core'
import type { Connection } from './connection.js'
import { toKeyText } from './key-text.js'

export function readCell(connection: Connection, name: string): Cell | undefined {
  const found = connection.one<{ readonly value: string; readonly revision: number | bigint }>(
    'select value, revision from redress_cells where name = ?',
    toKeyText(name),
  )
  if (found === undefined) return undefined
  return { value: JSON.parse(found.value) as unknown, revision: Number(found.revision) }
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
