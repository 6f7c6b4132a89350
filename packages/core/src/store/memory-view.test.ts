import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createMemoryView } from './memory-view.js'
import type { Row, RowPlace, RowQuery, ViewDefinition } from './port.js'
import { fits, sortValue } from './row.js'

const definition: ViewDefinition = {
  name: 'test',
  version: 1,
  indexes: [
    { equal: ['open', 'unit'], sort: 'due' },
    { equal: ['open', 'unit'], sort: 'opened' },
    { equal: [], sort: 'signal', sparse: true },
    { equal: ['people'], sort: 'opened' },
    { equal: ['code'] },
  ],
}

const number = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 12 }))
const row: fc.Arbitrary<Row> = fc.record({
  open: fc.boolean(),
  unit: fc.constantFrom('a', 'b', 'c', 'a1:b'),
  due: number,
  opened: fc.integer({ min: 0, max: 9 }),
  signal: number,
  people: fc.uniqueArray(fc.constantFrom('p', 'q', 'r'), { maxLength: 3 }),
  code: fc.constantFrom('x', 'y', 'z'),
})
const key = fc.integer({ min: 0, max: 40 }).map((n) => `k${n}`)
const write = fc.tuple(
  key,
  fc.oneof({ weight: 5, arbitrary: row }, { weight: 1, arbitrary: fc.constant(null) }),
)
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })
const query = fc.record({
  open: optional(fc.boolean()),
  unit: optional(fc.oneof(fc.constantFrom('a', 'b'), fc.constant(['a', 'c', 'nobody']))),
  people: optional(fc.oneof(fc.constantFrom('p', 'q'), fc.constant(['p', 'r']))),
  code: optional(fc.constantFrom('x', 'y')),
  range: optional(
    fc.record({
      field: fc.constantFrom('due', 'signal', 'opened'),
      from: fc.integer({ min: 0, max: 6 }),
      below: fc.integer({ min: 4, max: 14 }),
    }),
  ),
  sort: optional(fc.record({ field: fc.constantFrom('due', 'opened', 'signal'), descending: fc.boolean() })),
  limit: fc.integer({ min: 1, max: 9 }),
})

it('pages of any query over any history of rows are what a plain filter and sort would give', () => {
  fc.assert(
    fc.property(fc.array(write, { maxLength: 120 }), query, (writes, asked) => {
      const view = createMemoryView(definition)
      const model = new Map<string, Row>()
      for (const [at, written] of writes) {
        view.set(at, written)
        if (written === null) model.delete(at)
        else model.set(at, written)
      }
      const { range, sort, limit, ...named } = asked
      const where = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined))
      const rowQuery: RowQuery = {
        where: where as NonNullable<RowQuery['where']>,
        ...(range === undefined ? {} : { range }),
        ...(sort === undefined ? {} : { sort }),
        limit,
      }

      const sign = sort?.descending === true ? -1 : 1
      const expected = [...model]
        .filter(([, one]) => fits(one, rowQuery))
        .sort(([aKey, a], [bKey, b]) => {
          const [x, y] = [sortValue(a, sort?.field), sortValue(b, sort?.field)]
          return sign * (x === y ? (aKey < bKey ? -1 : 1) : x < y ? -1 : 1)
        })
        .map(([at]) => at)

      const seen: string[] = []
      let after: RowPlace | undefined
      do {
        const page = view.find(after === undefined ? rowQuery : { ...rowQuery, after })
        seen.push(...page.rows.map((one) => one.key))
        after = page.next
      } while (after !== undefined)
      expect(seen).toEqual(expected)
    }),
    { numRuns: 1000 },
  )
})
