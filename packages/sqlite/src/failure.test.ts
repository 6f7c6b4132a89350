import { memoryStore, type Row, type RowWrite, type Store, type StreamWrite } from '@redress/core'
import Database from 'libsql'
import { describe, expect, it } from 'vitest'
import type { SqliteDatabase } from './database.js'
import { sqliteStore } from './store.js'
import { withFile } from './town.fixture.js'
import { view } from './writer.fixture.js'

const row = (key: string, value: Row | null): RowWrite => ({ view: view.name, key, row: value })
const append = (stream: string, expectedVersion: number, data: unknown = {}): StreamWrite => ({
  stream,
  expectedVersion,
  events: [
    {
      type: 'test.happened',
      data,
      stream,
      version: expectedVersion + 1,
      at: '2024-08-02T01:00:00.000Z',
      by: { kind: 'system', id: 'test' },
      hash: 'h',
    },
  ],
})
const code = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: { readonly code?: unknown }) => error.code,
  )

async function prepared(database: SqliteDatabase): Promise<Store> {
  const store = sqliteStore({ database })
  await store.prepare([view])
  return store
}

describe('a store that cannot write', () => {
  it('says so when the disk is full, has stored nothing by half, and goes on when there is room', async () => {
    const database = new Database(':memory:')
    const store = await prepared(database)
    const [{ page_count: pages } = { page_count: 0 }] = database.prepare('pragma page_count').all() as {
      page_count: number
    }[]
    database.exec(`pragma max_page_count = ${pages + 20}`)
    let stored = 0
    let refused: unknown
    while (refused === undefined && stored < 1000) {
      const n = stored
      await store
        .commit({
          streams: [append(`s${n}`, 0, 'x'.repeat(1000)), append(`t${n}`, 0, 'x'.repeat(1000))],
          rows: [row(`k${n}`, { writer: 'x'.repeat(1000), version: n, tags: ['a', 'b'] })],
          request: { key: `key ${n}`, fingerprint: 'f' },
        })
        .then(
          () => stored++,
          (error: unknown) => {
            refused = error
          },
        )
    }
    expect(refused).toMatchObject({ code: 'STORE_UNAVAILABLE', kind: 'unavailable' })
    expect((refused as Error).message).toContain('full')
    expect(await store.head()).toBe(2 * stored)
    expect(await store.read(`s${stored}`)).toEqual([])
    expect((await store.find(view.name, { limit: 1000 })).rows.length).toBe(stored)
    expect(await store.recall(`key ${stored}`)).toBeUndefined()
    expect(await code(store.writeCell('c', 'x'.repeat(500_000), 0))).toBe('STORE_UNAVAILABLE')
    expect(await store.readCell('c')).toBeUndefined()

    database.exec('pragma max_page_count = 100000')
    await store.commit({ streams: [append(`s${stored}`, 0)], rows: [] })
    expect(await store.head()).toBe(2 * stored + 1)
    database.close()
  })

  it('reads from a file that it must not write to, and says so when it is asked to', () =>
    withFile(async (file) => {
      const writable = new Database(file)
      await (await prepared(writable)).commit({
        streams: [append('a', 0)],
        rows: [row('k', { tags: ['t'] })],
      })
      const database = new Database(`file://${file}?mode=ro`)
      const store = await prepared(database)
      expect((await store.read('a')).length).toBe(1)
      expect((await store.find(view.name, { where: { tags: 't' }, limit: 5 })).rows.length).toBe(1)
      const error: unknown = await store
        .commit({ streams: [append('a', 1)], rows: [] })
        .catch((one: unknown) => one)
      expect(error).toMatchObject({ code: 'STORE_UNAVAILABLE' })
      expect((error as Error).message).toContain('readonly')
      expect((error as Error).cause).toBeInstanceOf(Error)
      expect(await code(store.writeCell('c', 1, 0))).toBe('STORE_UNAVAILABLE')
      expect((await store.read('a')).length).toBe(1)
      database.close()
      writable.close()
    }))

  it('says so when its database has been closed', async () => {
    const database = new Database(':memory:')
    const store = await prepared(database)
    database.close()
    expect(await code(store.commit({ streams: [append('a', 0)], rows: [] }))).toBe('STORE_UNAVAILABLE')
  })

  it('waits while another connection writes, without stopping the process', () =>
    withFile(async (file) => {
      const [other, database] = [new Database(file), new Database(file)]
      const store = await prepared(database)
      other.exec('begin immediate')
      let turns = 0
      const turning = setInterval(() => turns++, 5)
      const waiting = Promise.all([
        store.commit({ streams: [append('a', 0)], rows: [] }),
        store.writeCell('c', 1, 0),
      ])
      expect(await store.read('a')).toEqual([])
      await new Promise((resolve) => setTimeout(resolve, 400))
      other.exec('commit')
      const [, revision] = await waiting
      clearInterval(turning)
      expect(revision).toBe(1)
      expect((await store.read('a')).length).toBe(1)
      expect(turns).toBeGreaterThan(2)
      other.close()
      database.close()
    }))
})

