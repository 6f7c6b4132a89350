import { deepFreeze } from '../../freeze.js'
import type { CellWrite, Commit } from '../../store/port.js'
import { equal, rejection } from './check.js'
import { append, find, keysOf, law, rows, type StoreLaw } from './sample.js'

const put = (name: string, value: unknown): CellWrite => deepFreeze({ name, value })
const cut = (name: string): CellWrite => ({ name, value: undefined })
const only = (...cells: readonly CellWrite[]): Commit => ({ streams: [], rows: [], cells })

/** Cells that are written with events. */
export const cellsInCommitLaws: readonly StoreLaw[] = [
  law('a commit writes its cells whatever they hold, and counts their revisions on', async (store) => {
    await store.writeCell('b', 'old', 0)
    await store.commit({ ...append('a', 0), cells: [put('a', { n: 1 }), put('b', null)] })
    equal(await store.readCell('a'), { value: { n: 1 }, revision: 1 }, 'new')
    equal(await store.readCell('b'), { value: null, revision: 2 }, 'overwritten')
    equal((await store.read('a')).length, 1, 'the event')
    await store.commit({ ...append('a', 1), cells: [put('a', [])] })
    equal(await store.readCell('a'), { value: [], revision: 2 }, 'again')
  }),

  law('a commit of cells alone is one too', async (store) => {
    equal(await store.commit(only(put('c', 1))), { events: [] }, 'answer')
    equal(await store.readCell('c'), { value: 1, revision: 1 }, 'cell')
    equal(await store.head(), 0, 'the log is empty')
  }),

  law('a cell that is removed is gone, and begins anew', async (store) => {
    await store.writeCell('c', 'one', 0)
    await store.writeCell('c', 'two', 1)
    await store.writeCell('d', 'kept', 0)
    await store.commit({ ...append('a', 0), cells: [cut('c'), cut('was never there')] })
    equal(await store.readCell('c'), undefined, 'gone')
    equal(await store.readCell('d'), { value: 'kept', revision: 1 }, 'the other')
    equal(await store.listCells('', '', 10), [{ name: 'd', value: 'kept', revision: 1 }], 'list')
    equal(await store.writeCell('c', 'three', 2), undefined, 'a revision of the removed one')
    await store.commit(only(put('c', 'new')))
    equal(await store.readCell('c'), { value: 'new', revision: 1 }, 'anew')
  }),

  law('who knows the revision before a commit wrote the cell changes nothing', async (store) => {
    await store.writeCell('c', 'one', 0)
    await store.commit(only(put('c', 'two')))
    equal(await store.writeCell('c', 'stale', 1), undefined, 'stale')
    equal(await store.writeCell('c', 'stale', 0), undefined, 'there is one')
    equal(await store.writeCell('c', 'three', 2), 3, 'who knows it')
  }),

  law('a refused commit writes no cell and removes none', async (store) => {
    await store.commit(append('a', 0))
    await store.writeCell('b', 'kept', 0)
    const cells = [put('new', 1), cut('b')]
    const error = await rejection(store.commit({ ...append('a', 0), cells }), 'stale')
    equal(error.code, 'VERSION_CONFLICT', 'code')
    const guarded = { streams: [{ stream: 'a', expectedVersion: 0, events: [] }], rows: [], cells }
    equal((await rejection(store.commit(guarded), 'stale')).code, 'VERSION_CONFLICT', 'without events')
    equal(await store.listCells('', '', 10), [{ name: 'b', value: 'kept', revision: 1 }], 'cells')
    await store.commit({ ...guarded, streams: [{ stream: 'a', expectedVersion: 1, events: [] }] })
    equal(await store.listCells('', '', 10), [{ name: 'new', value: 1, revision: 1 }], 'with the version')
  }),

  law('a repeated commit writes no cell', async (store) => {
    const commit = { ...append('a', 0), request: { key: 'k', fingerprint: 'f' }, cells: [put('c', 1)] }
    await store.commit(commit)
    await store.commit(commit)
    await store.commit({ ...commit, cells: [put('c', 2), put('d', 2)] })
    equal(await store.listCells('', '', 10), [{ name: 'c', value: 1, revision: 1 }], 'cells')
  }),

  law('of refused, repeated and good commits at once only the good ones write their cells', async (store) => {
    await store.commit({ ...append('a', 0), request: { key: 'k', fingerprint: 'f' } })
    const results = await Promise.allSettled([
      store.commit({ ...append('b', 0), cells: [put('b', 1)], rows: rows(['b', { n: 1 }]).rows }),
      store.commit({ ...append('a', 0), cells: [put('stale', 1)], rows: rows(['a', { n: 1 }]).rows }),
      store.commit({ ...append('c', 0), cells: [put('k', 1)], request: { key: 'k', fingerprint: 'f' } }),
      store.commit({ ...append('d', 0), cells: [put('d', 1)] }),
    ])
    equal(
      results.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled', 'fulfilled'],
      'outcomes',
    )
    equal(
      (await store.listCells('', '', 10)).map(({ name }) => name),
      ['b', 'd'],
      'cells',
    )
    equal(keysOf(await find(store, { limit: 10 })), ['b'], 'rows')
  }),

  law('of several writes of one cell in a commit the last counts, once', async (store) => {
    await store.writeCell('removed', 1, 0)
    await store.writeCell('kept', 1, 0)
    const twice = [put('a', 1), put('removed', 2), cut('kept'), cut('removed'), put('kept', 2), put('a', 2)]
    await store.commit(only(...twice))
    equal(await store.readCell('a'), { value: 2, revision: 1 }, 'written twice')
    equal(await store.readCell('removed'), undefined, 'written, then removed')
    equal(await store.readCell('kept'), { value: 2, revision: 2 }, 'removed, then written')
  }),

  law('commits at once that write one cell all succeed, and each counts', async (store) => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => store.commit({ ...append(`s${n}`, 0), cells: [put('c', n)] })),
    )
    equal((await store.readCell('c'))?.revision, 20, 'revision')
    equal((await store.readAll(0, 100)).length, 20, 'events')
  }),

  law('a thousand cells fit into a commit, long ones too', async (store) => {
    const name = (n: number) => `many/${String(n).padStart(4, '0')}`
    const text = '长'.repeat(500)
    const cells = Array.from({ length: 1000 }, (_, n) => put(name(n), { n, text }))
    await store.commit({ ...append('a', 0), cells: [...cells, put('long', 'x'.repeat(300_000))] })
    const listed = await store.listCells('many/', '', 2000)
    equal(listed.length, 1000, 'cells')
    equal(listed[999], { name: name(999), value: { n: 999, text }, revision: 1 }, 'the last one')
    equal((await store.readCell('long'))?.value, 'x'.repeat(300_000), 'the long one')
    await store.commit(only(...cells.map((one) => cut(one.name))))
    equal(await store.listCells('many/', '', 10), [], 'removed')
  }),

  law('cells of a commit are told apart by every character, and hold any JSON', async (store) => {
    const value = { quotes: `'; drop table cells; -- "\\ $1`, zh: '检查点', deep: [{ a: [null, 1.5, true] }] }
    const names = ['c', 'C', 'c ', `c'`, 'c%', 'c_', '__proto__', '格', '🏚️', '', 'null', 'x'.repeat(200)]
    const odd = ['\u0000', 'a\u0000b', '\u001f', '\u001a0', '\ud83d', '\\u0000', '{a,b}']
    const all = [...names, ...odd]
    await store.commit(only(...all.map((name, n) => put(name, { ...value, [name]: name, n }))))
    for (const [n, name] of all.entries()) {
      equal(await store.readCell(name), { value: { ...value, [name]: name, n }, revision: 1 }, name)
    }
    await store.commit(only(...all.slice(1).map(cut)))
    equal(
      (await store.listCells('', '', 10)).map(({ name }) => name),
      ['c'],
      'what is left',
    )
  }),
]
