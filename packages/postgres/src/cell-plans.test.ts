import type { Commit } from '@redress/core'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PgPool, PgQuery } from './client.js'
import { openDatabase, type TestDatabase } from './database.fixture.js'
import { append, event } from './sample.fixture.js'
import { type PostgresStore, postgresStore } from './store.js'

const count = 20_000
const nameOf = (n: number): string => `vault/${String(n).padStart(5, '0')}`

describe('the plans of cells and of pruning', () => {
  let database: TestDatabase
  let pool: Pool
  let store: PostgresStore
  let asked: PgQuery[] = []
  beforeAll(async () => {
    database = await openDatabase()
    pool = database.pool()
    const listening: PgPool = {
      query(query) {
        asked.push(query)
        return pool.query(query)
      },
      connect: () => pool.connect(),
    }
    const schema = `cell_plans_${process.pid}`
    store = postgresStore({ client: listening, schema })
    await store.prepare([])
    const events = Array.from({ length: 1000 }, (_, n) => event('long', n + 1))
    await store.commit({ streams: [{ stream: 'long', expectedVersion: 0, events }], rows: [] })
    for (let from = 0; from < count; from += 1000) {
      const some = Array.from({ length: 1000 }, (_, n) => from + n)
      await store.commit({
        streams: some.flatMap((n) => append(`s${n}`, 0).streams),
        rows: [],
        cells: some.map((n) => ({ name: nameOf(n), value: { n } })),
      })
    }
    await pool.query(`vacuum analyze "${schema}".cells, "${schema}".events`)
  }, 120_000)
  afterAll(async () => {
    store.close()
    await database.close()
  }, 60_000)

  /** The plan of the statement that some work is done with, and that scans no whole table. */
  async function planOf(work: () => Promise<unknown>): Promise<string> {
    asked = []
    await work()
    const found = asked.find(({ text }) => /cells|core\.pruned/.test(text))
    if (found === undefined) throw new Error('nothing was asked')
    // In a transaction that is undone: nothing is written twice.
    const client = await pool.connect()
    try {
      await client.query('begin')
      const { rows } = await client.query<{ readonly 'QUERY PLAN': string }>(
        `explain analyze ${found.text}`,
        found.values,
      )
      await client.query('rollback')
      return rows.map((row) => row['QUERY PLAN']).join('\n')
    } finally {
      client.release()
    }
  }
  const scan = /Seq Scan on (cells|events)/

  it('a page of cells is read by its names alone', async () => {
    const plan = await planOf(() => store.listCells('vault/', nameOf(700), 50))
    expect(plan).not.toMatch(scan)
    expect(plan).toMatch(/Index Scan using cells_pkey on cells .* rows=50(\.00)? loops=1/)
    expect(await planOf(() => store.listCells('vault/0', nameOf(9999), 50))).toMatch(/rows=0(\.00)? loops=1/)
  })

  it('a commit with cells, removals and pruning scans neither log nor cells', async () => {
    const commit = (expectedVersion: number): Commit => ({
      ...append('long', expectedVersion),
      cells: [
        { name: nameOf(7), value: 'changed' },
        { name: nameOf(8), value: undefined },
        { name: 'new', value: 1 },
      ],
      prune: [{ stream: 'long', until: expectedVersion }],
    })
    const plan = await planOf(() => store.commit(commit(1000)))
    expect(plan).not.toMatch(scan)
    expect(plan).toContain('Conflict Arbiter Indexes: cells_pkey')
    expect((await store.read('long')).filter(({ type }) => type === 'core.pruned')).toHaveLength(1000)
  })

  it('the statement of a commit without cells and pruning says nothing of them', async () => {
    asked = []
    await store.commit(append('plain', 0))
    const texts = asked.map(({ text }) => text).filter((text) => text.includes('insert into'))
    expect(texts).toHaveLength(1)
    expect(texts[0]).not.toMatch(/cells|core\.pruned/)
  })
})
