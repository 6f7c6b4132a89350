import type { Row, Store, ViewDefinition } from '@redress/core'
import Database from 'libsql'
import { describe, expect, it } from 'vitest'
import { sqliteStore } from './store.js'
import { withFile } from './town.fixture.js'

const first: ViewDefinition = {
  name: 'v',
  version: 1,
  lists: ['tags'],
  indexes: [{ equal: ['tags'], sort: 'n' }],
}
const second: ViewDefinition = {
  ...first,
  version: 2,
  indexes: [...first.indexes, { equal: ['colour'], sort: 'n' }],
}
const third: ViewDefinition = { ...second, version: 3 }

const write = (store: Store, key: string, row: Row) =>
  store.commit({ streams: [], rows: [{ view: 'v', key, row }] })
const happen = (store: Store) =>
  store.commit({
    streams: [
      {
        stream: 's',
        expectedVersion: 0,
        events: [
          {
            type: 't',
            data: {},
            stream: 's',
            version: 1,
            at: '2024-08-02T01:00:00.000Z',
            by: { kind: 'system', id: 'x' },
            hash: 'h',
          },
        ],
      },
    ],
    rows: [],
  })
const keys = async (store: Store, where: Readonly<Record<string, string>> = {}) => {
  const { rows, old } = await store.find('v', { where, limit: 9 })
  return [rows.map(({ key }) => key), old]
}

/** Two processes of different releases, on one file. */
const releases = (work: (older: Store, newer: Store, database: Database.Database) => Promise<void>) =>
  withFile(async (file) => {
    const [a, b] = [new Database(file), new Database(file)]
    await work(sqliteStore({ database: a }), sqliteStore({ database: b }), a)
    a.close()
    b.close()
  })

describe('views that several processes use', () => {
  it('are answered from the old rows by both while the newer process builds, and from the new ones then', () =>
    releases(async (older, newer) => {
      await older.prepare([first])
      await happen(older)
      await write(older, 'a', { tags: ['x'] })
      expect(await newer.prepare([second])).toEqual(['v'])
      expect(await keys(newer)).toEqual([['a'], true])
      // To the older process they are not old.
      expect(await keys(older)).toEqual([['a'], undefined])
      await write(newer, 'b', { tags: ['x'], colour: 'red' })
      expect(await keys(older, { tags: 'x' })).toEqual([['a', 'b'], undefined])
      await newer.swap('v')
      expect(await keys(newer, { colour: 'red' })).toEqual([['b'], undefined])
    }))

  it('are closed to a process that computes rows as they no longer are', () =>
    releases(async (older, newer) => {
      await older.prepare([first])
      await happen(older)
      await newer.prepare([second])
      const refused = { code: 'STORE_NEWER', details: { stored: 2, known: 1 } }
      await expect(write(older, 'a', {})).rejects.toMatchObject(refused)
      await expect(older.swap('v')).rejects.toMatchObject(refused)
      await newer.swap('v')
      await expect(keys(older)).rejects.toMatchObject(refused)
      await expect(older.prepare([first])).rejects.toMatchObject(refused)
    }))

  it('leave nothing of a version that was given up or replaced', () =>
    releases(async (store, newer, database) => {
      const tables = () =>
        (
          database
            .prepare(`select name from sqlite_schema where type = 'table' and name like 'redress_rows%'`)
            .all() as { name: string }[]
        ).map(({ name }) => name)
      await store.prepare([first])
      await happen(store)
      await store.prepare([second])
      await newer.prepare([third])
      expect(tables()).toEqual(['redress_rows_1', 'redress_rows_1_i0', 'redress_rows_3', 'redress_rows_3_i0'])
      await write(newer, 'a', { tags: ['x'] })
      expect(await keys(newer, { tags: 'x' })).toEqual([['a'], true])
      await newer.swap('v')
      expect(tables()).toEqual(['redress_rows_3', 'redress_rows_3_i0'])
      expect(await keys(newer, { tags: 'x' })).toEqual([['a'], undefined])
    }))

  it('write an entry of an index again only where it changed', async () => {
    const database = new Database(':memory:')
    const ran: string[] = []
    const store = sqliteStore({
      database: {
        exec: (sql) => database.exec(sql),
        prepare(sql) {
          const statement = database.prepare(sql)
          return {
            all: (...values) => statement.all(...values),
            run(...values) {
              ran.push(sql)
              return statement.run(...values)
            },
          }
        },
      },
    })
    await store.prepare([second])
    await write(store, 'a', { tags: ['x', 'y'], colour: 'red', n: 1, title: 'one' })
    ran.length = 0
    await write(store, 'a', { tags: ['x', 'y'], colour: 'red', n: 1, title: 'two' })
    expect(ran).toEqual(['update redress_rows_1 set row = ?, token = ? where id = ? and token = ?'])
    ran.length = 0
    await write(store, 'a', { tags: ['y', 'z'], colour: 'red', n: 1, title: 'two' })
    expect(ran.map((sql) => sql.split(' ').slice(0, 3).join(' '))).toEqual([
      'update redress_rows_1 set',
      'delete from redress_rows_1_i0',
      'insert into redress_rows_1_i0',
    ])
    expect(await keys(store, { tags: 'x' })).toEqual([[], undefined])
    expect(await keys(store, { tags: 'z' })).toEqual([['a'], undefined])
    database.close()
  })
})

