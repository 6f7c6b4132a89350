import { coreErrors, isPlatformError } from '../errors.js'
import { coveredDays } from './calendar-days.js'
import { workingDays } from './working-days.js'
import { workingHours } from './working-hours.js'
import { zoneOf } from './zone.js'

/** Working time of a place, as data. A year that is not listed is not covered: asking for it is an error, never a guess. */
export interface Calendar {
  /** Stable, such as `cn`. Announcements name it. */
  readonly id: string
  /** The IANA zone whose local dates count, such as `Asia/Shanghai`. */
  readonly timeZone: string
  /** Rest days of an ordinary week; 0 is Sunday. */
  readonly weekend: readonly number[]
  /** Working hours of a working day, local time, in order, such as `[['08:00', '12:00'], ['14:00', '18:00']]`. */
  readonly workingHours: readonly (readonly [from: string, to: string])[]
  /** The covered years. */
  readonly years: Readonly<Record<number, CalendarYear>>
  readonly source: string
}

/** The exceptions of one year: `MMDD` or `MMDD-MMDD`, separated by spaces. */
export interface CalendarYear {
  /** Days off, also where they fall on a weekend. */
  readonly holidays: string
  /** Days of a weekend that are worked (`调休`). */
  readonly workdays: string
}

/** Holidays made known after the calendar was written: a new year, or a change to a covered one. */
export interface CalendarAnnouncement {
  /** Local dates that become days off. */
  readonly holidays: readonly string[]
  /** Local dates that become working days. */
  readonly workdays: readonly string[]
  /** A year that is complete with this announcement and was not covered before. */
  readonly year?: number
  /** The notice that says so. */
  readonly source: string
}

/** Why a day is worked or not. A holiday on a weekend is a holiday. */
export type DayKind = 'workday' | 'makeUpWorkday' | 'weekend' | 'holiday'

/** A stretch of a working day, in minutes after midnight, local time. */
export interface WorkingSpan {
  readonly from: number
  readonly to: number
}

/**
 * A calendar made ready for arithmetic. Days are whole numbers since 1970-01-01 in local time; instants are milliseconds
 * since the epoch.
 */
export interface WorkingCalendar {
  readonly id: string
  readonly timeZone: string
  readonly workingHours: readonly WorkingSpan[]
  /** Whether the holidays of the day's year are known. */
  covers(day: number): boolean
  /** @throws CALENDAR_NOT_COVERED */
  isWorkday(day: number): boolean
  /** @throws CALENDAR_NOT_COVERED */
  dayKind(day: number): DayKind
  /** The day itself if it is worked, else the next working day. @throws CALENDAR_NOT_COVERED */
  rollForward(day: number): number
  /**
   * The first day from `day` on that is not known to be a rest day: a working day, or else the first day of a year that is
   * not covered. Never throws.
   */
  earliestWorkday(day: number): number
  /**
   * The `count`-th working day after `day`, or before it when `count` is negative; `day` itself for 0.
   *
   * @throws CALENDAR_NOT_COVERED
   */
  addWorkdays(day: number, count: number): number
  /** Working days after `from` up to and including `to`; 0 when `to` is not later. @throws CALENDAR_NOT_COVERED */
  workdaysBetween(from: number, to: number): number
  /**
   * The first instant at which so many minutes of working hours have gone by since `instant`; negative minutes go back. Working
   * hours count as they are printed: 08:00 to 12:00 is four hours, also when the clocks change in between.
   *
   * @throws CALENDAR_NOT_COVERED, CALENDAR_INVALID for a calendar without working hours
   */
  addWorkMinutes(instant: number, minutes: number): number
  /**
   * Minutes inside working hours between two instants, with fractions; 0 when `to` is not later.
   *
   * @throws CALENDAR_NOT_COVERED
   */
  workMinutesBetween(from: number, to: number): number
  /** The local day of an instant. */
  dayOf(instant: number): number
  /**
   * The instant of a local time on a local day, in minutes after midnight (1440 is the end of the day). A time that comes twice is
   * its first moment, a time that is skipped is the moment at which the clocks change.
   */
  instantOf(day: number, minutes: number): number
}

/**
 * Checks a calendar and makes it ready for arithmetic. Later announcements overrule earlier ones and the calendar itself.
 *
 * Takes a few milliseconds: keep the result.
 *
 * @throws CALENDAR_INVALID, TIME_ZONE_INVALID
 * @example
 * ```ts
 * const calendar = compileCalendar(chinaCalendar)
 * calendar.isWorkday(dayNumber('2024-09-14')) // true: a Saturday that is worked
 * ```
 */
export function compileCalendar(
  calendar: Calendar,
  announcements: readonly CalendarAnnouncement[] = [],
): WorkingCalendar {
  try {
    const days = coveredDays(calendar, announcements)
    const zone = zoneOf(calendar.timeZone, days[0]?.first ?? 0, days.at(-1)?.last ?? 0)
    const byDay = workingDays(calendar.id, days)
    const byHour = workingHours(calendar, byDay, zone)
    return Object.freeze({ id: calendar.id, timeZone: calendar.timeZone, ...byDay, ...byHour, ...zone })
  } catch (error) {
    // A host in JavaScript passes anything, a getter or a proxy that throws too.
    if (isPlatformError(error)) throw error
    throw coreErrors.CALENDAR_INVALID({
      calendar: '(unreadable)',
      reason: 'it has not the shape of a calendar',
    })
  }
}
