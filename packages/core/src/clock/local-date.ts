import { coreErrors, shown } from '../errors.js'
import { firstDayOfYear, NO_DAY, readDate, readInstant } from './read-date.js'

/** The day numbers of 0000-01-01 and 9999-12-31: four digits write no other year. */
const FIRST_DAY = -719_528
export const LAST_DAY = 2_932_896

/** Ready-made halves of a date text: joining two short texts is what engines do fastest. */
const YEARS: readonly string[] = Array.from({ length: 200 }, (_, n) => `${1900 + n}-`)
const MONTH_DAYS: readonly string[] = monthDays(2023)
const LEAP_MONTH_DAYS: readonly string[] = monthDays(2024)

/**
 * The number of a local date: whole days since 1970-01-01.
 *
 * @throws DATE_INVALID, also for a day that the calendar does not have, such as `2023-02-30`
 * @example dayNumber('1970-01-02') // 1
 */
export function dayNumber(text: string): number {
  const day = typeof text === 'string' && text.length === 10 ? readDate(text) : NO_DAY
  if (day === NO_DAY) throw dateInvalid(text)
  return day
}

/**
 * The local date of a day number, as `YYYY-MM-DD`.
 *
 * @throws DATE_INVALID for a day before the year 0 or after the year 9999
 */
export function dateText(day: number): string {
  if (!(day >= FIRST_DAY && day <= LAST_DAY && Number.isInteger(day))) throw dateInvalid(`day ${day}`)
  const year = yearOf(day)
  const first = firstDayOfYear(year)
  const monthDay = (firstDayOfYear(year + 1) - first === 366 ? LEAP_MONTH_DAYS : MONTH_DAYS)[day - first]
  return `${YEARS[year - 1900] ?? `${String(year).padStart(4, '0')}-`}${monthDay}`
}

/** The year of a day number. */
export function yearOf(day: number): number {
  // The mean length of a year finds the year or a neighbour of it.
  const guess = ((day - FIRST_DAY) / 365.2425) | 0
  return day < firstDayOfYear(guess) ? guess - 1 : day < firstDayOfYear(guess + 1) ? guess : guess + 1
}

/**
 * Reads an instant: ISO 8601 with seconds or without, and with `Z` or an offset. Milliseconds since the epoch.
 *
 * @throws DATE_INVALID, also for an instant without an offset: its moment would depend on the machine
 * @example instantMs('2024-09-13T16:00:00+08:00')
 */
export function instantMs(text: string): number {
  const value = typeof text === 'string' && text.length >= 17 ? readInstant(text) : Number.NaN
  if (Number.isNaN(value)) throw dateInvalid(text)
  return value
}

/** The local day of a fact: a date is itself, an instant becomes the day that it is in the calendar's zone. */
export function dayIn(text: string, calendar: { dayOf(instant: number): number }): number {
  return typeof text === 'string' && text.length === 10 ? dayNumber(text) : calendar.dayOf(instantMs(text))
}

/** The instant of a fact; a date is its first moment in the calendar's zone. */
export function instantIn(
  text: string,
  calendar: { instantOf(day: number, minutes: number): number },
): number {
  return typeof text === 'string' && text.length === 10
    ? calendar.instantOf(dayNumber(text), 0)
    : instantMs(text)
}

function dateInvalid(value: unknown) {
  return coreErrors.DATE_INVALID({ value: shown(value) })
}

/** A local date some days later. @throws DATE_INVALID */
export function addDays(date: string, days: number): string {
  return dateText(dayNumber(date) + days)
}

/** `MM-DD` of each day of a year. */
function monthDays(year: number): readonly string[] {
  const days: string[] = []
  for (
    const date = new Date(Date.UTC(year, 0, 1));
    date.getUTCFullYear() === year;
    date.setUTCDate(date.getUTCDate() + 1)
  ) {
    days.push(date.toISOString().slice(5, 10))
  }
  return days
}
