import { equal, rejection } from './check.js'
import { append, find, keysOf, law, rows, type StoreLaw } from './sample.js'

const keyed = (key: string, stream: string, fingerprint = 'f') => ({
  ...append(stream, 0),
  rows: rows([stream, { n: 1 }]).rows,
  request: { key, fingerprint },
})

/** Idempotency keys. */
export const requestLaws: readonly StoreLaw[] = [
  law('an unknown key recalls nothing', async (store) => {
    equal(await store.recall('k'), undefined, 'recall')
  }),

  law('a key recalls the first stream of its commit and the version after it', async (store) => {
    await store.commit(append('a', 0, 2))
    await store.commit({ ...append('a', 2, 3), request: { key: 'k', fingerprint: 'print' } })
    equal(await store.recall('k'), { fingerprint: 'print', stream: 'a', version: 5 }, 'recall')
  }),

  law(
    'a second commit with a key stores nothing and answers with the first, whatever it holds',
    async (store) => {
      await store.commit(keyed('k', 'a', 'first'))
      const again = await store.commit(keyed('k', 'b', 'second'))
      equal(again, { repeated: { fingerprint: 'first', stream: 'a', version: 1 } }, 'answer')
      equal(
        (await store.readAll(0, 10)).map((one) => one.stream),
        ['a'],
        'log',
      )
      equal(keysOf(await find(store, { limit: 10 })), ['a'], 'rows')
    },
  ),

  law('a repeated commit is answered before its stale version is looked at', async (store) => {
    await store.commit(keyed('k', 'a'))
    await store.commit(append('a', 1))
    equal('repeated' in (await store.commit(keyed('k', 'a'))), true, 'answer')
  }),

  law('a refused commit leaves its key free', async (store) => {
    await store.commit(append('a', 0))
    await rejection(store.commit(keyed('k', 'a')), 'stale')
    equal(await store.recall('k'), undefined, 'recall')
    await store.commit({ ...append('a', 1), request: { key: 'k', fingerprint: 'f' } })
    equal((await store.read('a')).length, 2, 'events')
  }),

  law('of ten commits at once with one key one is stored', async (store) => {
    const results = await Promise.all(Array.from({ length: 10 }, (_, n) => store.commit(keyed('k', `s${n}`))))
    equal(results.filter((one) => 'events' in one).length, 1, 'stored')
    equal((await store.readAll(0, 100)).length, 1, 'events')
    equal(keysOf(await find(store, { limit: 100 })).length, 1, 'rows')
  }),

  law('a commit of rows and cells alone is repeatable too', async (store) => {
    const commit = (key: string, n: number) => ({
      ...rows([key, { n }]),
      cells: [{ name: 'c', value: n }],
      request: { key: 'k', fingerprint: key },
    })
    equal(await store.commit(commit('a', 1)), { events: [] }, 'stored')
    const first = { fingerprint: 'a', stream: '', version: 0 }
    equal(await store.recall('k'), first, 'recall')
    equal(await store.commit(commit('b', 2)), { repeated: first }, 'again')
    equal(keysOf(await find(store, { limit: 10 })), ['a'], 'rows')
    equal(await store.readCell('c'), { value: 1, revision: 1 }, 'cell')
    equal(await store.head(), 0, 'the log is empty')
  }),

  law('of commits of rows and cells at once, each key is stored once and whole', async (store) => {
    const results = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        store.commit({
          ...rows(['sum', { n }], [`row ${n}`, { n }]),
          cells: [{ name: 'last', value: n }],
          request: { key: `k${n % 4}`, fingerprint: String(n) },
        }),
      ),
    )
    const stored = results.flatMap((one, n) => ('events' in one ? [n] : []))
    equal(new Set(stored.map((n) => n % 4)).size, stored.length, 'one of each key')
    equal(stored.length, 4, 'each key')
    const page = await find(store, { limit: 100 })
    equal(keysOf(page), [...stored.map((n) => `row ${n}`), 'sum'].sort(), 'the rows of those')
    const last = await store.readCell('last')
    equal(
      [last?.revision, page.rows.at(-1)?.row],
      [4, { n: last?.value }],
      'the last of them, in row and cell',
    )
  }),

  law('keys are told apart by every character', async (store) => {
    const keys = ['k', 'K', 'k ', `k'`, 'k%', '__proto__', '钥匙', 'x'.repeat(200)]
    for (const [n, key] of keys.entries()) await store.commit(keyed(key, `s${n}`, key))
    for (const [n, key] of keys.entries()) {
      equal(await store.recall(key), { fingerprint: key, stream: `s${n}`, version: 1 }, key)
    }
  }),
]
