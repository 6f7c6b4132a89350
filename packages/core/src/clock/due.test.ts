import { describe, expect, it } from 'vitest'
import { chinaCalendar } from '../calendars/china.js'
import type { RuleProfile } from '../rules/profile.js'
import { compileCalendar, type WorkingCalendar } from './calendar.js'
import { china, extension, newYork, newYorkCalendar, rules, runOf } from './clock.fixture.js'
import { dueOf } from './due.js'
import { instantMs } from './local-date.js'
import type { ClockRun } from './run.js'

const dueDate = (run: ClockRun, profile: RuleProfile = rules, calendar: WorkingCalendar = china) =>
  dueOf(run, profile, calendar)?.date
const dueAt = (run: ClockRun, profile: RuleProfile = rules, calendar: WorkingCalendar = china) => {
  const due = dueOf(run, profile, calendar)
  return due && new Date(due.at).toISOString()
}

describe('the test vectors of the domain notes', () => {
  it('1: received 2022-05-05, 15 calendar days', () => {
    expect(dueDate(runOf('sort', '2022-05-05'))).toBe('2022-05-20')
  })

  it('2: accepted 2024-08-02, 60 calendar days, rolls over the National Day holiday', () => {
    expect(dueDate(runOf('handle', '2024-08-02'))).toBe('2024-10-08')
  })

  it('3: the extension is added before the end rolls', () => {
    expect(dueDate(runOf('handle', '2024-08-02', { extensions: [extension(30)] }))).toBe('2024-10-31')
  })

  it('4: reply delivered 2024-03-01, 30 calendar days, ends on a Sunday and rolls', () => {
    expect(dueDate(runOf('requestReview', '2024-03-01'))).toBe('2024-04-01')
  })

  it('5: re-review requested 2024-04-01, 30 calendar days, rolls over Labour Day', () => {
    expect(dueDate(runOf('review', '2024-04-01'))).toBe('2024-05-06')
  })

  it('6: the same with a hearing of seven days left out', () => {
    const pauses = [{ from: '2024-04-10', to: '2024-04-17', ground: 'hearing' }]
    expect(dueDate(runOf('review', '2024-04-01', { pauses }))).toBe('2024-05-08')
  })

  it('7: transfer received 2024-09-12, 5 working days, across a make-up Saturday and a holiday', () => {
    expect(dueDate(runOf('object', '2024-09-12'))).toBe('2024-09-20')
  })

  it('8: received 2025-01-20, 15 calendar days, rolls over the Spring Festival', () => {
    expect(dueDate(runOf('sort', '2025-01-20'))).toBe('2025-02-05')
  })

  it('9: reply delivered 2023-12-02, 30 calendar days, rolls over New Year', () => {
    expect(dueDate(runOf('requestReview', '2023-12-02'))).toBe('2024-01-02')
  })

  it('24: 5 working hours from Friday 16:00 end on Monday 11:00', () => {
    expect(dueAt(runOf('clean', '2024-03-08T16:00:00+08:00'))).toBe('2024-03-11T03:00:00.000Z')
  })

  it('25: 2 urgent hours from Friday 23:00 end on Saturday 01:00', () => {
    expect(dueAt(runOf('rescue', '2024-03-08T23:00:00+08:00'))).toBe('2024-03-08T17:00:00.000Z')
    expect(dueDate(runOf('rescue', '2024-03-08T23:00:00+08:00'))).toBe('2024-03-09')
  })
})

describe('the end of the last day', () => {
  it('is midnight, local time', () => {
    expect(dueAt(runOf('sort', '2022-05-05'))).toBe('2022-05-20T16:00:00.000Z')
  })

  it('is the close of business if the profile says so', () => {
    const closing = { ...rules, counting: { ...rules.counting, endOfDay: '17:30' } }
    expect(dueAt(runOf('sort', '2022-05-05'), closing)).toBe('2022-05-20T09:30:00.000Z')
  })

  it('does not roll if the profile does not let it', () => {
    const strict = { ...rules, counting: { ...rules.counting, rollForward: false } }
    expect(dueDate(runOf('handle', '2024-08-02'), strict)).toBe('2024-10-01')
  })

  it('is the end of the day before when hours run out at midnight', () => {
    expect(dueDate(runOf('rescue', '2024-03-08T22:00:00+08:00'))).toBe('2024-03-08')
  })
})

describe('the start', () => {
  it('is the local day of an instant, not its day in UTC', () => {
    expect(dueDate(runOf('sort', '2022-05-04T16:30:00Z'))).toBe('2022-05-20')
    expect(dueDate(runOf('sort', '2022-05-04T15:30:00Z'))).toBe('2022-05-19')
  })

  it('is the first working minute of a date for working hours, and its midnight for urgent hours', () => {
    expect(dueAt(runOf('clean', '2024-03-08'))).toBe('2024-03-08T07:00:00.000Z')
    expect(dueAt(runOf('rescue', '2024-03-08'))).toBe('2024-03-07T18:00:00.000Z')
  })

  it('may lie outside working hours', () => {
    expect(dueAt(runOf('clean', '2024-03-08T19:00:00+08:00'))).toBe('2024-03-11T07:00:00.000Z')
    expect(dueAt(runOf('clean', '2024-03-08T12:30:00+08:00'))).toBe('2024-03-11T01:00:00.000Z')
  })
})

