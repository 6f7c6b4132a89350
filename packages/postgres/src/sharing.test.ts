import { createPlatform, isPlatformError, type Officer, type SystemActor } from '@redress/core'
import { testKeys } from '@redress/core/testing'
import { petition } from '@redress/petition'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type TestDatabase } from './database.fixture.js'
import { append, event, sampleView } from './sample.fixture.js'
import { type PostgresStore, postgresStore } from './store.js'

const host: SystemActor = { kind: 'system', id: 'host' }
const desk: Officer = { kind: 'officer', id: 'desk-1', unit: 'office', roles: ['petitionOfficer'] }

describe('several processes on one database', () => {
  let database: TestDatabase
  let count = 0
  const stores: PostgresStore[] = []
  beforeAll(async () => {
    database = await openDatabase()
  }, 60_000)
  afterAll(async () => {
    for (const store of stores) store.close()
    await database.close()
  }, 60_000)

  const newSchema = () => `shared_${process.pid}_${++count}`
  /** As another process would: a pool of its own. */
  function open(schema: string): PostgresStore {
    const store = postgresStore({ client: database.pool({ max: 4 }), schema })
    stores.push(store)
    return store
  }
  async function pair(): Promise<readonly [PostgresStore, PostgresStore]> {
    const schema = newSchema()
    const both = [open(schema), open(schema)] as const
    for (const store of both) await store.prepare([sampleView])
    return both
  }

  it('ten that start at once make everything once', async () => {
    const schema = newSchema()
    const ten = Array.from({ length: 10 }, () => open(schema))
    expect(await Promise.all(ten.map((store) => store.prepare([sampleView])))).toEqual(ten.map(() => []))
    await Promise.all(ten.map((store, n) => store.commit(append(`s${n}`, 0, { code: `c${n}` }))))
    expect(await ten[0]?.readAll(0, 100)).toHaveLength(10)
    expect((await ten[9]?.find(sampleView.name, { where: { code: 'c3' }, limit: 5 }))?.rows).toHaveLength(1)
  }, 60_000)

  it('of two that race for one stream each version goes to one, and its row is of the last', async () => {
    const both = await pair()
    const won = [0, 0]
    await Promise.all(
      both.map(async (store, me) => {
        for (;;) {
          const version = (await store.read('a')).length
          if (version >= 40) return
          try {
            await store.commit(
              append('a', version, { code: String(version + 1), people: [`p${version + 1}`] }),
            )
            won[me] = (won[me] ?? 0) + 1
          } catch (error) {
            if (!isPlatformError(error) || error.code !== 'VERSION_CONFLICT') throw error
          }
        }
      }),
    )
    const events = await both[0].read('a')
    expect(events.map(({ version }) => version)).toEqual(events.map((_, n) => n + 1))
    expect((won[0] ?? 0) + (won[1] ?? 0)).toBe(events.length)
    const page = await both[1].find(sampleView.name, { where: { people: `p${events.length}` }, limit: 5 })
    expect(page.rows).toEqual([
      { key: 'a', row: { code: String(events.length), people: [`p${events.length}`] } },
    ])
  }, 60_000)

  it('rows without events never come after those of a later version', async () => {
    const [one, other] = await pair()
    await one.commit(append('a', 0, { code: '1' }))
    for (let version = 1; version <= 30; version++) {
      const mend = {
        streams: [{ stream: 'a', expectedVersion: version, events: [] }],
        rows: [{ view: sampleView.name, key: 'a', row: { code: `mended-${version}` } }],
      }
      const [, appended] = await Promise.allSettled([
        other.commit(mend),
        one.commit(append('a', version, { code: String(version + 1) })),
      ])
      expect(appended.status).toBe('fulfilled')
      const { rows } = await one.find(sampleView.name, { limit: 5 })
      expect(rows).toEqual([{ key: 'a', row: { code: String(version + 1) } }])
    }
    const log = await one.readAll(0, 100)
    expect(log).toHaveLength(31)
    expect(await one.read('a')).toEqual(log)
  }, 60_000)

  it('a commit of several streams is all or nothing, also in a race', async () => {
    const both = await pair()
    let stored = 0
    for (let round = 0; round < 20; round++) {
      const streams = [`x${round}`, `y${round}`]
      const commitOf = (order: readonly string[]) => ({
        streams: order.map((stream) => ({ stream, expectedVersion: 0, events: [event(stream, 1)] })),
        rows: [],
      })
      const results = await Promise.allSettled([
        both[0].commit(commitOf(streams)),
        both[1].commit(commitOf([...streams].reverse())),
      ])
      stored += results.filter(({ status }) => status === 'fulfilled').length
      expect(await both[0].read(`x${round}`)).toHaveLength(1)
      expect(await both[0].read(`y${round}`)).toHaveLength(1)
    }
    expect(stored).toBe(20)
  }, 60_000)

  it('rows that nobody guards keep the list entries of the last writer', async () => {
    const both = await pair()
    const write = (store: PostgresStore, people: readonly string[]) =>
      store.commit({ streams: [], rows: [{ view: sampleView.name, key: 'k', row: { people, due: 1 } }] })
    for (let round = 0; round < 30; round++) {
      await Promise.all([write(both[0], ['a', 'b']), write(both[1], ['b', 'c'])])
      const { rows } = await both[0].find(sampleView.name, { limit: 1 })
      const people = rows[0]?.row.people as readonly string[]
      for (const person of ['a', 'b', 'c']) {
        const query = { where: { people: person }, sort: { field: 'due' }, limit: 5 }
        const found = await both[1].find(sampleView.name, query)
        expect(found.rows).toHaveLength(people.includes(person) ? 1 : 0)
      }
    }
  }, 60_000)

  it('commits of two processes that write and remove the same cells all succeed, and each write counts', async () => {
    const both = await pair()
    const names = Array.from({ length: 8 }, (_, n) => `c${n}`)
    const rounds = 25
    await Promise.all(
      both.map(async (store, me) => {
        for (let n = 0; n < rounds; n++) {
          const order = (n + me) % 2 === 0 ? names : [...names].reverse()
          const cells = order.map((name) => ({ name, value: { me, n } }))
          const removals = [`r${n % 3}`, `r${(n + 1) % 3}`].map((name, i) => ({
            name,
            value: (n + i + me) % 2 === 0 ? undefined : n,
          }))
          await Promise.all([
            store.commit({ ...append(`${me}-${n}`, 0), cells: [...cells, ...removals] }),
            store.commit({ ...append(`${me}-${n}-other`, 0), cells }),
          ])
        }
      }),
    )
    const cells = await both[0].listCells('c', '', 10)
    expect(cells.map(({ revision }) => revision)).toEqual(names.map(() => 4 * rounds))
    expect(await both[0].readAll(0, 1000)).toHaveLength(4 * rounds)
  }, 60_000)

  it('of two that race to prune and append to one stream one wins, and the log is whole', async () => {
    const both = await pair()
    await both[0].commit(append('a', 0))
    for (let version = 1; version <= 25; version++) {
      const results = await Promise.allSettled(
        both.map((store, me) =>
          store.commit({
            ...append('a', version),
            cells: [{ name: `won ${version}`, value: me }],
            prune: [{ stream: 'a', until: version - me }],
          }),
        ),
      )
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const winner = results.findIndex(({ status }) => status === 'fulfilled')
      expect(await both[1].readCell(`won ${version}`)).toEqual({ value: winner, revision: 1 })
      const pruned = (await both[1].read('a')).map(({ type }) => type === 'core.pruned')
      expect(pruned).toEqual([
        ...Array.from({ length: version - winner }, () => true),
        ...Array.from({ length: winner + 1 }, () => false),
      ])
    }
  }, 60_000)

  it('a process hears of the commits of another one', async () => {
    const [one, other] = await pair()
    const heard = new Promise<void>((resolve) => {
      other.watch(resolve)
    })
    // The connection that listens is opened in the background; until it is there, a later commit is heard.
    let done = false
    void heard.then(() => {
      done = true
    })
    for (let n = 0; !done && n < 100; n++) {
      await one.commit(append(`s${n}`, 0))
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
    expect(done).toBe(true)
  }, 30_000)

  it('the end of the building of a view reaches the other processes', async () => {
    const [one, other] = await pair()
    await one.commit(append('a', 0, { code: 'old' }))
    const later = { ...sampleView, version: 2 }
    expect(await one.prepare([later])).toEqual([sampleView.name])
    expect(await other.prepare([later])).toEqual([sampleView.name])
    await one.commit(append('a', 1, { code: 'new' }))
    expect((await other.find(sampleView.name, { limit: 5 })).old).toBe(true)
    await one.swap(sampleView.name)
    const page = await other.find(sampleView.name, { limit: 5 })
    expect(page).toEqual({ rows: [{ key: 'a', row: { code: 'new' } }] })
    await other.commit(append('a', 2, { code: 'newer' }))
    expect((await one.find(sampleView.name, { limit: 5 })).rows).toEqual([
      { key: 'a', row: { code: 'newer' } },
    ])
  })

  it('views change under load: every query is answered and every commit is stored', async () => {
    const schema = newSchema()
    const both = [open(schema), open(schema)]
    for (const store of both) await store.prepare([sampleView])
    await both[0]?.commit(append('first', 0, { people: ['p'], due: 0, code: 'c' }))
    let over = false
    let stored = 1
    const load = both.map(async (store, me) => {
      for (let n = 0; !over; n++) {
        await store.commit(append(`${me}-${n}`, 0, { people: ['p'], due: n, code: 'c' }))
        stored++
        const where = n % 2 === 0 ? { people: 'p' } : { code: 'c' }
        await store.find(sampleView.name, { where, sort: { field: 'due' }, limit: 5 })
      }
    })
    for (let version = 2; version <= 7; version++) {
      const later = { ...sampleView, version }
      await Promise.all(both.map((store) => store.prepare([later])))
      await both[version % 2]?.swap(sampleView.name)
    }
    over = true
    await Promise.all(load)
    expect(await both[0]?.readAll(0, 100_000)).toHaveLength(stored)
  }, 60_000)

  it('a process of an older release may not write rows beside a newer version', async () => {
    const [one, other] = await pair()
    await one.commit(append('a', 0, { code: 'old' }))
    await one.prepare([{ ...sampleView, version: 2 }])
    await expect(other.commit(append('a', 1, { code: 'x' }))).rejects.toMatchObject({ code: 'STORE_NEWER' })
    expect(await other.read('a')).toHaveLength(1)
  })

  it('an index that is added without a new version finds the rows that are there', async () => {
    const [one] = await pair()
    await one.commit(append('a', 0, { tags: ['x', 'y'], size: 3, people: ['p'], due: 1 }))
    const more = {
      ...sampleView,
      lists: ['people', 'tags'],
      indexes: [...sampleView.indexes, { equal: ['tags'], sort: 'size' }, { equal: ['size'], sort: 'size' }],
    }
    expect(await one.prepare([more])).toEqual([])
    const sort = { field: 'size' }
    for (const where of [{ tags: 'y' }, { size: 3 }, { people: 'p' }]) {
      expect((await one.find(sampleView.name, { where, sort, limit: 5 })).rows).toHaveLength(1)
    }
  })

  it('a database of a newer release is refused', async () => {
    const schema = newSchema()
    await open(schema).prepare([])
    await database.pool().query(`update "${schema}".meta set version = 99`)
    await expect(open(schema).prepare([])).rejects.toMatchObject({ code: 'STORE_NEWER' })
  })

  it('two platforms serve one case, and what one decides the other builds on', async () => {
    const schema = newSchema()
    const platforms = [1, 2].map(() =>
      createPlatform({ store: open(schema), plugins: [petition()], keys: testKeys }),
    )
    const [one, other] = platforms as [(typeof platforms)[0], (typeof platforms)[0]]
    await one.organizations.open(
      [{ id: 'office', name: '信访局', level: 'county', type: 'petitionOffice' }],
      host,
    )
    await one.organizations.appoint({ unit: 'office', person: desk.id, roles: desk.roles }, host)
    const filed = await one.petition.complaint.file(
      {
        channel: 'online',
        unit: 'office',
        title: '楼上漏水',
        text: '请派人维修',
        petitioners: [{ id: 'resident-1', name: '王某', phone: '13800000000' }],
      },
      { kind: 'resident', id: 'resident-1' },
    )
    const results = await Promise.allSettled(
      [one, other, one, other].map((platform, n) =>
        platform.petition.complaint.register(filed.id, { matter: `matter-${n}` }, desk),
      ),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const page = await other.cases.find({ involving: 'office' }, desk)
    expect(page.items.map(({ id }) => id)).toEqual([filed.id])
    expect((await other.petition.complaint.get(filed.id, desk)).version).toBe(2)
  }, 60_000)
})
