import type { Row, RowPage, RowPlace, RowQuery } from '@redress/core'
import { accessesOf } from './access.js'
import type { Connection } from './connection.js'
import { fromKeyText } from './key-text.js'
import { fits, isAsked, wantedOf } from './row-condition.js'
import { countSelect, gatheredSelect, orderedSelect, type Question } from './row-select.js'
import type { Sql } from './sql-text.js'
import type { IndexLayout, ViewLayout } from './view-layout.js'

interface Found {
  readonly key: string
  readonly row: string
  readonly s: number | bigint
}

/**
 * Up to so many rows are collected and sorted rather than looked for in the order of the query: about as many as reading in order
 * looks at before a page is full, where so many of a million fit.
 */
const mostGathered = 5000

export function findRows(
  connection: Connection,
  layout: ViewLayout,
  query: RowQuery,
  gathered: number = mostGathered,
): RowPage {
  const wanted = wantedOf(query)
  const { limit } = query
  const select = way(connection, { layout, query, wanted, after: undefined, limit: gathered })
  const unasked = wanted.filter(({ field }) => !isAsked(field, layout))
  const rows: { readonly key: string; readonly row: Row; readonly value: number | null }[] = []
  let after = query.after
  for (;;) {
    // One more than the page holds tells whether there is a next one.
    const most = limit + 1 - rows.length
    const found = ask<Found>(connection, select({ layout, query, wanted, after, limit: most }))
    for (const { key, row, s } of found) {
      const value = Number(s)
      const one = {
        key: fromKeyText(key),
        row: JSON.parse(row) as Row,
        value: Number.isFinite(value) ? value : null,
      }
      after = one
      if (unasked.every((wish) => fits(one.row, wish))) rows.push(one)
    }
    if (found.length < most || rows.length > limit) break
  }
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map(({ key, row }) => ({ key, row })),
    ...(rows.length > limit && last !== undefined ? { next: placeOf(last) } : {}),
  }
}

const placeOf = ({ value, key }: RowPlace): RowPlace => ({ value, key })

/** Chooses how to read, once for all the reads of a page. The limit of the question is the most to collect. */
function way(connection: Connection, question: Question): (question: Question) => Sql {
  const { ordered, exact, narrow } = accessesOf(question.layout, question.query, question.wanted)
  if (ordered !== undefined && (exact || narrow.length === 0)) return (one) => orderedSelect(one, ordered)
  let best: IndexLayout | undefined
  let least = question.limit
  for (const index of narrow) {
    const [{ count } = { count: 0 }] = ask<{ readonly count: number | bigint }>(
      connection,
      countSelect({ ...question, limit: least }, index),
    )
    if (Number(count) < least || (best === undefined && ordered === undefined))
      [best, least] = [index, Number(count)]
  }
  if (best === undefined && ordered !== undefined) return (one) => orderedSelect(one, ordered)
  return (one) => gatheredSelect(one, best)
}

function ask<Row>(connection: Connection, { text, values }: Sql): readonly Row[] {
  return connection.all<Row>(text, ...values)
}
