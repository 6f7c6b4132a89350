import type { RecordedEvent } from '../../event/event.js'
import { equal, isTrue, rejection } from './check.js'
import { append, by, event, find, keysOf, law, rows, type StoreLaw } from './sample.js'

const hostile = {
  chinese: '楼上漏水，请求维修',
  emoji: '🏚️👨‍👩‍👧',
  quotes: `'; drop table events; -- "\\ %_ \` $1 :x`,
  empty: '',
  nothing: null,
  big: Number.MAX_SAFE_INTEGER,
  small: 1e-9,
  deep: { a: [{ b: [[{ c: 'd' }]] }] },
  list: [1, 'two', null, [], {}],
  long: 'x'.repeat(100_000),
}

/** Events: order, versions, atomicity. */
export const logLaws: readonly StoreLaw[] = [
  law('an unknown stream is empty', async (store) => {
    equal(await store.read('nobody'), [], 'read')
    equal(await store.readAll(0, 10), [], 'readAll')
  }),

  law('a stream is read in the order and with the numbers in which it was written', async (store) => {
    await store.commit(append('a', 0, 3))
    await store.commit(append('a', 3, 2))
    const events = await store.read('a')
    equal(
      events.map((one) => one.version),
      [1, 2, 3, 4, 5],
      'versions',
    )
    equal(
      events.map((one) => one.data),
      [1, 2, 3, 4, 5].map((n) => ({ n })),
      'data',
    )
    isTrue(
      events.every((one, n) => n === 0 || one.position > (events[n - 1]?.position ?? 0)),
      'positions grow',
    )
  }),

  law('an event comes back with everything that was stored of it', async (store) => {
    const more = { type: 'laws.opened', rules: 'cn-2022', sealed: { 'subject-1': 'digest' } }
    const first = event('a', 1, hostile, more)
    const second = event('a', 2)
    await store.commit({ streams: [{ stream: 'a', expectedVersion: 0, events: [first, second] }], rows: [] })
    const [read, next] = await store.read('a')
    const { position, ...rest } = read as RecordedEvent
    isTrue(Number.isSafeInteger(position) && position > 0, 'position is a positive whole number')
    equal(
      rest,
      { ...more, data: hostile, stream: 'a', version: 1, at: first.at, by, hash: 'hash of a 1' },
      'event',
    )
    equal(Object.keys(next ?? {}).includes('sealed'), false, 'nothing was sealed')
    equal(Object.keys(next ?? {}).includes('rules'), false, 'no rules')
    equal(await store.readAll(0, 10), [read, next], 'the log tells the same')
  }),

  // The hash of an event is over this text, so it must come out the same when the chain is checked.
  law(
    'the data of an event, who did it, and what it sealed come back as the same JSON text',
    async (store) => {
      const sealed = { z: '1', a: '2', 'subject "1"': '3', 楼: '4' }
      const data = { z: hostile, a: { y: 1, b: { 2: 'two', 1: 'one' } }, '': [{ n: 1e21, m: 0.1 }] }
      const first = event('a', 1, data, { sealed, by: { unit: 'works', kind: 'officer', id: 'o-1' } })
      const result = await store.commit({
        streams: [{ stream: 'a', expectedVersion: 0, events: [first] }],
        rows: [],
      })
      const answered = 'events' in result ? result.events : []
      for (const one of [...answered, ...(await store.read('a')), ...(await store.readAll(0, 1))]) {
        for (const part of ['data', 'by', 'sealed'] as const)
          equal(JSON.stringify(one[part]), JSON.stringify(first[part]), part)
      }
    },
  ),

  law('a commit answers with the events as they stand in the log', async (store) => {
    const last = event('a', 3, null, { sealed: { s: 'digest' }, rules: 'cn-2022' })
    const streams = append('a', 0, 2).streams.map((write) => ({ ...write, events: [...write.events, last] }))
    const result = await store.commit({ streams, rows: [] })
    equal('events' in result && result.events, await store.read('a'), 'events')
  }),

  law('a stream is read after a version', async (store) => {
    await store.commit(append('a', 0, 5))
    equal(
      (await store.read('a', 3)).map((one) => one.version),
      [4, 5],
      'after 3',
    )
    equal(await store.read('a', 5), [], 'after the last')
    equal(await store.read('a', 99), [], 'after more than there are')
  }),

  law('streams are told apart by every character of their names', async (store) => {
    const names = [
      'a',
      'A',
      'a ',
      'a%',
      'a_',
      `a'`,
      'a"',
      'a\\',
      'á',
      '__proto__',
      'constructor',
      'x'.repeat(128),
    ]
    for (const name of names) await store.commit(append(name, 0))
    for (const name of names)
      equal(
        (await store.read(name)).map((one) => one.stream),
        [name],
        name,
      )
  }),

  law('the log is paged without gaps and without repeats', async (store) => {
    for (let n = 0; n < 25; n++) await store.commit(append(`s${n % 7}`, Math.floor(n / 7)))
    const seen: RecordedEvent[] = []
    for (let after = 0; ; ) {
      const page = await store.readAll(after, 4)
      isTrue(page.length <= 4, 'a page holds at most the limit')
      const last = page.at(-1)
      if (last === undefined) break
      seen.push(...page)
      after = last.position
    }
    equal(seen.length, 25, 'events')
    isTrue(
      seen.every((one, n) => n === 0 || one.position > (seen[n - 1]?.position ?? 0)),
      'in order',
    )
  }),

  law(
    'a commit on another version is refused, tells the version there is, and changes nothing',
    async (store) => {
      await store.commit(append('a', 0, 2))
      for (const expected of [0, 1, 3]) {
        const commit = {
          ...append('a', expected),
          ...rows(['k', { n: 1 }]),
          streams: append('a', expected).streams,
        }
        const error = await rejection(store.commit(commit), `expected ${expected}`)
        equal(error.code, 'VERSION_CONFLICT', 'code')
        equal(error.details, { stream: 'a', expected, actual: 2 }, 'details')
      }
      equal((await store.read('a')).length, 2, 'events')
      equal(keysOf(await find(store, { limit: 10 })), [], 'rows')
    },
  ),

  law('several streams are stored all or none, whichever of them is stale', async (store) => {
    await store.commit(append('a', 0))
    const pair = (a: number, b: number) => ({
      streams: [...append('a', a).streams, ...append('b', b).streams],
      rows: [],
    })
    await rejection(store.commit(pair(1, 7)), 'the second is stale')
    await rejection(store.commit(pair(0, 0)), 'the first is stale')
    equal((await store.read('a')).length, 1, 'a')
    equal((await store.read('b')).length, 0, 'b')
    await store.commit(pair(1, 0))
    equal(
      (await store.readAll(0, 10)).map((one) => one.stream),
      ['a', 'a', 'b'],
      'log',
    )
  }),

  law('a commit without events checks the version and writes its rows', async (store) => {
    await store.commit(append('a', 0))
    const only = (expectedVersion: number) => ({
      streams: [{ stream: 'a', expectedVersion, events: [] }],
      rows: rows(['k', { n: 1 }]).rows,
    })
    await rejection(store.commit(only(0)), 'stale')
    equal(keysOf(await find(store, { limit: 10 })), [], 'no row')
    await store.commit(only(1))
    equal(keysOf(await find(store, { limit: 10 })), ['k'], 'the row')
    equal((await store.read('a')).length, 1, 'no event')
  }),

  law('of twenty writers at one version one wins, and no event is lost', async (store) => {
    for (let version = 0; version < 5; version++) {
      const results = await Promise.allSettled(
        Array.from({ length: 20 }, () => store.commit(append('a', version))),
      )
      equal(results.filter((one) => one.status === 'fulfilled').length, 1, `winners at ${version}`)
    }
    equal(
      (await store.read('a')).map((one) => one.version),
      [1, 2, 3, 4, 5],
      'versions',
    )
  }),

  law(
    'two hundred writers at once on streams of their own all land, at places of their own',
    async (store) => {
      await Promise.all(Array.from({ length: 200 }, (_, n) => store.commit(append(`s${n}`, 0, 2))))
      const log = await store.readAll(0, 1000)
      equal(log.length, 400, 'events')
      equal(new Set(log.map((one) => one.position)).size, 400, 'positions')
    },
  ),

  law('what was read cannot be used to change what is stored', async (store) => {
    await store.commit({ ...append('a', 0), rows: rows(['k', { list: ['x'] }]).rows })
    const [read] = await store.read('a')
    const page = await find(store, { limit: 1 })
    try {
      Object.assign(read?.data ?? {}, { n: 'changed' })
      const row = page.rows[0]?.row as { list: string[] }
      row.list.push('changed')
    } catch {
      // Frozen: as good as a copy.
    }
    equal(
      (await store.read('a')).map((one) => one.data),
      [{ n: 1 }],
      'event',
    )
    equal((await find(store, { limit: 1 })).rows[0]?.row, { list: ['x'] }, 'row')
  }),
]
