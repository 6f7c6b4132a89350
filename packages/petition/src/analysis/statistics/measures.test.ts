import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumOf } from '../count/line.js'
import { countsOf, satisfactionsOf, timelinessOf } from './measures.js'
import { rate, sharesOf } from './rate.js'

describe('satisfaction', () => {
  it('of 6 satisfied, 2 basically, 2 not and 10 silent is 80 % with a response of 50 % (T20)', () => {
    const amounts = {
      'handlingBody:answers': 25,
      'handlingBody:asked': 20,
      'handlingBody:satisfied': 6,
      'handlingBody:basicallySatisfied': 2,
      'handlingBody:notSatisfied': 2,
    }
    const { handlingBody, petitionOffice } = satisfactionsOf(amounts)
    expect(handlingBody).toMatchObject({
      answers: 25,
      silent: 10,
      satisfaction: { count: 8, of: 10, rate: 0.8 },
      response: { count: 10, of: 20, rate: 0.5 },
    })
    expect(petitionOffice).toMatchObject({ satisfaction: { rate: null }, response: { rate: null } })
  })
})

describe('a rate', () => {
  it('of nothing due is null (T21)', () => {
    expect(rate(0, 0)).toEqual({ count: 0, of: 0, rate: null })
    expect(timelinessOf({}).completion.rate).toBeNull()
    expect(timelinessOf({}).firstContact.rate).toBeNull()
  })

  it('of several units is that of their sums and no mean of their rates', () => {
    const one = { 'due:handle': 1, 'onTime:handle': 1 }
    const other = { 'due:handle': 99 }
    expect(timelinessOf(sumOf([one, other])).completion.rate).toBe(0.01)
  })

  it('takes notices of both ways of receipt together, and each clock by itself', () => {
    const { notice, clocks } = timelinessOf({
      'due:directNotice': 4,
      'onTime:directNotice': 4,
      'due:forwardedNotice': 6,
      'onTime:forwardedNotice': 3,
      'due:decideReview': 2,
    })
    expect(notice).toEqual({ count: 7, of: 10, rate: 0.7 })
    expect(Object.keys(clocks)).toEqual(['decideReview', 'directNotice', 'forwardedNotice'])
    expect(clocks.decideReview).toEqual({ count: 0, of: 2, rate: 0 })
  })
})

it('what nobody counted is zero', () => {
  expect(countsOf({}).received).toBe(0)
  expect(Object.values(countsOf({ received: 3 })).filter((count) => count !== 0)).toEqual([3])
})

describe('days', () => {
  const spread = (days: readonly number[]) =>
    timelinessOf(sumOf(days.map((day) => ({ [`handleDays:${day}`]: 1 })))).handleDays

  it('are told by the nearest rank: a value that occurred', () => {
    expect(spread([15, 20, 35, 40, 50])).toEqual({ count: 5, median: 35, p90: 50, longest: 50 })
    expect(spread([1, 2])).toEqual({ count: 2, median: 1, p90: 2, longest: 2 })
    expect(spread([])).toEqual({ count: 0, median: null, p90: null, longest: null })
  })

  it('of two months together are those of all their cases', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(400), { minLength: 1, maxLength: 60 }), fc.nat(60), (days, cut) => {
        const histogram = (some: readonly number[]) =>
          sumOf(some.map((day) => ({ [`handleDays:${day}`]: 1 })))
        const together = timelinessOf(sumOf([histogram(days.slice(0, cut)), histogram(days.slice(cut))]))
        const sorted = days.toSorted((a, b) => a - b)
        expect(together.handleDays).toEqual({
          count: days.length,
          median: sorted[Math.ceil(days.length / 2) - 1],
          p90: sorted[Math.ceil(days.length * 0.9) - 1],
          longest: sorted.at(-1),
        })
      }),
    )
  })
})

it('shares add up to one, the largest first, and lines without a name for themselves in order', () => {
  const rows = sharesOf({ b: 2, a: 2, c: 6, none: 0 })
  expect(rows.map(({ of }) => of)).toEqual(['c', 'a', 'b'])
  expect(rows.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1)
})
