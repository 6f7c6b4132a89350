import type { Commit, Store } from '../../store/port.js'
import { equal, rejection } from './check.js'
import { append, event, find, keysOf, law, rows, type StoreLaw } from './sample.js'

const sealed = { 'subject-1': 'digest' }
const at = '2024-08-02T01:00:00.000Z'

/** A stream of five events with another one between them. */
async function filled(store: Store): Promise<void> {
  const first = event('a', 1, { secret: 'x'.repeat(5000) }, { rules: 'cn-2022', sealed })
  await store.commit({ streams: [{ stream: 'a', expectedVersion: 0, events: [first] }], rows: [] })
  await store.commit(append('b', 0, 2))
  await store.commit(append('a', 1, 4))
}

const pruning = (expectedVersion: number, until: number, count = 1): Commit => ({
  ...append('a', expectedVersion, count),
  prune: [{ stream: 'a', until }],
})

const place = (version: number) => ({
  type: 'core.pruned',
  data: null,
  by: { kind: 'system' },
  stream: 'a',
  version,
  at,
  hash: `hash of a ${version}`,
})

const typesOf = async (store: Store, stream: string) =>
  (await store.read(stream)).map(({ type }) => (type === 'core.pruned' ? '-' : '+')).join('')

/** Events that lose their content and keep their places. */
export const pruneLaws: readonly StoreLaw[] = [
  law('of pruned events only their places are left', async (store) => {
    await filled(store)
    const before = await store.readAll(0, 10)
    await store.commit(pruning(5, 3))
    const events = await store.read('a')
    const [one, two, three] = before.filter(({ stream }) => stream === 'a').map(({ position }) => position)
    equal(
      events.slice(0, 3),
      [
        { ...place(1), sealed, position: one },
        { ...place(2), position: two },
        { ...place(3), position: three },
      ],
      'pruned',
    )
    equal(Object.keys(events[0] ?? {}).includes('rules'), false, 'no rules')
    equal(events.slice(3, 5), before.filter(({ stream }) => stream === 'a').slice(3), 'kept')
    equal(events[5]?.data, { n: 6 }, 'the new one')
  }),

  law('the log shows the same, in the same places, and pages as before', async (store) => {
    await filled(store)
    const before = await store.readAll(0, 10)
    await store.commit(pruning(5, 5))
    const log = await store.readAll(0, 10)
    equal(
      log.slice(0, 7).map(({ position, hash }) => [position, hash]),
      before.map(({ position, hash }) => [position, hash]),
      'places',
    )
    equal(
      log.filter(({ stream }) => stream === 'a'),
      await store.read('a'),
      'the stream tells the same',
    )
    const paged = []
    for (let after = 0; ; ) {
      const page = await store.readAll(after, 3)
      paged.push(...page)
      after = page.at(-1)?.position ?? 0
      if (page.length < 3) break
    }
    equal(paged, log, 'pages')
    equal(await store.head(), log.at(-1)?.position, 'head')
  }),

  law('other streams are left alone, also those with a name like it', async (store) => {
    await filled(store)
    for (const name of ['a ', 'A', 'a%', 'aa']) await store.commit(append(name, 0))
    await store.commit(pruning(5, 99))
    for (const name of ['a ', 'A', 'a%', 'aa']) equal(await typesOf(store, name), '+', name)
    equal(await typesOf(store, 'b'), '++', 'b')
  }),

  law('a commit prunes what was there before it, and not its own events', async (store) => {
    await filled(store)
    const result = await store.commit(pruning(5, 99, 2))
    equal(await typesOf(store, 'a'), '-----++', 'pruned')
    equal('events' in result && result.events, await store.read('a', 5), 'its own')
  }),

  law('a stream that the commit does not write is not pruned', async (store) => {
    await filled(store)
    await store.commit({ ...append('c', 0), prune: [{ stream: 'a', until: 5 }] })
    equal(await typesOf(store, 'a'), '+++++', 'a')
  }),

  law('a pruned stream has its version still, and the next events go behind it', async (store) => {
    await filled(store)
    await store.commit(pruning(5, 6))
    const stale = await rejection(store.commit(append('a', 5)), 'stale')
    equal(stale.details, { stream: 'a', expected: 5, actual: 6 }, 'details')
    await rejection(store.commit(append('a', 0)), 'as if it were new')
    await store.commit(append('a', 6, 2))
    equal(
      (await store.read('a', 5)).map(({ version }) => version),
      [6, 7, 8],
      'versions',
    )
    await store.commit(pruning(8, 8))
    equal(await typesOf(store, 'a'), '--------+', 'pruned again')
    equal((await store.read('a'))[0]?.sealed, sealed, 'what was sealed')
  }),

  law('a commit without events prunes where the version is as expected', async (store) => {
    await filled(store)
    const mend = (expectedVersion: number): Commit => ({
      streams: [{ stream: 'a', expectedVersion, events: [] }],
      rows: rows(['k', { n: 1 }]).rows,
      prune: [{ stream: 'a', until: 99 }],
    })
    await rejection(store.commit(mend(4)), 'stale')
    equal(await typesOf(store, 'a'), '+++++', 'refused')
    await store.commit(mend(5))
    equal(await typesOf(store, 'a'), '-----', 'pruned')
    equal(keysOf(await find(store, { limit: 5 })), ['k'], 'row')
    await store.commit(append('a', 5))
    equal(await typesOf(store, 'a'), '-----+', 'the next one')
  }),

  law('a refused or repeated commit prunes nothing', async (store) => {
    await filled(store)
    await rejection(store.commit(pruning(4, 3)), 'stale')
    await store.commit({ ...append('b', 2), request: { key: 'k', fingerprint: 'f' } })
    await store.commit({ ...pruning(5, 3), request: { key: 'k', fingerprint: 'f' } })
    equal(await typesOf(store, 'a'), '+++++', 'a')
  }),

  law('one commit prunes several streams and writes cells with it', async (store) => {
    await filled(store)
    await store.writeCell('secret', 'x', 0)
    await store.commit({
      streams: [...append('a', 5).streams, ...append('b', 2).streams],
      rows: [],
      cells: [
        { name: 'secret', value: undefined },
        { name: 'done', value: true },
      ],
      prune: [
        { stream: 'a', until: 4 },
        { stream: 'b', until: 1 },
      ],
    })
    equal([await typesOf(store, 'a'), await typesOf(store, 'b')], ['----++', '-++'], 'pruned')
    equal(await store.listCells('', '', 5), [{ name: 'done', value: true, revision: 1 }], 'cells')
  }),
]
