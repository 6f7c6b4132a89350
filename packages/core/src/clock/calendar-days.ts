import { coreErrors } from '../errors.js'
import type { Calendar, CalendarAnnouncement, CalendarYear, DayKind } from './calendar.js'
import { dateText } from './local-date.js'
import { firstDayOfYear, NO_DAY, readDate } from './read-date.js'

/** The kinds of day by their number in a table; the two that are worked come first. */
export const dayKinds: readonly DayKind[] = ['workday', 'makeUpWorkday', 'weekend', 'holiday']
const WORKDAY = 0
export const MAKE_UP = 1
const WEEKEND = 2
const HOLIDAY = 3

/** A stretch of covered years without a gap, with the kind of each day. */
export interface CoveredDays {
  readonly first: number
  readonly last: number
  readonly kinds: Uint8Array
}

/** Reads and checks the exceptions of a calendar and its announcements. @throws CALENDAR_INVALID */
export function coveredDays(
  calendar: Calendar,
  announcements: readonly CalendarAnnouncement[],
): readonly CoveredDays[] {
  const invalid = (reason: string) => coreErrors.CALENDAR_INVALID({ calendar: String(calendar.id), reason })
  if (typeof calendar.id !== 'string' || calendar.id === '') throw invalid('its id is empty')
  const { weekend } = calendar
  if (!Array.isArray(weekend) || weekend.some((day) => !Number.isInteger(day) || day < 0 || day > 6)) {
    throw invalid('weekend must list days from 0 (Sunday) to 6 (Saturday)')
  }
  if (typeof calendar.years !== 'object' || calendar.years === null)
    throw invalid('years must be a table by year')
  const listed = Object.keys(calendar.years).map(Number)
  const added = announcements.flatMap(({ year }) => (year === undefined ? [] : [year]))
  const years = [...new Set([...listed, ...added])].sort((a, b) => a - b)
  for (const year of years) {
    if (!Number.isInteger(year) || year < 1 || year > 9999) throw invalid(`'${year}' is not a year`)
  }
  const stretches = stretchesOf(years, weekend)

  /** Sets the kind of one day. */
  const set = (day: number, worked: boolean) => {
    const days = stretches.find(({ first, last }) => day >= first && day <= last)
    if (days === undefined) throw invalid(`${dateText(day)} is in a year that is not covered`)
    const ordinary = weekend.includes(weekdayOf(day)) ? MAKE_UP : WORKDAY
    days.kinds[day - days.first] = worked ? ordinary : HOLIDAY
  }

  for (const year of listed) {
    const exceptions = calendar.years[year] as CalendarYear
    const holidays = listedDays(year, exceptions?.holidays, invalid)
    const workdays = listedDays(year, exceptions?.workdays, invalid)
    const ordinary = workdays.find((day) => !weekend.includes(weekdayOf(day)))
    // A make-up day is always a rest day of the week: anything else is a slip of the pen, and would go unnoticed.
    if (ordinary !== undefined)
      throw invalid(`${dateText(ordinary)} is listed as a make-up workday and is no weekend`)
    apply(holidays, workdays)
  }
  for (const { holidays, workdays } of announcements) {
    if (!Array.isArray(holidays) || !Array.isArray(workdays)) throw invalid('an announcement lists no dates')
    apply(holidays.map(announcedDay), workdays.map(announcedDay))
  }
  return stretches

  function apply(holidays: readonly number[], workdays: readonly number[]): void {
    const off = new Set(holidays)
    const both = workdays.find((day) => off.has(day))
    if (both !== undefined) throw invalid(`${dateText(both)} is both a holiday and a workday`)
    for (const day of holidays) set(day, false)
    for (const day of workdays) set(day, true)
  }

  function announcedDay(text: string): number {
    const day = typeof text === 'string' && text.length === 10 ? readDate(text) : NO_DAY
    if (day === NO_DAY) throw invalid(`'${text}' is not a date (YYYY-MM-DD)`)
    return day
  }
}

function stretchesOf(years: readonly number[], weekend: readonly number[]): readonly CoveredDays[] {
  const stretches: { first: number; last: number; kinds: Uint8Array }[] = []
  for (const [index, year] of years.entries()) {
    const first = firstDayOfYear(year)
    const last = firstDayOfYear(year + 1) - 1
    const open = stretches.at(-1)
    if (open !== undefined && years[index - 1] === year - 1) open.last = last
    else stretches.push({ first, last, kinds: new Uint8Array() })
  }
  for (const days of stretches) {
    const weekdays = Array.from({ length: 7 }, (_, n) =>
      weekend.includes(weekdayOf(days.first + n)) ? WEEKEND : WORKDAY,
    )
    days.kinds = Uint8Array.from({ length: days.last - days.first + 1 }, (_, n) => weekdays[n % 7] ?? WORKDAY)
  }
  return stretches
}

/** Reads a list such as `0101 0210-0217`. */
function listedDays(year: number, list: unknown, invalid: (reason: string) => Error): readonly number[] {
  if (typeof list !== 'string') throw invalid(`the year ${year} must list holidays and workdays as texts`)
  const days: number[] = []
  for (const entry of list.split(' ')) {
    if (entry === '') continue
    const [, from = '', to = from] = /^(\d{4})(?:-(\d{4}))?$/.exec(entry) ?? []
    const first = dayOfYear(year, from)
    const last = dayOfYear(year, to)
    if (first === NO_DAY || first > last) throw invalid(`'${entry}' is not MMDD or MMDD-MMDD in ${year}`)
    for (let day = first; day <= last; day++) days.push(day)
  }
  return days
}

function dayOfYear(year: number, monthDay: string): number {
  return readDate(`${String(year).padStart(4, '0')}-${monthDay.slice(0, 2)}-${monthDay.slice(2)}`)
}

/** 0 is Sunday; 1970-01-01 was a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7
}
