import { equal, isTrue } from './check.js'
import { append, law, rows, type StoreLaw } from './sample.js'

/** Cells, and being woken. */
export const cellLaws: readonly StoreLaw[] = [
  law('a cell is made by who knows that there is none, and only once', async (store) => {
    equal(await store.readCell('c'), undefined, 'none')
    equal(await store.writeCell('c', { n: 1 }, 1), undefined, 'no such revision')
    equal(await store.writeCell('c', { n: 1 }, 0), 1, 'made')
    equal(await store.writeCell('c', { n: 2 }, 0), undefined, 'there is one')
    equal(await store.readCell('c'), { value: { n: 1 }, revision: 1 }, 'the first')
  }),

  law('a cell is changed by who knows its revision; everybody else changes nothing', async (store) => {
    await store.writeCell('c', 'one', 0)
    equal(await store.writeCell('c', 'two', 1), 2, 'changed')
    equal(await store.writeCell('c', 'three', 1), undefined, 'stale')
    equal(await store.readCell('c'), { value: 'two', revision: 2 }, 'the second')
    equal(await store.writeCell('c', null, 2), 3, 'null is a value')
    equal(await store.readCell('c'), { value: null, revision: 3 }, 'null')
  }),

  law('of twenty who write a cell at once one succeeds', async (store) => {
    for (let revision = 0; revision < 5; revision++) {
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, n) => store.writeCell('c', n, revision)),
      )
      equal(
        results.filter((one) => one !== undefined),
        [revision + 1],
        `winners at ${revision}`,
      )
      equal((await store.readCell('c'))?.value, results.indexOf(revision + 1), 'its value')
    }
  }),

  law('cells are told apart by every character, and hold any JSON', async (store) => {
    const value = {
      quotes: `'; drop table cells; -- "\\`,
      zh: '检查点',
      deep: [{ a: [null, 1.5, true] }],
      big: 2 ** 53 - 1,
    }
    const names = ['c', 'C', 'c ', `c'`, 'c%', '__proto__', '格', 'x'.repeat(200)]
    for (const [n, name] of names.entries()) await store.writeCell(name, { ...value, n }, 0)
    for (const [n, name] of names.entries()) equal((await store.readCell(name))?.value, { ...value, n }, name)
  }),

  law('a commit of events wakes who watches, until it is stopped', async (store) => {
    let woken = 0
    let wake: () => void = () => {}
    const stop = store.watch(() => {
      woken++
      wake()
    })
    const soon = (what: string) =>
      new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`${what}: not woken in 5 s`)), 5000)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    const first = soon('the first')
    await store.commit(append('a', 0))
    await first
    stop()
    const before = woken
    await store.commit(append('a', 1))
    await new Promise<void>((resolve) => setTimeout(resolve, 50))
    isTrue(woken === before, 'woken after the stop')
  }),

  law('the head is the place of the last event', async (store) => {
    equal(await store.head(), 0, 'an empty log')
    await store.commit(append('a', 0, 3))
    await store.commit(rows(['k', { n: 1 }]))
    const log = await store.readAll(0, 10)
    equal(await store.head(), log.at(-1)?.position, 'head')
  }),
]
