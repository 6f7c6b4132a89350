import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPlatformError } from '../errors.js'
import type { RuleProfile } from '../rules/profile.js'
import { compileCalendar, type WorkingCalendar } from './calendar.js'
import { china, extension, newYork, newYorkCalendar, rules, runOf } from './clock.fixture.js'
import { dueOf } from './due.js'
import { explainDue } from './explain.js'
import type { LimitUnit } from './limit.js'
import { dateText, dayNumber } from './local-date.js'
import type { ClockRun } from './run.js'

/** Round the clock, so that the hours in which the clocks change are worked. */
const nightShift = compileCalendar({
  ...newYorkCalendar,
  weekend: [],
  workingHours: [
    ['00:00', '02:30'],
    ['02:45', '24:00'],
  ],
})
/** A gap between the covered years. */
const gap = compileCalendar({ ...newYorkCalendar, years: { 2023: none(), 2025: none() } })
const calendars: readonly WorkingCalendar[] = [china, newYork, nightShift, gap]

const first = dayNumber('2023-06-01')
const date = fc.integer({ min: first, max: dayNumber('2025-03-01') }).map(dateText)
const instant = fc
  .integer({ min: first * 1440, max: dayNumber('2025-03-01') * 1440 })
  .map((minute) => new Date(minute * 60_000).toISOString())
const fact = fc.oneof(date, instant)
const pause = fc
  .record({
    from: fact,
    to: fc.option(fact, { freq: 8, nil: undefined }),
    ground: fc.constantFrom('a', 'b', 'other'),
  })
  .map(({ from, to, ground }) => (to === undefined ? { from, ground } : { from, to, ground }))
const unit = fc.constantFrom<LimitUnit>('naturalDay', 'workDay', 'workHour', 'urgentHour')
const run = fc
  .record({
    from: fact,
    until: fc.option(date, { freq: 3, nil: undefined }),
    stoppedAt: fc.option(fact, { freq: 3, nil: undefined }),
    pauses: fc.array(pause, { maxLength: 4 }),
    extensions: fc.array(fc.integer({ min: 1, max: 30 }).map(extension), { maxLength: 2 }),
  })
  .map(
    ({ until, stoppedAt, from, ...rest }): ClockRun =>
      runOf('work', from, {
        ...rest,
        ...(until === undefined ? {} : { until }),
        ...(stoppedAt === undefined ? {} : { stoppedAt }),
      }),
  )
const counting = fc.record({ endOfDay: fc.constantFrom('24:00', '17:30'), rollForward: fc.boolean() })
const profile = fc.tuple(unit, fc.integer({ min: 1, max: 120 }), counting).map(
  ([kind, amount, how]): RuleProfile => ({
    ...rules,
    counting: { ...rules.counting, ...how },
    limits: { work: { unit: kind, amount, nature: 'duty', source: 'x', pausedBy: ['a', 'b'] } },
  }),
)
const calendar = fc.constantFrom(...calendars.keys()).map((index) => calendars[index] as WorkingCalendar)

/** The result, or the code of the error. */
function outcome<Value>(ask: () => Value): Value | string {
  try {
    return ask()
  } catch (error) {
    if (!isPlatformError(error)) throw error
    return error.code
  }
}

const many = { numRuns: 2000 }

describe('the arithmetic of tables', () => {
  it('agrees with counting day by day, for every unit, calendar, pause, extension and order', () => {
    fc.assert(
      fc.property(run, profile, calendar, (facts, law, days) => {
        const found = outcome(() => dueOf(facts, law, days))
        const explained = outcome(() => explainDue(facts, law, days).due)
        // Where a calendar ends, one of the two may meet the open pause before it meets the day that is not known.
        const isEdge =
          days !== china &&
          [found, explained].every((one) => one === undefined || one === 'CALENDAR_NOT_COVERED')
        if (!isEdge) expect(explained).toEqual(found)
      }),
      many,
    )
  })

  it('never gives an earlier end for more time', () => {
    fc.assert(
      fc.property(run, profile, calendar, fc.integer({ min: 1, max: 40 }), (facts, law, days, more) => {
        const shorter = outcome(() => dueOf(facts, law, days))
        const longer = outcome(() =>
          dueOf({ ...facts, extensions: [...facts.extensions, extension(more)] }, law, days),
        )
        if (typeof shorter === 'object' && typeof longer === 'object')
          expect(longer.at).toBeGreaterThanOrEqual(shorter.at)
      }),
      many,
    )
  })

  it('never gives an earlier end for one more pause', () => {
    fc.assert(
      fc.property(run, pause, profile, calendar, (facts, another, law, days) => {
        const before = outcome(() => dueOf(facts, law, days))
        const after = outcome(() => dueOf({ ...facts, pauses: [...facts.pauses, another] }, law, days))
        if (typeof before === 'object' && typeof after === 'object')
          expect(after.at).toBeGreaterThanOrEqual(before.at)
      }),
      many,
    )
  })

  it('never ends before the start, nor on a day of rest when the end rolls', () => {
    fc.assert(
      fc.property(run, profile, calendar, (facts, law, days) => {
        const { until: _, ...free } = facts
        const due = outcome(() => dueOf(free, law, days))
        if (typeof due !== 'object') return
        const start = days.dayOf(due.at - 1)
        const from = facts.from.length === 10 ? dayNumber(facts.from) : days.dayOf(Date.parse(facts.from))
        expect(start).toBeGreaterThanOrEqual(from)
        const rolls = law.limits.work?.unit === 'naturalDay' && law.counting.rollForward
        if (rolls && due.provisional === undefined) expect(days.isWorkday(dayNumber(due.date))).toBe(true)
      }),
      many,
    )
  })
})

function none() {
  return { holidays: '', workdays: '' }
}
