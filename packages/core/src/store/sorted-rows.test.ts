import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compare, insertRow, removeRow, rowCursor, sortedRows } from './sorted-rows.js'

it('thousands of rows stay in order while they come and go, read from either end and from any place', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(50), fc.nat(5000)), { minLength: 500, maxLength: 3000 }),
      fc.nat(50),
      fc.nat(9),
      (pairs, place, keepOneIn) => {
        const rows = sortedRows<null>()
        const kept = new Map<string, { value: number; entry: { key: string; row: null; indexed: null } }>()
        for (const [value, n] of pairs) {
          const key = `k${n}`
          const known = kept.get(key)
          if (known !== undefined) removeRow(rows, known.value, known.entry)
          const entry = { key, row: null, indexed: null }
          insertRow(rows, value, entry)
          kept.set(key, { value, entry })
        }
        for (const [key, { value, entry }] of kept) {
          if (Number(key.slice(1)) % (keepOneIn + 1) === 0) continue
          removeRow(rows, value, entry)
          kept.delete(key)
        }
        const order = [...kept.values()]
          .sort((a, b) => compare(a.value, a.entry.key, b.value, b.entry.key))
          .map(({ value, entry }) => ({ value, key: entry.key }))
        const walk = (descending: boolean, from?: { value: number; key?: string }) => {
          const seen: string[] = []
          for (const cursor = rowCursor(rows, from, descending); cursor.entry !== undefined; cursor.next()) {
            seen.push(cursor.entry.key)
          }
          return seen
        }
        expect(rows.count).toBe(order.length)
        expect(walk(false)).toEqual(order.map((one) => one.key))
        expect(walk(true)).toEqual(order.toReversed().map((one) => one.key))
        expect(walk(false, { value: place })).toEqual(
          order.filter((one) => one.value >= place).map((one) => one.key),
        )
        const middle = order[Math.floor(order.length / 2)]
        if (middle === undefined) return
        const index = order.indexOf(middle)
        expect(walk(false, middle)).toEqual(order.slice(index + 1).map((one) => one.key))
        expect(walk(true, middle)).toEqual(
          order
            .slice(0, index)
            .toReversed()
            .map((one) => one.key),
        )
      },
    ),
    { numRuns: 40 },
  )
})
