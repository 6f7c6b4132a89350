import type { Row, RowPage, RowQuery } from '@redress/core'
import type { Run, SqlRow } from './database.js'
import { failureOf, sqlState, undefinedTable } from './failure.js'
import { findStatement } from './find-statement.js'
import { readJson, readText } from './storable.js'
import type { ViewBook } from './view-book.js'

/** Changes of a view in a row that one query may meet. */
const mostAttempts = 6

/** Finds pages of rows. */
export function createFinder(run: Run, book: ViewBook): (view: string, query: RowQuery) => Promise<RowPage> {
  return async (view, query) => {
    let state = await book.state()
    for (let attempt = 1; ; attempt++) {
      const { table, old } = book.readable(state, view)
      const { sql, values } = findStatement(table, query)
      try {
        return pageOf(await run(sql, values), query.limit, old)
      } catch (error) {
        // Another process has ended the building of the view, and its old rows are gone, or are going while we hold some of them.
        const changed = sqlState(error) === undefinedTable || failureOf(error) === 'repeat'
        if (!changed || attempt >= mostAttempts) throw error
      }
      state = await book.reload()
    }
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
