import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chinaCalendar } from '../calendars/china.js'
import { compileCalendar } from './calendar.js'
import { china, newYorkCalendar } from './clock.fixture.js'
import { instantMs } from './local-date.js'

const after = (from: string, minutes: number, calendar = china) =>
  new Date(calendar.addWorkMinutes(instantMs(from), minutes)).toISOString()

describe('working time', () => {
  it('ends at closing time, not at the next opening', () => {
    expect(after('2024-03-08T16:00:00+08:00', 120)).toBe('2024-03-08T10:00:00.000Z')
    expect(after('2024-03-08T08:00:00+08:00', 240)).toBe('2024-03-08T04:00:00.000Z')
    expect(after('2024-03-08T08:00:00+08:00', 241)).toBe('2024-03-08T06:01:00.000Z')
  })

  it('stands still when no time is added, also outside working hours', () => {
    expect(after('2024-03-09T03:00:00Z', 0)).toBe('2024-03-09T03:00:00.000Z')
  })

  it('goes back, over closed hours and holidays', () => {
    expect(after('2024-03-11T09:00:00+08:00', -120)).toBe('2024-03-08T09:00:00.000Z')
    expect(after('2024-10-08T08:00:00+08:00', -60)).toBe('2024-09-30T09:00:00.000Z')
    expect(after('2024-03-08T10:00:00+08:00', -30)).toBe('2024-03-08T01:30:00.000Z')
  })

  it('is not needed to the second but kept to the millisecond', () => {
    expect(after('2024-03-08T11:59:59.999+08:00', 1)).toBe('2024-03-08T06:00:59.999Z')
  })

  it('between two instants is what was added', () => {
    const start = instantMs('2024-01-01T00:00:00Z')
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500_000 }),
        fc.integer({ min: 1, max: 60_000 }),
        (shift, minutes) => {
          const from = start + shift * 60_000
          const to = china.addWorkMinutes(from, minutes)
          expect(china.workMinutesBetween(from, to)).toBe(minutes)
          expect(china.workMinutesBetween(from, china.addWorkMinutes(to, 0))).toBe(minutes)
        },
      ),
    )
  })

  it('runs to the end of a covered year and no further', () => {
    const short = compileCalendar({ ...newYorkCalendar, years: { 2024: { holidays: '', workdays: '' } } })
    expect(after('2024-12-31T16:00:00-05:00', 60, short)).toBe('2024-12-31T22:00:00.000Z')
    expect(() => after('2024-12-31T16:00:00-05:00', 61, short)).toThrow(
      expect.objectContaining({ code: 'CALENDAR_NOT_COVERED' }),
    )
    expect(() => after('2025-03-01T16:00:00-05:00', 1, short)).toThrow(
      expect.objectContaining({ code: 'CALENDAR_NOT_COVERED' }),
    )
  })

  it('counts hours as they are printed on the days when the clocks change', () => {
    const night = compileCalendar({ ...newYorkCalendar, weekend: [], workingHours: [['00:00', '06:00']] })
    // Five real hours in March, seven in November: both are the six hours of the notice at the door.
    expect(after('2024-03-10T00:00:00-05:00', 360, night)).toBe('2024-03-10T10:00:00.000Z')
    expect(after('2024-11-03T00:00:00-04:00', 360, night)).toBe('2024-11-03T10:00:00.000Z')
  })

  it('does not exist in a calendar without working hours', () => {
    const closed = compileCalendar({ ...chinaCalendar, workingHours: [] })
    expect(() => closed.addWorkMinutes(0, 1)).toThrow(expect.objectContaining({ code: 'CALENDAR_INVALID' }))
  })
})
