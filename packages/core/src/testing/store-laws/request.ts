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

  law('keys are told apart by every character', async (store) => {
    const keys = ['k', 'K', 'k ', `k'`, 'k%', '__proto__', '钥匙', 'x'.repeat(200)]
    for (const [n, key] of keys.entries()) await store.commit(keyed(key, `s${n}`, key))
    for (const [n, key] of keys.entries()) {
      equal(await store.recall(key), { fingerprint: key, stream: `s${n}`, version: 1 }, key)
    }
  }),
]
