import type { Row, RowPlace, RowQuery, Store } from '../../store/port.js'
import { equal, isTrue } from './check.js'
import { find, keysOf, law, rows, type StoreLaw, sampleView } from './sample.js'

/** A row with every sort of field. */
const row = (n: number): Row => ({
  open: n % 3 !== 0,
  unit: `u${n % 4}`,
  due: n % 5 === 0 ? null : 1000 + (n % 7),
  opened: n,
  signal: n % 2 === 0 ? null : n,
  people: n % 6 === 0 ? [] : [`p${n % 3}`, `q${n % 5}`],
  code: `c${n}`,
  facets: { channel: n % 2 === 0 ? 'online' : 'letter', 'a.b': 'dotted' },
})
const key = (n: number) => `k${String(n).padStart(3, '0')}`
const all = Array.from({ length: 60 }, (_, n) => n)

async function filled(store: Store): Promise<void> {
  await store.commit(rows(...all.map((n) => [key(n), row(n)] as const)))
}

/** The keys of every page, one after the other. */
async function walk(store: Store, query: Omit<RowQuery, 'limit'>, limit: number): Promise<readonly string[]> {
  const seen: string[] = []
  let after: RowPlace | undefined
  do {
    const page = await find(store, { ...query, ...(after === undefined ? {} : { after }), limit })
    isTrue(page.rows.length <= limit, 'a page holds at most the limit')
    seen.push(...keysOf(page))
    after = page.next
  } while (after !== undefined)
  return seen
}

/** The same by the plain meaning of the port. */
function expected(
  fits: (n: number) => boolean,
  field: 'due' | 'opened' | 'signal',
  descending: boolean,
): readonly string[] {
  const value = (n: number) => (row(n)[field] as number | null) ?? Number.POSITIVE_INFINITY
  const sign = descending ? -1 : 1
  const order = (a: number, b: number) => {
    if (value(a) !== value(b)) return value(a) < value(b) ? -sign : sign
    return key(a) < key(b) ? -sign : sign
  }
  return all.filter(fits).sort(order).map(key)
}

