import type { Cell } from '@redress/core'
import type { Run } from './database.js'
import type { Names } from './names.js'
import { readJson, storableJson, storableText } from './storable.js'

export interface Cells {
  read(name: string): Promise<Cell | undefined>
  write(name: string, value: unknown, expectedRevision: number): Promise<number | undefined>
}

export function createCells(run: Run, names: Names): Cells {
  const readSql = `select value::text, revision from ${names.cells} where name = $1`
  const makeSql = `insert into ${names.cells} values ($1, $2::json, 1) on conflict do nothing returning revision`
  const changeSql = `update ${names.cells} set value = $2::json, revision = revision + 1
    where name = $1 and revision = $3::integer returning revision`

  return {
    async read(name) {
      const [cell] = await run(readSql, [storableText(name)])
      if (cell === undefined) return undefined
      return { value: readJson(cell.value as string), revision: Number(cell.revision) }
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