describe('rows whose columns are remembered', () => {
  const found = async (store: Store, where: Readonly<Record<string, string>>) => (await keys(store, where))[0]

  it('are looked at again when another process has written them', () =>
    releases(async (a, b) => {
      await a.prepare([second])
      await b.prepare([second])
      await write(a, 'k', { tags: ['one'], colour: 'red', n: 1 })
      await write(b, 'k', { tags: ['two'], colour: 'blue', n: 2 })
      // By what it remembers, only `n` would have changed.
      await write(a, 'k', { tags: ['one'], colour: 'red', n: 3 })
      expect(await found(b, { tags: 'one' })).toEqual(['k'])
      expect(await found(b, { tags: 'two' })).toEqual([])
      expect(await found(b, { colour: 'red' })).toEqual(['k'])
      expect(await found(b, { colour: 'blue' })).toEqual([])
      await b.commit({ streams: [], rows: [{ view: 'v', key: 'k', row: null }] })
      expect(await found(a, {})).toEqual([])
      await write(a, 'k', { tags: ['one'], colour: 'red', n: 3 })
      expect(await found(b, { tags: 'one' })).toEqual(['k'])
      expect(await found(b, { colour: 'red' })).toEqual(['k'])
    }))

  it('are looked at again when their commit was undone', () =>
    releases(async (store, _, database) => {
      await store.prepare([second])
      await write(store, 'k', { tags: ['one'], colour: 'red', n: 1 })
      // The last statement of a commit that sets this number fails.
      database.exec(`create trigger fault before insert on redress_rows_1_i0 when new.s0 = 99
        begin select raise(abort, 'no such luck'); end`)
      const lost = write(store, 'k', { tags: ['two'], colour: 'blue', n: 99 })
      await expect(lost).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
      await write(store, 'k', { tags: ['two'], colour: 'blue', n: 2 })
      expect(await found(store, { tags: 'one' })).toEqual([])
      expect(await found(store, { tags: 'two' })).toEqual(['k'])
      expect(await found(store, { colour: 'red' })).toEqual([])
      expect(await found(store, { colour: 'blue' })).toEqual(['k'])
    }))
})

describe('the tables', () => {
  it('of a newer adapter are left alone', () =>
    releases(async (older, newer, database) => {
      await older.prepare([first])
      await newer.prepare([first])
      database.exec('update redress_meta set schema = 99')
      const refused = { code: 'STORE_NEWER', details: { stored: 99, known: 1 } }
      await expect(newer.prepare([first])).rejects.toMatchObject(refused)
      // Also by a process that was there before.
      await expect(happen(newer)).rejects.toMatchObject(refused)
      database.exec('update redress_meta set schema = 1')
      expect(await newer.head()).toBe(0)
    }))
})
