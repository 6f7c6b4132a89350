import { describe, expect, it } from 'vitest'
import { chinaCalendar } from '../calendars/china.js'
import { type Calendar, type CalendarAnnouncement, compileCalendar } from './calendar.js'
import { china } from './clock.fixture.js'
import { dateText, dayNumber, instantMs } from './local-date.js'

const day = dayNumber
const base: Calendar = {
  id: 'test',
  timeZone: 'Asia/Shanghai',
  weekend: [0, 6],
  workingHours: [['09:00', '17:00']],
  years: { 2024: { holidays: '0101 0501-0503', workdays: '0504' } },
  source: 'test',
}
const notice = (more: Partial<CalendarAnnouncement>): CalendarAnnouncement => ({
  holidays: [],
  workdays: [],
  source: 'notice',
  ...more,
})

describe('the days of China', () => {
  it.each([
    ['2024-09-13', 'workday'],
    ['2024-09-14', 'makeUpWorkday'],
    ['2024-09-15', 'holiday'],
    ['2024-09-21', 'weekend'],
  ])('%s is a %s', (date, kind) => {
    expect(china.dayKind(day(date))).toBe(kind)
    expect(china.isWorkday(day(date))).toBe(kind.toLowerCase().endsWith('workday'))
  })

  it('are counted as a clerk counts them, from any day to any other', () => {
    let worked = 0
    const start = day('2023-12-29')
    for (let to = start + 1; to < start + 800; to++) {
      if (china.isWorkday(to)) {
        worked++
        expect(china.addWorkdays(start, worked)).toBe(to)
      }
      expect(china.workdaysBetween(start, to)).toBe(worked)
    }
  })

  it('are counted backwards too', () => {
    expect(dateText(china.addWorkdays(day('2024-09-20'), -5))).toBe('2024-09-12')
    expect(dateText(china.addWorkdays(day('2024-10-04'), -1))).toBe('2024-09-30')
    expect(china.addWorkdays(day('2024-10-04'), 0)).toBe(day('2024-10-04'))
    expect(china.workdaysBetween(day('2024-10-10'), day('2024-10-08'))).toBe(0)
  })

  it('roll forward only from a day of rest', () => {
    expect(dateText(china.rollForward(day('2024-10-01')))).toBe('2024-10-08')
    expect(dateText(china.rollForward(day('2024-10-08')))).toBe('2024-10-08')
  })
})

describe('a day outside the covered years', () => {
  const notCovered = (date: string): unknown =>
    expect.objectContaining({
      code: 'CALENDAR_NOT_COVERED',
      details: { calendar: 'test', date, from: 2024, to: 2024 },
    })

  it('is an error that names the day and the covered years', () => {
    const calendar = compileCalendar(base)
    expect(() => calendar.isWorkday(day('2025-01-01'))).toThrow(notCovered('2025-01-01'))
    expect(() => calendar.dayKind(day('2023-12-31'))).toThrow(notCovered('2023-12-31'))
    expect(() => calendar.addWorkdays(day('2024-12-30'), 2)).toThrow(notCovered('2025-01-01'))
    expect(() => calendar.addWorkdays(day('2024-01-02'), -1)).toThrow(notCovered('2023-12-31'))
    expect(() => calendar.workdaysBetween(day('2024-12-30'), day('2025-01-02'))).toThrow(
      notCovered('2025-01-01'),
    )
    expect(() => calendar.rollForward(day('2026-01-01'))).toThrow(notCovered('2026-01-01'))
  })

  it('is not needed when it is only counted from', () => {
    const calendar = compileCalendar(base)
    expect(dateText(calendar.addWorkdays(day('2023-12-31'), 1))).toBe('2024-01-02')
    expect(dateText(calendar.addWorkdays(day('2025-01-01'), -1))).toBe('2024-12-31')
    expect(calendar.workdaysBetween(day('2023-12-31'), day('2024-01-03'))).toBe(2)
  })

  it('is the earliest possible working day after the last one that is known to be off', () => {
    const calendar = compileCalendar({ ...base, years: { 2024: { holidays: '1231', workdays: '' } } })
    expect(dateText(calendar.earliestWorkday(day('2024-12-31')))).toBe('2025-01-01')
    expect(dateText(calendar.earliestWorkday(day('2031-05-01')))).toBe('2031-05-01')
    expect(calendar.covers(day('2025-01-01'))).toBe(false)
  })

  it('may lie between covered years', () => {
    const years = { 2020: { holidays: '0101', workdays: '' }, 2024: { holidays: '0101', workdays: '' } }
    const calendar = compileCalendar({ ...base, years })
    expect(calendar.isWorkday(day('2020-01-02'))).toBe(true)
    expect(calendar.isWorkday(day('2024-01-01'))).toBe(false)
    expect(() => calendar.addWorkdays(day('2020-12-30'), 2)).toThrow(
      expect.objectContaining({ details: { calendar: 'test', date: '2021-01-01', from: 2020, to: 2024 } }),
    )
    expect(() => calendar.workdaysBetween(day('2020-06-01'), day('2024-06-01'))).toThrow(
      expect.objectContaining({ code: 'CALENDAR_NOT_COVERED' }),
    )
  })

  it('is every day of a calendar without years', () => {
    const calendar = compileCalendar({ ...base, years: {}, workingHours: [], weekend: [] })
    expect(() => calendar.isWorkday(day('2024-01-01'))).toThrow(
      expect.objectContaining({ code: 'CALENDAR_NOT_COVERED' }),
    )
    expect(calendar.instantOf(day('2024-01-01'), 0)).toBe(instantMs('2024-01-01T00:00:00+08:00'))
  })
})

