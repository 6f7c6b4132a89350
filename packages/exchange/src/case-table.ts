import { type Actor, coreErrors, type InboxItem, type InboxQuery } from '@redress/core'
import { stringify } from 'csv-stringify/sync'
import { pagesOf, type WithInbox } from './pages.js'

export interface CaseTableOptions {
  readonly format: 'csv' | 'json'
  /** The facets to list, such as `channel`. Default: none. */
  readonly facets?: readonly string[] | undefined
}

const columns = ['id', 'kind', 'number', 'status', 'open', 'unit', 'openedAt', 'updatedAt'] as const
const dueColumns = ['dueClock', 'dueAt', 'overdue'] as const

/**
 * The cases that a query finds for an actor, as CSV (RFC 4180, UTF-8 with a mark that spreadsheets need) or as one JSON array; chunk by
 * chunk, so that a register of a million lines is never in memory. Facts of the work only: no names, no texts.
 *
 * A cell that a spreadsheet would take for a formula gets an apostrophe before it.
 *
 * @throws OPTIONS_INVALID, and what `platform.cases.find` throws
 * @example
 * ```ts
 * for await (const chunk of caseTable(platform, { unit: 'huaian' }, officer, { format: 'csv' })) response.write(chunk)
 * ```
 */
export async function* caseTable(
  platform: WithInbox,
  query: Omit<InboxQuery, 'cursor' | 'limit'>,
  by: Actor,
  options: CaseTableOptions,
): AsyncGenerator<string, void> {
  const { format, facets = [] } = options ?? {}
  if (format !== 'csv' && format !== 'json')
    throw coreErrors.OPTIONS_INVALID({ what: 'caseTable', reason: "'format' must be 'csv' or 'json'" })
  const isCsv = format === 'csv'
  yield isCsv ? `\uFEFF${csvOf([[...columns, ...dueColumns, ...facets]])}` : '['
  let isFirst = true
  for await (const page of pagesOf(platform, query, by)) {
    if (page.length === 0) continue
    if (isCsv) yield csvOf(page.map((item) => cellsOf(item, facets)))
    else yield `${isFirst ? '' : ','}${page.map((item) => JSON.stringify(objectOf(item, facets))).join(',')}`
    isFirst = false
  }
  if (!isCsv) yield ']'
}

const csvOf = (lines: readonly (readonly unknown[])[]): string =>
  stringify(lines as unknown[][], {
    escape_formulas: true,
    record_delimiter: '\r\n',
    cast: { boolean: String },
  })

function cellsOf(item: InboxItem, facets: readonly string[]): readonly unknown[] {
  const { due, overdue } = item
  return [
    ...columns.map((column) => item[column] ?? ''),
    due?.clock ?? '',
    due?.at ?? '',
    overdue,
    ...facets.map((facet) => (Object.hasOwn(item.facets, facet) ? item.facets[facet] : '')),
  ]
}

function objectOf(item: InboxItem, facets: readonly string[]): object {
  const { due, overdue } = item
  return {
    ...Object.fromEntries(columns.map((column) => [column, item[column] ?? null])),
    dueClock: due?.clock ?? null,
    dueAt: due?.at ?? null,
    overdue,
    facets: Object.fromEntries(facets.map((facet) => [facet, item.facets[facet] ?? null])),
  }
}
