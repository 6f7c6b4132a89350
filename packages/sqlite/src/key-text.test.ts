import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromKeyText, toKeyText } from './key-text.js'

/** Any UTF-16 units, with those at the edges often among them. */
const unit = fc.oneof(
  fc.integer({ min: 0, max: 0xffff }),
  fc.constantFrom(0, 1, 2, 0x1f, 0x20, 0x7f, 0x100, 0xd7ff, 0xd800, 0xdfff, 0xe000, 0xffff),
)
const text = fc.array(unit, { maxLength: 4 }).map((units) => String.fromCharCode(...units))

describe('the stored form of a name', () => {
  it('is read back as it was, and is what every driver stores', () => {
    fc.assert(
      fc.property(text, (one) => {
        const stored = toKeyText(one)
        expect(fromKeyText(stored)).toBe(one)
        expect(Buffer.from(stored).toString()).toBe(stored)
        expect(stored).not.toContain('\0')
      }),
      { numRuns: 2000 },
    )
  })

  it('is ordered by its bytes as JavaScript orders the names', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const order = Buffer.compare(Buffer.from(toKeyText(a)), Buffer.from(toKeyText(b)))
        expect(order).toBe(a < b ? -1 : a > b ? 1 : 0)
      }),
      { numRuns: 5000 },
    )
  })

  it('is the name itself for ids and for Chinese', () => {
    for (const name of ['0190b1c2-aaaa-7bbb-8ccc-1234567890ab', 'number=浙信〔2024〕1号', 'a~']) {
      expect(toKeyText(name)).toBe(name)
    }
  })
})