describe('pauses', () => {
  it('count only on a ground that the limit names', () => {
    const pauses = [{ from: '2024-04-10', to: '2024-04-17', ground: 'holiday of the handler' }]
    expect(dueDate(runOf('review', '2024-04-01', { pauses }))).toBe('2024-05-06')
    expect(
      dueDate(runOf('handle', '2024-08-02', { pauses: [{ from: '2024-08-10', ground: 'hearing' }] })),
    ).toBe('2024-10-08')
  })

  it('leave no end while one is open', () => {
    expect(
      dueOf(
        runOf('review', '2024-04-01', { pauses: [{ from: '2024-04-10', ground: 'hearing' }] }),
        rules,
        china,
      ),
    ).toBe(undefined)
    const pauses = [{ from: '2024-03-08T17:00:00+08:00', ground: 'rain' }]
    expect(dueOf(runOf('clean', '2024-03-08T16:00:00+08:00', { pauses }), rules, china)).toBe(undefined)
  })

  it('end with the clock, so that a stopped run has an end', () => {
    const pauses = [{ from: '2024-04-10', ground: 'hearing' }]
    expect(dueDate(runOf('review', '2024-04-01', { pauses, stoppedAt: '2024-04-17' }))).toBe('2024-05-08')
  })

  it('on two grounds at once are left out once', () => {
    const pauses = [
      { from: '2024-04-12', to: '2024-04-15', ground: 'appraisal' },
      { from: '2024-04-10', to: '2024-04-17', ground: 'hearing' },
    ]
    expect(dueDate(runOf('review', '2024-04-01', { pauses }))).toBe('2024-05-08')
  })

  it('change nothing when they begin after the limit has run out', () => {
    const pauses = [{ from: '2024-05-07', to: '2024-05-20', ground: 'hearing' }]
    expect(dueDate(runOf('review', '2024-04-01', { pauses }))).toBe('2024-05-06')
    expect(
      dueDate(runOf('review', '2024-04-01', { pauses: [{ from: '2024-05-07', ground: 'hearing' }] })),
    ).toBe('2024-05-06')
  })

  it('keep a paused day from being the day on which the end rolls', () => {
    const pauses = [{ from: '2024-05-04', to: '2024-05-08', ground: 'hearing' }]
    expect(dueDate(runOf('review', '2024-04-01', { pauses }))).toBe('2024-05-08')
  })

  it('add working days to working days and working time to working hours', () => {
    const hearing = [{ from: '2024-09-13', to: '2024-09-18', ground: 'hearing' }]
    expect(dueDate(runOf('object', '2024-09-12', { pauses: hearing }))).toBe('2024-09-24')
    const rain = [{ from: '2024-03-08T17:00:00+08:00', to: '2024-03-11T09:00:00+08:00', ground: 'rain' }]
    expect(dueAt(runOf('clean', '2024-03-08T16:00:00+08:00', { pauses: rain }))).toBe(
      '2024-03-11T07:00:00.000Z',
    )
    const short = [{ from: '2024-03-08T23:30:00+08:00', to: '2024-03-09T00:15:00+08:00', ground: 'rain' }]
    expect(dueAt(runOf('rescue', '2024-03-08T23:00:00+08:00', { pauses: short }))).toBe(
      '2024-03-08T17:45:00.000Z',
    )
  })
})

describe('a last day fixed by an order', () => {
  it('replaces the length and does not roll', () => {
    expect(dueDate(runOf('handle', '2024-08-02', { until: '2024-10-01' }))).toBe('2024-10-01')
    expect(dueAt(runOf('clean', '2024-08-02', { until: '2024-08-10' }))).toBe('2024-08-10T16:00:00.000Z')
  })

  it('needs no limit in the profile and no known holidays', () => {
    expect(dueOf(runOf('assignedReport', '2024-08-02', { until: '2031-01-01' }), rules, china)).toEqual({
      at: instantMs('2031-01-02T00:00:00+08:00'),
      date: '2031-01-01',
    })
  })

  it('is moved by an extension in the unit of the limit', () => {
    const more = { until: '2024-10-01', extensions: [extension(2)] }
    expect(dueDate(runOf('handle', '2024-08-02', more))).toBe('2024-10-03')
    expect(dueDate(runOf('object', '2024-08-02', more))).toBe('2024-10-09')
    expect(dueAt(runOf('clean', '2024-08-02', more))).toBe('2024-10-08T02:00:00.000Z')
  })
})

