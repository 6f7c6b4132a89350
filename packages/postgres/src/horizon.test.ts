import type { RecordedEvent } from '@redress/core'
import type { Pool, PoolClient } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type TestDatabase } from './database.fixture.js'
import { firstPosition } from './migrations.js'
import { event } from './sample.fixture.js'
import { type PostgresStore, postgresStore } from './store.js'

describe('the log as its readers see it', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openDatabase()
  }, 60_000)
  afterAll(() => database.close(), 60_000)

  async function open(schema: string): Promise<{ readonly pool: Pool; readonly store: PostgresStore }> {
    const pool = database.pool({ max: 12 })
    const store = postgresStore({ client: pool, schema: `${schema}_${process.pid}` })
    await store.prepare([])
    return { pool, store }
  }
  const tableOf = (schema: string) => `"${schema}_${process.pid}"`

  /** Writes as the store does, but with a pause between the insert and the commit. */
  async function insertSlowly(client: PoolClient, schema: string, stream: string, version: number) {
    await client.query('begin')
    await client.query(
      `insert into ${tableOf(schema)}.events (position, stream, version, type, data, at, by, hash)
      select ${firstPosition('base')}, $1, $2, 'test.happened', '{}', '2024-08-02T01:00:00.000Z', '{}', ''
      from ${tableOf(schema)}.meta`,
      [stream, version],
    )
  }

  it('many writers with pauses before their commits: a paging reader sees every event once, in order', async () => {
    const { pool, store } = await open('holes')
    const seen: RecordedEvent[] = []
    let writing = true
    const reader = (async () => {
      let after = 0
      for (;;) {
        const last = !writing
        const page = await store.readAll(after, 7)
        seen.push(...page)
        after = page.at(-1)?.position ?? after
        if (last && page.length === 0) return
      }
    })()
    const writers = Array.from({ length: 8 }, async (_, w) => {
      const client = await pool.connect()
      for (let version = 1; version <= 25; version++) {
        await insertSlowly(client, 'holes', `slow-${w}`, version)
        await new Promise((resolve) => setTimeout(resolve, (w * 7 + version * 13) % 23))
        // Some give up: their places stay empty.
        if (version === 25 && w % 2 === 0) await client.query('rollback')
        else await client.query('commit')
      }
      client.release()
    })
    const quick = Array.from({ length: 4 }, async (_, w) => {
      const stream = `quick-${w}`
      for (let version = 0; version < 50; version++) {
        const events = [event(stream, version + 1)]
        await store.commit({ streams: [{ stream, expectedVersion: version, events }], rows: [] })
      }
    })
    await Promise.all([...writers, ...quick])
    writing = false
    await reader
    expect(seen).toHaveLength(8 * 25 - 4 + 4 * 50)
    expect(new Set(seen.map(({ position }) => position)).size).toBe(seen.length)
    const versions = new Map<string, number>()
    for (const { stream, version } of seen) {
      expect(version).toBe((versions.get(stream) ?? 0) + 1)
      versions.set(stream, version)
    }
    expect(await store.head()).toBe(seen.at(-1)?.position)
  }, 60_000)

  it('an event that is not decided hides the later ones, and the head, until it is', async () => {
    const { pool, store } = await open('hidden')
    await store.commit({ streams: [{ stream: 'a', expectedVersion: 0, events: [event('a', 1)] }], rows: [] })
    const before = await store.head()
    const client = await pool.connect()
    await insertSlowly(client, 'hidden', 'slow', 1)
    await store.commit({ streams: [{ stream: 'a', expectedVersion: 1, events: [event('a', 2)] }], rows: [] })
    expect((await store.readAll(0, 10)).map(({ version }) => version)).toEqual([1])
    expect(await store.head()).toBe(before)
    // A stream shows its own events at once.
    expect(await store.read('a')).toHaveLength(2)
    await client.query('commit')
    client.release()
    expect((await store.readAll(0, 10)).map(({ stream }) => stream)).toEqual(['a', 'slow', 'a'])
    expect(await store.head()).toBeGreaterThan(before)
  })

  it('a long transaction that writes elsewhere holds nobody up', async () => {
    const { pool, store } = await open('elsewhere')
    const client = await pool.connect()
    await client.query('create temporary table import (n integer)')
    await client.query('begin')
    await client.query('insert into import values (1)')
    await store.commit({ streams: [{ stream: 'a', expectedVersion: 0, events: [event('a', 1)] }], rows: [] })
    const log = await store.readAll(0, 10)
    expect(log).toHaveLength(1)
    expect(await store.head()).toBe(log[0]?.position)
    await client.query('rollback')
    client.release()
  })

  it('after a restore into a cluster that counts from a lower number, positions go on growing', async () => {
    const { pool, store } = await open('restored')
    await store.commit({ streams: [{ stream: 'a', expectedVersion: 0, events: [event('a', 1)] }], rows: [] })
    // What a restore does to the data: they are of transactions that this cluster has not reached yet.
    await pool.query(`update ${tableOf('restored')}.events set position = position + (1000000::bigint << 12)`)
    await store.prepare([])
    const before = await store.head()
    await store.commit({ streams: [{ stream: 'a', expectedVersion: 1, events: [event('a', 2)] }], rows: [] })
    const log = await store.readAll(0, 10)
    expect(log.map(({ version }) => version)).toEqual([1, 2])
    expect(log[1]?.position).toBeGreaterThan(before)
  })
})