describe('an announcement', () => {
  it('adds a year, or changes one that is covered', () => {
    const calendar = compileCalendar(base, [
      notice({ year: 2025, holidays: ['2025-01-01', '2024-12-31'], workdays: ['2024-12-28'] }),
      notice({ workdays: ['2024-12-31', '2024-05-01'] }),
    ])
    expect(calendar.dayKind(day('2025-01-01'))).toBe('holiday')
    expect(calendar.dayKind(day('2024-12-28'))).toBe('makeUpWorkday')
    expect(calendar.dayKind(day('2024-12-31'))).toBe('workday')
    expect(calendar.dayKind(day('2024-05-01'))).toBe('workday')
  })

  it('may repeat a year that a later version of the calendar covers itself', () => {
    expect(
      compileCalendar(base, [notice({ year: 2024, holidays: ['2024-01-01'] })]).covers(day('2024-06-01')),
    ).toBe(true)
  })

  it.each<[string, CalendarAnnouncement]>([
    ['2025-05-01 is in a year that is not covered', notice({ holidays: ['2025-05-01'] })],
    [
      '2024-05-06 is both a holiday and a workday',
      notice({ holidays: ['2024-05-06'], workdays: ['2024-05-06'] }),
    ],
    ["'2024-02-30' is not a date (YYYY-MM-DD)", notice({ holidays: ['2024-02-30'] })],
    ["'12000' is not a year", notice({ year: 12_000 })],
    ['an announcement lists no dates', { source: 'x' } as unknown as CalendarAnnouncement],
  ])('is refused: %s', (reason, announcement) => {
    expect(() => compileCalendar(base, [announcement])).toThrow(
      expect.objectContaining({ code: 'CALENDAR_INVALID', details: { calendar: 'test', reason } }),
    )
  })
})

describe('a calendar with a slip', () => {
  const year = (holidays: unknown, workdays: unknown = '') => ({ years: { 2024: { holidays, workdays } } })
  it.each<[string, object]>([
    ['its id is empty', { id: '' }],
    ['weekend must list days from 0 (Sunday) to 6 (Saturday)', { weekend: [7] }],
    ['years must be a table by year', { years: null }],
    ["'0' is not a year", { years: { 0: { holidays: '', workdays: '' } } }],
    ["'NaN' is not a year", { years: { soon: { holidays: '', workdays: '' } } }],
    ['the year 2024 must list holidays and workdays as texts', year(undefined)],
    ['the year 2024 must list holidays and workdays as texts', { years: { 2024: null } }],
    ["'0230' is not MMDD or MMDD-MMDD in 2024", year('0230')],
    ["'0503-0501' is not MMDD or MMDD-MMDD in 2024", year('0503-0501')],
    ["'1231-0101' is not MMDD or MMDD-MMDD in 2024", year('1231-0101')],
    ["'05-01' is not MMDD or MMDD-MMDD in 2024", year('05-01')],
    ['2024-05-04 is both a holiday and a workday', year('0501-0505', '0504')],
    ['2024-05-06 is listed as a make-up workday and is no weekend', year('0501', '0506')],
    ['workingHours must be a list', { workingHours: undefined }],
    [
      "'18:00,08:00' are not working hours: write [from, to] as HH:MM, up to 24:00",
      { workingHours: [['18:00', '08:00']] },
    ],
    ["'08:00' are not working hours: write [from, to] as HH:MM, up to 24:00", { workingHours: ['08:00'] }],
    [
      "the working hours '11:00,18:00' begin before the ones listed earlier end",
      {
        workingHours: [
          ['08:00', '12:00'],
          ['11:00', '18:00'],
        ],
      },
    ],
  ])('is refused: %s', (reason, slip) => {
    expect(() => compileCalendar({ ...base, ...slip })).toThrow(
      expect.objectContaining({ code: 'CALENDAR_INVALID', details: expect.objectContaining({ reason }) }),
    )
  })

  it('in its zone is refused', () => {
    expect(() => compileCalendar({ ...base, timeZone: 'Asia/Huaian' })).toThrow(
      expect.objectContaining({ code: 'TIME_ZONE_INVALID', details: { timeZone: 'Asia/Huaian' } }),
    )
  })
})

describe('the shipped calendar', () => {
  it('covers its years without a gap', () => {
    const years = Object.keys(chinaCalendar.years).map(Number)
    expect(years).toEqual(Array.from({ length: years.length }, (_, n) => (years[0] ?? 0) + n))
    for (let at = day(`${years[0]}-01-01`); at <= day(`${years.at(-1)}-12-31`); at++)
      expect(china.covers(at)).toBe(true)
  })
})