describe('a year without announced holidays', () => {
  const short = compileCalendar({ ...chinaCalendar, years: { 2024: chinaCalendar.years[2024] ?? never() } })

  it('gives the earliest possible end of calendar days, and says so', () => {
    expect(dueOf(runOf('handle', '2024-12-02'), rules, short)).toEqual({
      at: instantMs('2025-02-01T00:00:00+08:00'),
      date: '2025-01-31',
      provisional: 2025,
    })
  })

  it('gives the first unknown day when the last known days are days of rest', () => {
    const weekend = compileCalendar({
      ...chinaCalendar,
      years: { 2022: chinaCalendar.years[2022] ?? never() },
    })
    expect(dueOf(runOf('sort', '2022-12-16'), rules, weekend)).toMatchObject({
      date: '2023-01-01',
      provisional: 2023,
    })
  })

  it('is an error for working days and hours, which cannot be counted', () => {
    const error = expect.objectContaining({
      code: 'CALENDAR_NOT_COVERED',
      details: expect.objectContaining({ date: '2025-01-01' }),
    })
    expect(() => dueOf(runOf('object', '2024-12-30'), rules, short)).toThrow(error)
    expect(() => dueOf(runOf('clean', '2024-12-31T16:00:00+08:00'), rules, short)).toThrow(error)
  })

  it('is found by a later announcement', () => {
    const known = compileCalendar(short2024(), [
      { year: 2025, holidays: ['2025-01-31'], workdays: [], source: 'notice' },
    ])
    expect(dueOf(runOf('handle', '2024-12-02'), rules, known)).toEqual({
      at: instantMs('2025-02-04T00:00:00+08:00'),
      date: '2025-02-03',
    })
  })

  function short2024() {
    return { ...chinaCalendar, years: { 2024: chinaCalendar.years[2024] ?? never() } }
  }
})

describe('a zone whose clocks change', () => {
  const local = { ...rules, calendar: newYorkCalendar }

  it('ends days at local midnight before and after the change', () => {
    expect(dueAt(runOf('sort', '2024-02-23'), local, newYork)).toBe('2024-03-12T04:00:00.000Z')
    expect(dueAt(runOf('sort', '2024-10-18'), local, newYork)).toBe('2024-11-05T05:00:00.000Z')
  })

  it('counts urgent hours as they pass, over the skipped and the repeated hour', () => {
    expect(dueAt(runOf('rescue', '2024-03-10T01:30:00-05:00'), local, newYork)).toBe(
      '2024-03-10T08:30:00.000Z',
    )
    expect(dueAt(runOf('rescue', '2024-11-03T00:30:00-04:00'), local, newYork)).toBe(
      '2024-11-03T06:30:00.000Z',
    )
  })

  it('counts working hours by the local clock', () => {
    expect(dueAt(runOf('clean', '2024-03-08T16:00:00-05:00'), local, newYork)).toBe(
      '2024-03-11T17:00:00.000Z',
    )
  })
})

describe('what cannot be answered', () => {
  it('is an error that names the clock when the profile sets no limit', () => {
    expect(() => dueOf(runOf('tea', '2024-01-01'), rules, china)).toThrow(
      expect.objectContaining({ code: 'LIMIT_UNKNOWN', details: { clock: 'tea', rules: 'test-2022' } }),
    )
    expect(() => dueOf(runOf('constructor', '2024-01-01'), rules, china)).toThrow(
      expect.objectContaining({ code: 'LIMIT_UNKNOWN' }),
    )
  })

  it.each(['', '2023-02-30', '2024-1-1', '2024-08-02T10:00:00', 'tomorrow', 20_240_802, null, {}])(
    'is DATE_INVALID for a start of %j',
    (from) => {
      expect(() => dueOf(runOf('handle', from as string), rules, china)).toThrow(
        expect.objectContaining({ code: 'DATE_INVALID' }),
      )
    },
  )

  it('is an error, never a wrong date, for ends that no date can name', () => {
    const huge = (unit: 'naturalDay' | 'workDay' | 'workHour' | 'urgentHour') => ({
      ...rules,
      limits: { far: { unit, amount: 1e9, nature: 'duty' as const, source: 'x' } },
    })
    const run = runOf('far', '2024-01-01')
    expect(() => dueOf(run, huge('naturalDay'), china)).toThrow(
      expect.objectContaining({ code: 'DATE_INVALID' }),
    )
    expect(() => dueOf(run, huge('urgentHour'), china)).toThrow(
      expect.objectContaining({ code: 'DATE_INVALID' }),
    )
    expect(() => dueOf(run, huge('workDay'), china)).toThrow(
      expect.objectContaining({ code: 'CALENDAR_NOT_COVERED' }),
    )
    expect(() => dueOf(run, huge('workHour'), china)).toThrow(
      expect.objectContaining({ code: 'CALENDAR_NOT_COVERED' }),
    )
    expect(dueDate(runOf('handle', '2024-01-01', { until: '9999-12-31' }))).toBe('9999-12-31')
    expect(() => dueOf(runOf('handle', '9999-12-01'), rules, china)).toThrow(
      expect.objectContaining({ code: 'DATE_INVALID' }),
    )
  })
})

function never(): never {
  throw new Error('the year is in the table')
}
