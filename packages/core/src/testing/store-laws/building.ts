import type { Store } from '../../store/port.js'
import { equal, rejection } from './check.js'
import { append, find, keysOf, law, rows, type StoreLaw, sampleView } from './sample.js'

const later = { ...sampleView, version: 2, indexes: [...sampleView.indexes, { equal: ['colour'] }] }

/** A log of one event, two rows of the view, and then its second version. */
async function upgraded(store: Store): Promise<void> {
  await store.commit({
    ...append('a', 0),
    rows: rows(['a', { code: 'x', n: 1 }], ['b', { code: 'x', n: 1 }]).rows,
  })
  equal(await store.prepare([later]), [sampleView.name], 'it is building')
}

/** Views that are built anew beside the old ones. */
export const buildingLaws: readonly StoreLaw[] = [
  law('a view of a higher version is building, and queries are answered from the old rows', async (store) => {
    await upgraded(store)
    const page = await find(store, { where: { code: 'x' }, limit: 10 })
    equal([keysOf(page), page.old], [['a', 'b'], true], 'old rows')
    equal(await store.prepare([later]), [sampleView.name], 'still building')
  }),

  law('what is written while a view is building is seen at once, and after the swap', async (store) => {
    await upgraded(store)
    await store.commit(rows(['a', { code: 'x', colour: 'red' }], ['c', { code: 'x', colour: 'red' }]))
    equal(keysOf(await find(store, { where: { code: 'x' }, limit: 10 })), ['a', 'b', 'c'], 'before')
    await store.swap(sampleView.name)
    equal(
      await find(store, { where: { colour: 'red' }, limit: 10 }),
      { rows: ['a', 'c'].map((key) => ({ key, row: { code: 'x', colour: 'red' } })) },
      'after',
    )
    equal(keysOf(await find(store, { where: { code: 'x' }, limit: 10 })), ['a', 'c'], 'nothing of the old')
    equal(await store.prepare([later]), [], 'built')
    await store.swap(sampleView.name)
    equal(keysOf(await find(store, { limit: 10 })), ['a', 'c'], 'a second swap changes nothing')
  }),

  law('a row that is removed while a view is building is gone from both', async (store) => {
    await upgraded(store)
    await store.commit(rows(['a', { code: 'x' }], ['b', { code: 'x' }]))
    await store.commit(rows(['a', null]))
    equal(keysOf(await find(store, { limit: 10 })), ['b'], 'before')
    await store.swap(sampleView.name)
    equal(keysOf(await find(store, { limit: 10 })), ['b'], 'after')
  }),

  law('a view that is new beside a log of events is building too', async (store) => {
    await store.commit(append('a', 0))
    const other = { ...sampleView, name: 'laws.other' }
    equal(await store.prepare([sampleView, other]), [other.name], 'building')
    await store.commit({ streams: [], rows: [{ view: other.name, key: 'k', row: { n: 1 } }] })
    equal(keysOf(await store.find(other.name, { limit: 10 })), ['k'], 'written')
    await store.swap(other.name)
    equal(await store.prepare([sampleView, other]), [], 'built')
  }),

  law('a view that was never built is not taken for built by the version after it', async (store) => {
    await store.commit(append('a', 0))
    const other = { ...sampleView, name: 'laws.other' }
    await store.prepare([sampleView, other])
    await store.commit({ streams: [], rows: [{ view: other.name, key: 'partial', row: { n: 1 } }] })
    equal(await store.prepare([sampleView, { ...other, version: 2 }]), [other.name], 'building')
    await store.commit({ streams: [], rows: [{ view: other.name, key: 'k', row: { n: 2 } }] })
    equal((await store.find(other.name, { limit: 10 })).old, undefined, 'there are no old rows')
    await store.swap(other.name)
    equal(keysOf(await store.find(other.name, { limit: 10 })), ['k'], 'after')
  }),

  law('a view of an empty log needs no building', async (store) => {
    equal(await store.prepare([later]), [], 'ready')
    equal(
      await store.prepare([sampleView]).then(
        () => 'taken',
        () => 'refused',
      ),
      'refused',
      'an older one',
    )
  }),

  law('a process that knows only an older version of a view is told so', async (store) => {
    await upgraded(store)
    const error = await rejection(store.prepare([sampleView]), 'older')
    equal(error.code, 'STORE_NEWER', 'code')
    equal(keysOf(await find(store, { limit: 10 })), ['a', 'b'], 'nothing changed')
  }),
]
