import type { Cell, NamedCell } from '@redress/core'
import type { Run, SqlRow } from './database.js'
import type { Names } from './names.js'
import { readJson, readText, storableJson, storableText } from './storable.js'

export interface Cells {
  read(name: string): Promise<Cell | undefined>
  list(prefix: string, after: string, limit: number): Promise<readonly NamedCell[]>
  write(name: string, value: unknown, expectedRevision: number): Promise<number | undefined>
}

export function createCells(run: Run, names: Names): Cells {
  const readSql = `select value::text, revision from ${names.cells} where name = $1`
  const [listSql, restSql] = [' and name < $4', ''].map(
    (end) => `select name, value::text, revision from ${names.cells}
      where name >= $1 and name > $2${end} order by name limit $3::integer`,
  ) as [string, string]
  const makeSql = `insert into ${names.cells} values ($1, $2::json, 1) on conflict do nothing returning revision`
  const changeSql = `update ${names.cells} set value = $2::json, revision = revision + 1
    where name = $1 and revision = $3::integer returning revision`

  return {
    async read(name) {
      const [cell] = await run(readSql, [storableText(name)])
      return cell && toCell(cell)
    },

    async list(prefix, after, limit) {
      const first = storableText(prefix)
      const values = [first, storableText(after), String(limit)]
      const end = endOfPrefix(first)
      const found = end === undefined ? await run(restSql, values) : await run(listSql, [...values, end])
      return found.map((row) => ({ name: readText(row.name as string), ...toCell(row) }))
    },

    async write(name, value, expectedRevision) {
      const values = [storableText(name), storableJson(JSON.stringify(value ?? null))]
      const [written] =
        expectedRevision === 0
          ? await run(makeSql, values)
          : await run(changeSql, [...values, String(expectedRevision)])
      return written === undefined ? undefined : Number(written.revision)
    },
  }
}

/** The least text behind all that begin with a prefix, ordered by bytes; undefined where there is none. */
function endOfPrefix(prefix: string): string | undefined {
  const points = Array.from(prefix)
  for (let last = points.pop(); last !== undefined; last = points.pop()) {
    const code = last.codePointAt(0) as number
    if (code === lastPoint) continue
    // Between these two lie the halves of pairs, which are no characters.
    return points.join('') + String.fromCodePoint(code === 0xd7ff ? 0xe000 : code + 1)
  }
  return undefined
}

const lastPoint = 0x10ffff

function toCell(row: SqlRow): Cell {
  return { value: readJson(row.value as string), revision: Number(row.revision) }
}
