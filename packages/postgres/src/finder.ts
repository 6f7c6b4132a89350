import type { Row, RowPage, RowQuery } from '@redress/core'
import type { Run, SqlRow } from './database.js'
import { sqlState, undefinedTable } from './failure.js'
import { findStatement } from './find-statement.js'
import { readJson, readText } from './storable.js'
import type { ViewBook } from './view-book.js'

/** Finds pages of rows. */
export function createFinder(run: Run, book: ViewBook): (view: string, query: RowQuery) => Promise<RowPage> {
  return async (view, query) => {
    let { table, old } = book.readable(await book.state(), view)
    const rowsNow = (): Promise<readonly SqlRow[]> => {
      const { sql, values } = findStatement(table, query)
      return run(sql, values)
    }
    let found: readonly SqlRow[]
    try {
      found = await rowsNow()
    } catch (error) {
      // Another process has ended the building of the view, and its old rows are gone.
      if (sqlState(error) !== undefinedTable) throw error
      ;({ table, old } = book.readable(await book.reload(), view))
      found = await rowsNow()
    }
    return pageOf(found, query.limit, old)
  }
}

function pageOf(found: readonly SqlRow[], limit: number, old: boolean): RowPage {
  const rows = found.slice(0, limit).map(({ key, row }) => ({
    key: readText(key as string),
    row: readJson(row as string) as Row,
  }))
  const last = found[limit - 1]
  const key = rows.at(-1)?.key
  if (found.length <= limit || last === undefined || key === undefined) return old ? { rows, old } : { rows }
  const by = Number(last.by)
  const next = { value: Number.isFinite(by) ? by : null, key }
  return old ? { rows, next, old } : { rows, next }
}
