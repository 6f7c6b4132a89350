import { describe, expect, it } from 'vitest'
import { binomialTail, hypergeometricTail } from './chance.js'

/** The same by whole numbers, which know no rounding. */
function choose(n: number, k: number): bigint {
  let value = 1n
  for (let i = 1; i <= k; i++) value = (value * BigInt(n - k + i)) / BigInt(i)
  return value
}

const ratio = (part: bigint, whole: bigint): number => Number((part * 10n ** 30n) / whole) / 1e30

/** P(X ≥ hits), chance 1/odds. */
function exactBinomial(hits: number, tries: number, odds: number): number {
  let sum = 0n
  for (let k = hits; k <= tries; k++) sum += choose(tries, k) * BigInt(odds - 1) ** BigInt(tries - k)
  return ratio(sum, BigInt(odds) ** BigInt(tries))
}

function exactHypergeometric(hits: number, all: number, marked: number, drawn: number): number {
  let sum = 0n
  for (let k = hits; k <= Math.min(marked, drawn); k++)
    if (drawn - k <= all - marked) sum += choose(marked, k) * choose(all - marked, drawn - k)
  return ratio(sum, choose(all, drawn))
}

describe('the binomial tail', () => {
  it('is that of whole-number arithmetic', () => {
    for (const [hits, tries, odds] of [
      [8, 10, 2],
      [1, 1, 13],
      [20, 60, 13],
      [3, 60, 13],
      [30, 200, 13],
      [150, 1000, 10],
    ] as const)
      expect(binomialTail(hits, tries, 1 / odds) / exactBinomial(hits, tries, odds)).toBeCloseTo(1, 9)
  })

  it('is 56 of 1024 for eight heads or more in ten throws', () => {
    expect(binomialTail(8, 10, 0.5)).toBeCloseTo(56 / 1024, 12)
  })

  it('has its ends: something always, more than all never', () => {
    expect([binomialTail(0, 5, 0.3), binomialTail(6, 5, 0.3), binomialTail(0, 0, 0.3)]).toEqual([1, 0, 1])
    expect([binomialTail(1, 5, 0), binomialTail(5, 5, 1)]).toEqual([0, 1])
  })
})

describe('the hypergeometric tail', () => {
  it('is that of whole-number arithmetic', () => {
    for (const [hits, all, marked, drawn] of [
      [30, 1000, 80, 120],
      [5, 50, 10, 20],
      [2, 50, 10, 20],
      [40, 400, 100, 90],
    ] as const) {
      const exact = exactHypergeometric(hits, all, marked, drawn)
      expect(hypergeometricTail(hits, all, marked, drawn) / exact).toBeCloseTo(1, 9)
    }
  })

  it('is 1 of 70 for the lady who tastes all four cups of tea (Fisher 1935)', () => {
    expect(hypergeometricTail(4, 8, 4, 4)).toBeCloseTo(1 / 70, 12)
    expect(hypergeometricTail(3, 8, 4, 4)).toBeCloseTo(17 / 70, 12)
  })

  it('has its ends', () => {
    expect([hypergeometricTail(0, 10, 3, 4), hypergeometricTail(4, 10, 3, 4)]).toEqual([1, 0])
    expect(hypergeometricTail(2, 10, 8, 4)).toBe(1)
  })
})
