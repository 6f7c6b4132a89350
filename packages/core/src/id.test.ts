import { describe, expect, it } from 'vitest'
import { createIdSource } from './id.js'
import { countedRandom } from './testing/test-platform.js'

describe('an id', () => {
  it('is a UUID of version 7 that tells the millisecond', () => {
    const id = createIdSource().newId(Date.parse('2024-08-02T00:00:00Z'))
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(Date.parse('2024-08-02T00:00:00Z'))
  })

  it('is greater than the one before: within a millisecond, beyond its counter, and when the clock jumps back', () => {
    const { newId } = createIdSource()
    const made = [
      ...Array.from({ length: 10_000 }, () => newId(1_700_000_000_000)),
      newId(1_600_000_000_000),
      newId(1_800_000_000_000),
    ]
    expect(made.every((id, n) => n === 0 || id > (made[n - 1] as string))).toBe(true)
  })

  it('is one of many: two sources never meet', () => {
    const [a, b] = [createIdSource(), createIdSource()]
    const ids = Array.from({ length: 5000 }, () => [a.newId(1), b.newId(1)]).flat()
    expect(new Set(ids).size).toBe(10_000)
  })

  it('repeats in tests, from a counted source', () => {
    const make = () => createIdSource(countedRandom()).newId(7)
    expect(make()).toBe(make())
  })
})

describe('a code', () => {
  it('has eighty random bits in letters and digits that people do not confuse', () => {
    const { newCode } = createIdSource()
    const codes = Array.from({ length: 5000 }, newCode)
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
    expect(new Set(codes).size).toBe(5000)
    expect(new Set(codes.join('').replaceAll('-', '')).size).toBe(32)
  })
})