/** Rows: writing, finding, paging. */
export const viewLaws: readonly StoreLaw[] = [
  law('a row is written, replaced and removed', async (store) => {
    await store.commit(rows(['k', { n: 1, code: 'c' }]))
    await store.commit(rows(['k', { n: 2, code: 'd' }]))
    equal(await find(store, { limit: 5 }), { rows: [{ key: 'k', row: { n: 2, code: 'd' } }] }, 'replaced')
    equal(keysOf(await find(store, { where: { code: 'c' }, limit: 5 })), [], 'the old value finds nothing')
    await store.commit(rows(['k', null], ['never', null]))
    equal(keysOf(await find(store, { limit: 5 })), [], 'removed')
  }),

  law('rows come back as they were written, whatever they hold', async (store) => {
    const written = {
      text: `'"\\ 楼 🏚️ %_`,
      none: null,
      list: ['a', 'b'],
      inner: { a: { b: 1 } },
      yes: true,
      n: -1.5,
    }
    await store.commit(rows(['k', written], ['__proto__', { n: 1 }]))
    equal((await find(store, { limit: 5 })).rows.find((one) => one.key === 'k')?.row, written, 'row')
    isTrue(keysOf(await find(store, { limit: 5 })).includes('__proto__'), 'a key like a prototype')
  }),

  law('a query compares for equality, with one value or with several', async (store) => {
    await filled(store)
    const found = async (where: RowQuery['where']) =>
      (await walk(store, { ...(where && { where }) }, 100)).length
    equal(await found({ unit: 'u1' }), 15, 'text')
    equal(await found({ unit: ['u1', 'u2', 'u1'] }), 30, 'one of several')
    equal(await found({ open: true }), 40, 'boolean')
    equal(await found({ opened: 7 }), 1, 'number')
    equal(await found({ code: 'c7' }), 1, 'a code')
    equal(await found({ code: 'C7' }), 0, 'another case of letters')
    equal(await found({ code: `c7' or '1'='1` }), 0, 'no injection')
    equal(await found({ 'facets.channel': 'online' }), 30, 'inside an object')
    equal(await found({ 'facets.nothing': 'x' }), 0, 'an unknown field')
    equal(await found({ open: 'true' }), 0, 'a text is no boolean')
    equal(await found({ unit: 'u1', open: false }), 5, 'both')
  }),

  law('a list field has each of its values, and its row is found once', async (store) => {
    await filled(store)
    const fits =
      (...people: string[]) =>
      (n: number) =>
        people.some((one) => (row(n).people as string[]).includes(one))
    const query = (...people: string[]) => ({ where: { people }, sort: { field: 'opened' } })
    equal(await walk(store, query('p1'), 100), expected(fits('p1'), 'opened', false), 'one')
    equal(await walk(store, query('p1', 'q2'), 7), expected(fits('p1', 'q2'), 'opened', false), 'either')
  }),

  law('a list that holds a value twice is found by it once, and no longer when it is gone', async (store) => {
    await store.commit(
      rows(['k', { people: ['p', 'q', 'p'], opened: 1 }], ['l', { people: ['p'], opened: 2 }]),
    )
    const query = { where: { people: 'p' }, sort: { field: 'opened' }, limit: 5 }
    equal(keysOf(await find(store, query)), ['k', 'l'], 'found')
    await store.commit(rows(['k', { people: ['q', 'q'], opened: 1 }]))
    equal(keysOf(await find(store, query)), ['l'], 'gone')
  }),

  law('a range has its lower bound and not its upper, and no row without a value', async (store) => {
    await filled(store)
    const range = { field: 'due', from: 1002, below: 1005 }
    const fits = (n: number) => n % 5 !== 0 && n % 7 >= 2 && n % 7 < 5
    equal(
      await walk(store, { range, sort: { field: 'due' } }, 100),
      expected(fits, 'due', false),
      'ascending',
    )
    const back = await walk(store, { range, sort: { field: 'due', descending: true } }, 6)
    equal(back, expected(fits, 'due', true), 'descending')
    const signals = await walk(store, { range: { field: 'signal', below: 30 }, sort: { field: 'signal' } }, 4)
    equal(
      signals,
      expected((n) => n % 2 === 1 && n < 30, 'signal', false),
      'a sparse index',
    )
  }),

  law(
    'pages visit each row exactly once, in every order, with equal and with missing values',
    async (store) => {
      await filled(store)
      for (const field of ['due', 'opened', 'signal'] as const) {
        for (const descending of [false, true]) {
          for (const limit of [1, 7, 60, 100]) {
            const seen = await walk(store, { sort: { field, descending } }, limit)
            equal(
              seen,
              expected(() => true, field, descending),
              `${field} ${descending} ${limit}`,
            )
          }
          const where = { unit: ['u0', 'u3'], open: true }
          const fits = (n: number) => (n % 4 === 0 || n % 4 === 3) && n % 3 !== 0
          equal(
            await walk(store, { where, sort: { field, descending } }, 3),
            expected(fits, field, descending),
            'partitions',
          )
        }
      }
    },
  ),

  law('the last page says so, also when it is exactly full', async (store) => {
    await filled(store)
    const full = await find(store, { sort: { field: 'opened' }, limit: 60 })
    equal(full.next, undefined, 'exactly full')
    const part = await find(store, { sort: { field: 'opened' }, limit: 59 })
    isTrue(part.next !== undefined, 'one is missing')
    equal(await find(store, { where: { unit: 'nobody' }, limit: 5 }), { rows: [] }, 'nothing found')
  }),

  law('a row that moves is found where it is and not where it was', async (store) => {
    await filled(store)
    await store.commit(rows([key(1), { ...row(1), unit: 'u9', due: 1, people: ['new'], open: false }]))
    equal(
      await walk(store, { where: { unit: 'u9', open: false }, sort: { field: 'due' } }, 5),
      [key(1)],
      'there',
    )
    isTrue(!(await walk(store, { where: { unit: 'u1' } }, 100)).includes(key(1)), 'not here')
    equal(await walk(store, { where: { people: 'new' } }, 5), [key(1)], 'by its new people')
    isTrue(!(await walk(store, { where: { people: 'p1' } }, 100)).includes(key(1)), 'not by its old')
    const [first] = await walk(store, { sort: { field: 'due' } }, 100)
    equal(first, key(1), 'first in the order of its new value')
  }),

  law('making views ready again keeps their rows', async (store) => {
    await filled(store)
    await store.prepare([sampleView])
    await Promise.all([store.prepare([sampleView]), store.prepare([sampleView])])
    equal((await walk(store, {}, 100)).length, 60, 'rows')
  }),
]
