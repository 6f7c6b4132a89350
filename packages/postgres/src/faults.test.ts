import { isPlatformError } from '@redress/core'
import { type Client, Pool } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { databaseOn, type TestDatabase } from './database.fixture.js'
import { type PostgresServer, startPostgres } from './postgres-server.fixture.js'
import { append, sampleView } from './sample.fixture.js'
import { type PostgresStore, postgresStore } from './store.js'

const unavailable = { code: 'STORE_UNAVAILABLE', kind: 'unavailable' }
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe('a server with faults', () => {
  let server: PostgresServer
  let database: TestDatabase
  let store: PostgresStore
  beforeAll(async () => {
    server = await startPostgres({ durable: true })
    database = databaseOn(server)
  }, 60_000)
  afterAll(() => database.close(), 60_000)
  beforeEach(async () => {
    store = postgresStore({
      client: database.pool({ max: 6, connectionTimeoutMillis: 5000 }),
      schema: 'faults',
    })
    await store.prepare([sampleView])
  })
  afterEach(() => store.close())

  /** Tries until the store answers. */
  async function recovered<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await ask()
      } catch (error) {
        if (attempt > 200) throw error
        expect(error).toMatchObject(unavailable)
        await pause(50)
      }
    }
  }

  it('is killed under load and starts again: clear errors, no acknowledged commit lost, no host restarted', async () => {
    const acknowledged: string[] = []
    const errors: unknown[] = []
    let over = false
    let written = 0
    const callers = Array.from({ length: 16 }, async (_, caller) => {
      for (let n = 0; !over; n++) {
        const stream = `load-${caller}-${n}`
        const commit = { ...append(stream, 0, { code: stream }), request: { key: stream, fingerprint: 'f' } }
        // A host repeats with the same key until it knows.
        for (;;) {
          try {
            await store.commit(commit)
            acknowledged.push(stream)
            written++
            break
          } catch (error) {
            errors.push(error)
            await pause(20)
          }
        }
      }
    })
    let woken = 0
    store.watch(() => woken++)
    await pause(400)
    for (let round = 0; round < 2; round++) {
      await server.kill()
      const before = written
      await pause(100)
      await server.start()
      await recovered(() => store.head())
      for (let n = 0; written === before && n < 200; n++) await pause(20)
      expect(written).toBeGreaterThan(before)
    }
    over = true
    await Promise.all(callers)
    expect(errors.length).toBeGreaterThan(0)
    for (const error of errors) expect(error).toMatchObject(unavailable)
    const log = await store.readAll(0, 1_000_000)
    const streams = new Set(log.map(({ stream }) => stream))
    expect(acknowledged.filter((stream) => !streams.has(stream))).toEqual([])
    // Repeating with the key stored nothing twice.
    expect(log).toHaveLength(streams.size)
    expect(woken).toBeGreaterThan(0)
  }, 120_000)

  it('cuts a connection in the middle of a commit: it is unavailable, and the same key is safe', async () => {
    const admin = database.pool({ max: 2 })
    const blocker = await admin.connect()
    await blocker.query('begin')
    await blocker.query('lock table faults.events in share mode')
    const commit = { ...append('cut', 0, { code: 'cut' }), request: { key: 'cut', fingerprint: 'f' } }
    const first = store.commit(commit).then(
      () => undefined,
      (error: unknown) => error,
    )
    let cut = 0
    for (let n = 0; cut === 0 && n < 100; n++) {
      await pause(20)
      const { rowCount } = await admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and query like 'with m as%'`,
      )
      cut = rowCount ?? 0
    }
    await blocker.query('rollback')
    blocker.release()
    expect(await first).toMatchObject(unavailable)
    expect(await recovered(() => store.commit(commit))).toHaveProperty('events')
    expect(await store.commit(commit)).toHaveProperty('repeated')
    expect(await store.read('cut')).toHaveLength(1)
  }, 30_000)

  it('cuts the listening connection: it listens again', async () => {
    const other = postgresStore({ client: database.pool({ max: 2 }), schema: 'faults' })
    let woken = 0
    store.watch(() => woken++)
    const admin = database.pool({ max: 1 })
    const listening = `from pg_stat_activity where query like 'listen redress%'`
    const untilOne = async () => {
      for (let n = 0; n < 100; n++) {
        if (((await admin.query(`select pid ${listening}`)).rowCount ?? 0) > 0) return
        await pause(50)
      }
      throw new Error('nobody listens')
    }
    await untilOne()
    await admin.query(`select pg_terminate_backend(pid) ${listening}`)
    await pause(50)
    await untilOne()
    await pause(50)
    const before = woken
    await other.commit(append('after-the-cut', 0))
    for (let n = 0; woken === before && n < 100; n++) await pause(20)
    expect(woken).toBeGreaterThan(before)
    other.close()
  }, 30_000)

  it('cuts the connection that begins to listen, and the store is closed: nothing listens any more', async () => {
    const pool = new Pool({ connectionString: server.url })
    const cut = new Promise<void>((resolve) => {
      pool.once('acquire', (client: Client) => {
        // After the statement was sent, and before its answer is read.
        setImmediate(() => client.connection.stream.destroy())
        client.once('end', resolve)
      })
    })
    const closed = postgresStore({ client: pool, schema: 'faults' })
    closed.watch(() => {})
    await cut
    await pause(20)
    closed.close()
    await pause(300)
    expect(pool.totalCount).toBe(0)
    await pool.end()
  })

  it('is read-only: reading goes on, and commits are told why', async () => {
    const pool = database.pool({ options: '-c default_transaction_read_only=on' })
    const reader = postgresStore({ client: pool, schema: 'faults' })
    expect(await reader.prepare([sampleView])).toEqual([])
    expect(await reader.head()).toBeGreaterThan(0)
    const refused = await reader.commit(append('read-only', 0)).catch((error: unknown) => error)
    expect(refused).toMatchObject(unavailable)
    expect(isPlatformError(refused) && refused.message).toContain('read-only')
    expect(await store.read('read-only')).toEqual([])
  })

  it('has a full disk: the commit is told so, nothing of it is stored, and the store goes on when there is room', async () => {
    const pool = database.pool()
    await pool.query(`create function faults.no_room() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
      create trigger no_room before insert on faults.events for each statement execute function faults.no_room()`)
    const commit = append('full', 0, { code: 'full' })
    const refused = await store.commit(commit).catch((error: unknown) => error)
    expect(refused).toMatchObject(unavailable)
    expect(String(refused)).toContain('the disk of the server is full')
    expect(await store.read('full')).toEqual([])
    await pool.query('drop function faults.no_room() cascade')
    expect(await store.commit(commit)).toHaveProperty('events')
  })

  it("keeps to the host's statement_timeout", async () => {
    const pool = database.pool({ statement_timeout: 200 })
    const impatient = postgresStore({ client: pool, schema: 'faults' })
    await impatient.prepare([sampleView])
    const blocker = await database.pool({ max: 1 }).connect()
    await blocker.query('begin')
    await blocker.query('lock table faults.events in share mode')
    const began = performance.now()
    const refused = await impatient.commit(append('slow', 0)).catch((error: unknown) => error)
    expect(refused).toMatchObject(unavailable)
    expect(isPlatformError(refused) && refused.message).toContain('statement_timeout')
    expect(performance.now() - began).toBeLessThan(5000)
    await blocker.query('rollback')
    blocker.release()
    await impatient.commit(append('slow', 0))
  }, 30_000)

  it('is not there: every method says so', async () => {
    const pool = database.pool({ host: '127.0.0.1', port: 1, connectionString: undefined })
    const nowhere = postgresStore({ client: pool })
    const stop = nowhere.watch(() => {})
    const asked = [
      nowhere.prepare([sampleView]),
      nowhere.swap('x'),
      nowhere.read('a'),
      nowhere.readAll(0, 1),
      nowhere.head(),
      nowhere.find('x', { limit: 1 }),
      nowhere.commit(append('a', 0)),
      nowhere.recall('k'),
      nowhere.readCell('c'),
      nowhere.writeCell('c', 1, 0),
    ]
    for (const result of await Promise.allSettled(asked)) {
      expect(result.status === 'rejected' && result.reason).toMatchObject(unavailable)
    }
    stop()
    nowhere.close()
  })
})
