import {
  memoryStore,
  type Row,
  type RowPage,
  type RowQuery,
  type Store,
  type ViewDefinition,
} from '@redress/core'
import fc from 'fast-check'
import Database from 'libsql'
import { describe, expect, it } from 'vitest'
import { createConnection } from './connection.js'
import { findRows } from './find-rows.js'
import { sqliteStore } from './store.js'
import { viewLayout } from './view-layout.js'

const view: ViewDefinition = {
  name: 'oracle.rows',
  version: 1,
  lists: ['people', 'tags'],
  indexes: [
    { equal: ['open', 'unit'], sort: 'due' },
    { equal: ['open', 'unit'], sort: 'made' },
    { equal: [], sort: 'signal', sparse: true },
    { equal: ['people'], sort: 'made' },
    { equal: ['unit', 'tags'], sort: 'due' },
    { equal: ['tags'] },
  ],
}

// Few values, so that rows share them; and those that a careless comparison mixes up.
const unit = fc.constantFrom('a', '1', '"', "'; drop table redress_events; --", '楼', '')
const scalar = fc.constantFrom('a', '1', 'true', '"', '楼', 1, -1.5, 2 ** 53, true)
const number = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(null, 0.5, 1e21, -1e-9))
const texts = fc.uniqueArray(unit, { maxLength: 4 })
const row: fc.Arbitrary<Row> = fc.record(
  {
    open: fc.oneof(fc.boolean(), fc.constant(null)),
    unit: fc.oneof(scalar, fc.constant(null)),
    due: number,
    made: number,
    signal: number,
    people: texts,
    tags: texts,
    kind: fc.oneof(scalar, fc.constant(null)),
    facets: fc.dictionary(fc.constantFrom('x', 'a.b', 'q"', 'back\\'), scalar, { minKeys: 2 }),
  },
  { requiredKeys: ['people', 'tags'] },
)
// Also those whose order differs between UTF-8 and UTF-16, that no driver stores as they are, and that look like stored ones.
const key = fc.oneof(
  fc.constantFrom(
    'k',
    'K',
    'k1',
    'k\0',
    'k\0a',
    'k\u0001',
    '\ue000',
    '\ufffd',
    '🏚',
    '\ud800',
    '\udfff',
    '￥',
    '__proto__',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
)
const condition = (field: string, one: fc.Arbitrary<string | number | boolean>) =>
  fc.tuple(fc.constant(field), fc.oneof(one, fc.array(one, { minLength: 1, maxLength: 5 })))
// Few conditions, so that something is found.
const where = fc
  .uniqueArray(
    fc.oneof(
      condition('open', fc.boolean()),
      condition('unit', scalar),
      condition('people', unit),
      condition('tags', unit),
      condition('kind', scalar),
      condition('facets.x', scalar),
      condition('facets.a.b', scalar),
      condition('facets.q"', scalar),
      condition('facets.back\\', scalar),
      condition('nothing.of the\u0000kind', scalar),
    ),
    { maxLength: 2, selector: ([field]) => field },
  )
  .map((entries) => Object.fromEntries(entries))
const query: fc.Arbitrary<Omit<RowQuery, 'limit'>> = fc
  .record(
    {
      where,
      range: fc.record(
        {
          field: fc.constantFrom('due', 'made', 'signal', 'kind'),
          from: fc.integer({ min: -2, max: 1 }),
          below: fc.integer({ min: 0, max: 3 }),
        },
        { requiredKeys: ['field'] },
      ),
      sort: fc.record(
        { field: fc.constantFrom('due', 'made', 'signal', 'kind', 'facets.x'), descending: fc.boolean() },
        { requiredKeys: ['field'] },
      ),
      // A place that no page ended at: a cursor may come from anywhere.
      after: fc.record({ value: number, key }),
    },
    { requiredKeys: [] },
  )
  // Without an order the value of a place is always 0.
  .map(({ after, ...asked }) => {
    if (after === undefined) return asked
    return { ...asked, after: asked.sort === undefined ? { ...after, value: 0 } : after }
  })

type Find = (query: RowQuery) => RowPage | Promise<RowPage>

/** All pages, one after the other. */
async function walk(find: Find, asked: Omit<RowQuery, 'limit'>, limit: number): Promise<RowPage['rows']> {
  const rows: RowPage['rows'][number][] = []
  for (let { after } = asked; ; ) {
    const page = await find({ ...asked, ...(after && { after }), limit })
    rows.push(...page.rows)
    after = page.next
    if (after === undefined) return rows
  }
}

describe('rows are found as in memory', () => {
  it('whatever is stored and asked, page by page', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(key, fc.option(row, { freq: 8 })), { minLength: 10, maxLength: 40 }),
        fc.array(query, { minLength: 5, maxLength: 8 }),
        fc.integer({ min: 1, max: 7 }),
        async (writes, queries, limit) => {
          const database = new Database(':memory:')
          try {
            const [memory, sqlite] = [memoryStore(), sqliteStore({ database })]
            for (const store of [memory, sqlite]) {
              await store.prepare([view])
              // In two commits, so that rows are replaced and removed as well.
              const rows = writes.map(([name, value]) => ({ view: view.name, key: name, row: value }))
              const half = rows.length >> 1
              await store.commit({ streams: [], rows: rows.slice(0, half) })
              await store.commit({ streams: [], rows: rows.slice(half) })
            }
            for (const asked of queries) {
              const pages = (store: Store) => walk((one) => store.find(view.name, one), asked, limit)
              const expected = await pages(memory)
              expect(await pages(sqlite)).toEqual(expected)
              // The way that is taken where too many rows would have to be collected.
              const [connection, layout] = [createConnection(database), viewLayout(1, view)]
              expect(await walk((one) => findRows(connection, layout, one, 0), asked, limit)).toEqual(
                expected,
              )
            }
          } finally {
            database.close()
          }
        },
      ),
      { numRuns: 150 },
    )
  })
})
