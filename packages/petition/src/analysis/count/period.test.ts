import { getISOWeek } from 'date-fns/getISOWeek'
import { getISOWeekYear } from 'date-fns/getISOWeekYear'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  dateOf,
  dayOf,
  isWeek,
  mondayOf,
  monthsBefore,
  monthsBetween,
  monthsIn,
  shiftMonth,
  weekOf,
  weeksBefore,
} from './period.js'

const day = fc.integer({ min: dayOf('1990-01-01'), max: dayOf('2099-12-31') })

it('the ISO week of every day is the one that date-fns finds, and begins on its Monday', () => {
  fc.assert(
    fc.property(day, (one) => {
      const date = new Date(`${dateOf(one)}T12:00:00`)
      const week = `${getISOWeekYear(date)}-W${String(getISOWeek(date)).padStart(2, '0')}`
      expect(weekOf(dateOf(one))).toBe(week)
      expect(one - mondayOf(week)).toBeGreaterThanOrEqual(0)
      expect(one - mondayOf(week)).toBeLessThan(7)
    }),
  )
})

it('the days about a new year belong to the week of their Thursday', () => {
  expect([weekOf('2024-12-30'), weekOf('2021-01-03'), weekOf('2020-12-31')]).toEqual([
    '2025-W01',
    '2020-W53',
    '2020-W53',
  ])
  expect([isWeek('2020-W53'), isWeek('2021-W53'), isWeek('2024-W00'), isWeek('1889-W20')]).toEqual([
    true,
    false,
    false,
    false,
  ])
})

it('weeks and months before another are counted over the turn of the year', () => {
  expect(weeksBefore('2021-W02', 3)).toEqual(['2020-W52', '2020-W53', '2021-W01'])
  expect(monthsBefore('2024-02', 3)).toEqual(['2023-11', '2023-12', '2024-01'])
  expect(shiftMonth('2024-01', -12)).toBe('2023-01')
  expect(monthsBetween('2023-11', '2024-02')).toBe(3)
})

it('a year is its twelve months, and what is neither is nothing', () => {
  expect(monthsIn('2024')).toHaveLength(12)
  expect(monthsIn('2024')?.at(-1)).toBe('2024-12')
  expect(monthsIn('2024-05')).toEqual(['2024-05'])
  for (const wrong of ['2024-13', '2024-5', '24', '2024-W22', '', '2024-05-01', '__proto__'])
    expect(monthsIn(wrong)).toBeUndefined()
})
