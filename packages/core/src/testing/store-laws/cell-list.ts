import type { NamedCell, Store } from '../../store/port.js'
import { equal, isTrue } from './check.js'
import { law, type StoreLaw } from './sample.js'

async function filled(store: Store, names: readonly string[]): Promise<void> {
  const cells = names.map((name) => ({ name, value: name }))
  await store.commit({ streams: [], rows: [], cells })
}

const namesOf = (cells: readonly NamedCell[]): readonly string[] => cells.map(({ name }) => name)

/** All names with a prefix, read in pages. */
async function walk(store: Store, prefix: string, limit: number): Promise<readonly string[]> {
  const seen: string[] = []
  for (let after = ''; ; ) {
    const page = await store.listCells(prefix, after, limit)
    isTrue(page.length <= limit, 'a page holds at most the limit')
    const last = page.at(-1)
    if (last === undefined) return seen
    seen.push(...namesOf(page))
    after = last.name
  }
}

/** Cells found by their names. */
export const cellListLaws: readonly StoreLaw[] = [
  law('cells are listed with their values and revisions, by name', async (store) => {
    equal(await store.listCells('', '', 10), [], 'none')
    for (const name of ['b', 'a', 'B']) await store.writeCell(name, { name }, 0)
    await store.writeCell('a', [null], 1)
    equal(
      await store.listCells('', '', 10),
      [
        { name: 'B', value: { name: 'B' }, revision: 1 },
        { name: 'a', value: [null], revision: 2 },
        { name: 'b', value: { name: 'b' }, revision: 1 },
      ],
      'all',
    )
  }),

  law('only names that begin with the prefix are listed, and none of its neighbours', async (store) => {
    await filled(store, [
      'a',
      'a/',
      'a/1',
      'a/1/',
      'a/1/x',
      'a/1/y',
      'a/10',
      'a/10/x',
      'a/1.',
      'a/10',
      'A/1/x',
    ])
    equal(namesOf(await store.listCells('a/1/', '', 10)), ['a/1/', 'a/1/x', 'a/1/y'], 'a/1/')
    equal(namesOf(await store.listCells('a/10', '', 10)), ['a/10', 'a/10/x'], 'a/10')
    equal(namesOf(await store.listCells('a/1/x', '', 10)), ['a/1/x'], 'a whole name')
    equal(await store.listCells('a/2', '', 10), [], 'nobody')
  }),

  law('a prefix is no pattern', async (store) => {
    const names = ['%', '%x', '*', '*x', '?x', '[a]x', '\\x', '^x', '_', '_x', 'a', 'ax']
    await filled(store, names)
    for (const prefix of ['%', '_', '*', '?', '[a]', '\\', '^', 'a']) {
      const expected = names.filter((name) => name.startsWith(prefix))
      equal(namesOf(await store.listCells(prefix, '', 20)), expected, prefix)
    }
  }),

  law('cells are paged, each exactly once, in the order of their names', async (store) => {
    const names = Array.from({ length: 45 }, (_, n) => `p/${String(n * 3).padStart(3, '0')}`)
    await filled(store, [...names, 'o', 'p', 'p0', 'q'])
    for (const limit of [1, 7, 45, 100]) equal(await walk(store, 'p/', limit), names, `${limit}`)
    equal(
      namesOf(await store.listCells('p/', 'p/064', 2)),
      ['p/066', 'p/069'],
      'after a name that is not there',
    )
    equal(namesOf(await store.listCells('p/', 'a', 2)), names.slice(0, 2), 'after a name before the prefix')
    equal(await store.listCells('p/', 'q', 2), [], 'after a name behind the prefix')
    equal(namesOf(await store.listCells('', 'p/132', 10)), ['p0', 'q'], 'without a prefix')
  }),

  law('names of every sort are listed by their prefixes and paged', async (store) => {
    const prefixes = [
      'a/',
      '楼/',
      '🏚️/',
      '\ud7ff',
      '\uffff',
      '\u{10ffff}',
      '\u0000',
      '\u0001',
      '\u001a',
      `'"\\`,
    ]
    const ends = [
      '',
      'a',
      '~',
      'é',
      '楼',
      '\ud7ff',
      '\ue000',
      '\uffff',
      '🏚️',
      '\u{10ffff}',
      '\u0000',
      '\ud83d',
    ]
    await filled(
      store,
      prefixes.flatMap((prefix) => ends.map((end) => prefix + end)),
    )
    for (const prefix of prefixes) {
      for (const limit of [1, 5, 100]) {
        const seen = await walk(store, prefix, limit)
        equal([...seen].sort(), ends.map((end) => prefix + end).sort(), `${JSON.stringify(prefix)} ${limit}`)
      }
    }
    equal((await walk(store, '', 9)).length, prefixes.length * ends.length, 'all')
  }),
]
