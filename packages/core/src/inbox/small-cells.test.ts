import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepBackSmallCells } from './small-cells.js'

describe('published counts', () => {
  it('show what is large, and keep back what is small with the next larger one', () => {
    expect(keepBackSmallCells({ noise: 40, water: 12, fraud: 2 })).toEqual({
      cells: { noise: 40, water: null, fraud: null },
      total: 54,
    })
    expect(keepBackSmallCells({ noise: 40, water: 12, fraud: 0 })).toEqual({
      cells: { noise: 40, water: 12, fraud: 0 },
      total: 52,
    })
  })

  it('keep back the total where there is nothing else to hide behind', () => {
    expect(keepBackSmallCells({ fraud: 2 })).toEqual({ cells: { fraud: null }, total: null })
    expect(keepBackSmallCells({ fraud: 2, noise: 1 })).toEqual({
      cells: { fraud: null, noise: null },
      total: null,
    })
    expect(keepBackSmallCells({ fraud: 2, noise: 4 }, 5).total).toBe(6)
  })

  it('take the least count of the profile', () => {
    expect(keepBackSmallCells({ a: 9, b: 30, c: 40 }, 10).cells).toEqual({ a: null, b: null, c: 40 })
    expect(keepBackSmallCells({ a: 1, b: 2 }, 1).cells).toEqual({ a: 1, b: 2 })
  })

  it.each([[{ a: -1 }], [{ a: 1.5 }], [{ a: Number.NaN }], [{ a: '1' }]])('refuse %j', (counts) => {
    expect(() => keepBackSmallCells(counts as never)).toThrow(/whole numbers/)
  })

  it('never let anybody work out a small count', () => {
    const counts = fc.dictionary(fc.string({ minLength: 1, maxLength: 6 }), fc.nat(30), { maxKeys: 8 })
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 12 }), (given, least) => {
        const { cells, total } = keepBackSmallCells(given, least)
        const shown = Object.values(cells).filter((cell) => cell !== null)
        for (const cell of shown) expect(cell === 0 || cell >= least).toBe(true)
        const kept = Object.keys(given).filter((name) => cells[name] === null)
        if (kept.length === 0 || total === null) return
        // What is left of the total belongs to several, who together are enough.
        const rest = total - shown.reduce((sum, cell) => sum + cell, 0)
        expect(kept.length).toBeGreaterThan(1)
        expect(rest).toBeGreaterThanOrEqual(least)
      }),
    )
  })
})
