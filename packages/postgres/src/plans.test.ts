import { createPlatform, memoryStore, type Row, type RowQuery, type ViewDefinition } from '@redress/core'
import { testKeys } from '@redress/core/testing'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type TestDatabase } from './database.fixture.js'
import { findStatement } from './find-statement.js'
import { namesIn } from './names.js'
import { postgresStore } from './store.js'
import { viewTable } from './view-table.js'

const units = Array.from({ length: 300 }, (_, n) => `u${n}`)
const cases = 20_000

/** The view that the core makes, as it hands it to a store. */
async function inboxDefinition(): Promise<ViewDefinition> {
  const store = memoryStore()
  let views: readonly ViewDefinition[] = []
  const platform = createPlatform({
    keys: testKeys,
    plugins: [],
    store: {
      ...store,
      prepare(definitions) {
        views = definitions
        return store.prepare(definitions)
      },
    },
  })
  await platform.deadlines.tick()
  const inbox = views.find(({ name }) => name === 'core.inbox')
  if (inbox === undefined) throw new Error('the core prepares no inbox')
  return inbox
}

function rowOf(n: number): Row {
  const unit = units[(n * 7919) % units.length]
  return {
    kind: n % 2 === 0 ? 'petition.complaint' : 'petition.inquiry',
    status: 'accepted',
    open: n % 10 === 0,
    unit,
    involved: [unit, `u${n % 7}`],
    petitioners: [`resident-${n % 5000}`],
    dueAt: n % 4 === 0 ? null : (n * 7877) % 1_000_000,
    signalAt: n % 3 === 0 ? (n * 104_729) % 1_000_000 : null,
    openedAt: (n * 31) % 1_000_000,
    updatedAt: (n * 37) % 1_000_000,
    facets: { channel: n % 3 === 0 ? 'online' : 'letter' },
    lookups: [`number=${n}`],
  }
}

const after = { value: 5000, key: 'case-77' }
/** Every shape of query that the library makes: the inbox, its pages, a look-up by a code, the deadlines, and what walks all cases. */
const queries: readonly (readonly [title: string, query: RowQuery])[] = [
  ...(['dueAt', 'openedAt', 'updatedAt'] as const).flatMap((field) =>
    [false, true].flatMap((descending) => {
      const sort = { field, descending }
      const order = `by ${field}${descending ? ' downwards' : ''}`
      return [
        [`one unit ${order}`, { where: { open: true, unit: 'u5' }, sort, limit: 51 }],
        [`a subtree ${order}`, { where: { open: true, unit: units }, sort, limit: 51 }],
        [
          `a later page of a subtree ${order}`,
          { where: { open: true, unit: units }, sort, after, limit: 51 },
        ],
        [`open and closed of a subtree ${order}`, { where: { unit: units }, sort, limit: 51 }],
        [`open ones of all units ${order}`, { where: { open: true }, sort, after, limit: 200 }],
        [`all cases ${order}`, { sort, after, limit: 200 }],
      ] as const
    }),
  ),
  [
    'late ones of a subtree with a facet',
    {
      where: { open: true, unit: units, kind: ['petition.complaint'], 'facets.channel': 'online' },
      range: { field: 'dueAt', below: 5000 },
      sort: { field: 'dueAt' },
      limit: 51,
    },
  ],
  [
    'a range on another field than the order',
    {
      where: { open: true, unit: 'u5' },
      range: { field: 'dueAt', below: 50 },
      sort: { field: 'openedAt' },
      limit: 51,
    },
  ],
  ['what a unit had a part in', { where: { involved: ['u3', 'u4'] }, sort: { field: 'dueAt' }, limit: 51 }],
  [
    'a later page of what a unit had a part in',
    { where: { involved: 'u3', open: true }, sort: { field: 'dueAt', descending: true }, after, limit: 51 },
  ],
  [
    'the matters of a resident',
    { where: { petitioners: 'resident-7' }, sort: { field: 'dueAt' }, limit: 51 },
  ],
  [
    'the matters of a resident as they came',
    { where: { petitioners: 'resident-7' }, sort: { field: 'openedAt' }, after, limit: 51 },
  ],
  [
    'a number in the inbox',
    { where: { unit: units, lookups: 'number=77' }, sort: { field: 'dueAt' }, limit: 51 },
  ],
  ['a look-up', { where: { lookups: 'number=77', kind: 'petition.complaint' }, limit: 10 }],
  ['deadlines', { range: { field: 'signalAt', below: 5000 }, sort: { field: 'signalAt' }, limit: 200 }],
  [
    'a later page of deadlines',
    { range: { field: 'signalAt', below: 50_000 }, sort: { field: 'signalAt' }, after, limit: 200 },
  ],
]

describe('the plans of queries', () => {
  let database: TestDatabase
  let pool: Pool
  let definition: ViewDefinition
  const schema = `plans_${process.pid}`
  beforeAll(async () => {
    database = await openDatabase()
    pool = database.pool()
    definition = await inboxDefinition()
    const store = postgresStore({ client: pool, schema })
    await store.prepare([definition])
    for (let from = 0; from < cases; from += 1000) {
      const rows = Array.from({ length: 1000 }, (_, n) => ({
        view: definition.name,
        key: `case-${from + n}`,
        row: rowOf(from + n),
      }))
      await store.commit({ streams: [], rows })
    }
    await pool.query(`vacuum analyze "${schema}"."core.inbox@1", "${schema}"."core.inbox@1 entries"`)
  }, 120_000)
  afterAll(() => database.close(), 60_000)

  async function planOf(query: RowQuery): Promise<string> {
    const { sql, values } = findStatement(viewTable(definition, namesIn(schema)), query)
    const { rows } = await pool.query<{ readonly 'QUERY PLAN': string }>(`explain analyze ${sql}`, [
      ...values,
    ])
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  }
  const scan = /Seq Scan on "?core/
  /** How many rows were read in vain. */
  const filtered = (plan: string) =>
    [...plan.matchAll(/Rows Removed by (?:Filter|Join Filter): (\d+)/g)].reduce(
      (sum, [, n]) => sum + Number(n),
      0,
    )

  it.each(queries)('%s: no scan of all rows', async (_, query) => {
    const plan = await planOf(query)
    expect(plan).not.toMatch(scan)
    expect(filtered(plan)).toBeLessThan(cases / 4)
  })

  it('queries that no index answers are scans, so the checks can fail', async () => {
    expect(await planOf({ sort: { field: 'size' }, limit: 5 })).toMatch(scan)
    expect(filtered(await planOf({ where: { title: 'x' }, limit: 5 }))).toBe(cases)
  })

  it('every query finds what the memory store finds', async () => {
    const memory = memoryStore()
    const store = postgresStore({ client: pool, schema })
    await memory.prepare([definition])
    await store.prepare([definition])
    const rows = Array.from({ length: cases }, (_, n) => ({
      view: definition.name,
      key: `case-${n}`,
      row: rowOf(n),
    }))
    await memory.commit({ streams: [], rows })
    for (const [title, query] of queries) {
      const [expected, found] = await Promise.all([
        memory.find(definition.name, query),
        store.find(definition.name, query),
      ])
      expect(
        found.rows.map(({ key }) => key),
        title,
      ).toEqual(expected.rows.map(({ key }) => key))
      expect(found.next, title).toEqual(expected.next)
    }
    store.close()
  }, 60_000)
})