describe('commits that share a transaction', () => {
  it('do: a hundred at once take few', async () => {
    const database = new Database(':memory:')
    let begun = 0
    const store = await prepared({
      prepare: (sql) => database.prepare(sql),
      exec(sql) {
        if (sql === 'begin immediate') begun++
        database.exec(sql)
      },
    })
    const before = begun
    await Promise.all(
      Array.from({ length: 100 }, (_, n) => store.commit({ streams: [append(`s${n}`, 0)], rows: [] })),
    )
    expect(begun - before).toBe(1)
    expect(await store.head()).toBe(100)
    database.close()
  })

  it('do not see each other fail: neither a conflict nor a failure in the middle of writing', async () => {
    const database = new Database(':memory:')
    const store = await prepared(database)
    // A real failure of one statement, after others of the same commit have been done.
    database.exec(`create trigger fault before insert on redress_events when new.stream = 'faulty'
      begin select raise(abort, 'no such luck'); end`)
    const outcomes = await Promise.allSettled([
      store.commit({ streams: [append('a', 0)], rows: [row('a', { version: 1 })] }),
      store.commit({ streams: [append('b', 7)], rows: [row('b', { version: 1 })] }),
      store.commit({ streams: [append('c', 0), append('faulty', 0)], rows: [row('c', { version: 1 })] }),
      store.commit({ streams: [append('a', 1)], rows: [row('a', { version: 2 })] }),
      store.commit({ streams: [], rows: [{ view: 'no.view', key: 'k', row: {} }] }),
    ])
    expect(
      outcomes.map((one) => (one.status === 'fulfilled' ? 'done' : (one.reason as { code: string }).code)),
    ).toEqual(['done', 'VERSION_CONFLICT', 'STORE_UNAVAILABLE', 'done', 'QUERY_INVALID'])
    expect((await store.readAll(0, 10)).map(({ stream, version }) => [stream, version])).toEqual([
      ['a', 1],
      ['a', 2],
    ])
    expect((await store.find(view.name, { limit: 9 })).rows).toEqual([{ key: 'a', row: { version: 2 } }])
    database.close()
  })

  it('are refused before they start where they hold something that is no JSON', async () => {
    const database = new Database(':memory:')
    const store = await prepared(database)
    const good = store.commit({ streams: [append('a', 0)], rows: [] })
    await expect(store.commit({ streams: [append('b', 0, { n: 1n })], rows: [] })).rejects.toThrow(TypeError)
    await good
    expect(await store.head()).toBe(1)
    database.close()
  })
})

describe('hostile texts', () => {
  const texts = [
    `'; drop table redress_events; --`,
    `" or 1=1 --`,
    '\\',
    '?',
    ':a',
    '$.a',
    'a\0b',
    'a\0c',
    '\ud800',
    '\udfff',
    '\u{1f3da}',
    '\ue000',
    '\u0001',
    '',
  ]

  it('are names and values like any other', async () => {
    const database = new Database(':memory:')
    const stores = [await prepared(database), memoryStore()]
    await stores[1]?.prepare([view])
    const told = await Promise.all(
      stores.map(async (store) => {
        for (const [n, text] of texts.entries()) {
          await store.commit({
            streams: [append(text, 0, { text })],
            rows: [row(text, { writer: text, version: n, tags: [text], facets: { [text]: text } })],
            request: { key: text, fingerprint: text },
          })
          await store.writeCell(text, { text }, 0)
        }
        const found = []
        for (const text of texts) {
          found.push(
            (await store.read(text)).map(({ stream, data }) => [stream, data]),
            await store.recall(text),
            await store.readCell(text),
            await store.find(view.name, { where: { writer: text }, limit: 99 }),
            await store.find(view.name, {
              where: { tags: [text, 'x'] },
              sort: { field: 'version' },
              limit: 99,
            }),
            await store.find(view.name, { where: { [`facets.${text}`]: text }, limit: 99 }),
            await store.find(view.name, { where: { [text]: text }, limit: 99 }),
            await store.find(view.name, { after: { value: 0, key: text }, limit: 99 }),
          )
        }
        return found
      }),
    )
    const [sqlite, memory] = told
    expect(sqlite).toEqual(memory)
    database.close()
  })
})

describe('wrong options', () => {
  it('are refused when the store is made', () => {
    const database = new Database(':memory:')
    const make = (options: object) => () => sqliteStore({ database, ...options })
    expect(make({ database: {} })).toThrow('connection')
    expect(make({ synchronous: 'full; drop table x' })).toThrow('synchronous')
    expect(make({ watchEvery: 0 })).toThrow('watchEvery')
    database.close()
  })
})
