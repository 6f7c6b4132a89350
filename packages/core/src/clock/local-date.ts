import { coreErrors } from '../errors.js'
import { readDate, readInstant } from './read-date.js'

/** The day numbers of 0000-01-01 and 9999-12-31: four digits write no other year. */
const FIRST_DAY = -719_528
export const LAST_DAY = 2_932_896

const TWO_DIGITS: readonly string[] = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'))
const TWO_DIGITS_DASH: readonly string[] = TWO_DIGITS.map((digits) => `${digits}-`)
/** `MM-DD` at `month * 32 + day`: two short joins make a date text, where a template of six parts costs three times as much. */
const MONTH_DAY: readonly string[] = Array.from(
  { length: 13 * 32 },
  (_, n) => `${TWO_DIGITS[n >> 5]}-${TWO_DIGITS[n & 31]}`,
)

/**
 * The number of a local date: whole days since 1970-01-01.
 *
 * @throws DATE_INVALID, also for a day that the calendar does not have, such as `2023-02-30`
 * @example dayNumber('1970-01-02') // 1
 */
export function dayNumber(text: string): number {
  const day = typeof text === 'string' && text.length === 10 ? readDate(text) : Number.NaN
  if (Number.isNaN(day)) throw dateInvalid(text)
  return day
}

/**
 * The local date of a day number, as `YYYY-MM-DD`.
 *
 * @throws DATE_INVALID for a day before the year 0 or after the year 9999
 */
export function dateText(day: number): string {
  if (!(day >= FIRST_DAY && day <= LAST_DAY && Number.isInteger(day))) throw dateInvalid(`day ${day}`)
  // Howard Hinnant's civil_from_days: years begin in March, so the leap day comes last.
  const shifted = day + 719_468 + 146_097
  const era = (shifted / 146_097) | 0
  const dayOfEra = shifted - era * 146_097
  const yearOfEra =
    ((dayOfEra - ((dayOfEra / 1460) | 0) + ((dayOfEra / 36_524) | 0) - ((dayOfEra / 146_096) | 0)) / 365) | 0
  const dayOfYear = dayOfEra - (365 * yearOfEra + (yearOfEra >> 2) - ((yearOfEra / 100) | 0))
  const fromMarch = ((5 * dayOfYear + 2) / 153) | 0
  const date = dayOfYear - (((153 * fromMarch + 2) / 5) | 0) + 1
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const year = yearOfEra + (era - 1) * 400 + (month <= 2 ? 1 : 0)
  const century = (year / 100) | 0
  return `${TWO_DIGITS[century]}${TWO_DIGITS_DASH[year - century * 100]}${MONTH_DAY[(month << 5) | date]}`
}

/** The year of a day number. */
export function yearOf(day: number): number {
  return Number(dateText(day).slice(0, 4))
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
  return coreErrors.DATE_INVALID({
    value: typeof value === 'string' ? value.slice(0, 40) : `(${typeof value})`,
  })
}

/** A local date some days later. @throws DATE_INVALID */
export function addDays(date: string, days: number): string {
  return dateText(dayNumber(date) + days)
}
