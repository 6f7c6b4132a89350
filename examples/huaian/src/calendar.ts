import { addDays, type Calendar, type CalendarAnnouncement, compileCalendar } from '@redress/core'
import { cn2005, cn2022, type PetitionRules } from '@redress/petition'
import { placePolicy } from './place-rules.js'
import { demonstrationClasses } from './retention.js'

const { calendar } = cn2022
const working = compileCalendar(calendar)

/** The number of a local date; what a calendar counts in. */
const numberOf = (date: string): number => Date.parse(date) / 86_400_000

/** The day itself if offices are open on it, else the next on which they are. */
export function officeDay(date: string): string {
  return addDays(date, working.rollForward(numberOf(date)) - numberOf(date))
}

/** How many calendar days lie between two local dates. */
export const daysBetween = (from: string, to: string): number => numberOf(to) - numberOf(from)

/** The month that lies some months after another. */
export function addMonths(month: string, months: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** The days from `from` to `to`, both included. */
export function daysFrom(from: string, to: string): readonly string[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index))
}

/** The month of a local date in words. */
export function monthOf(date: string, language: 'zh' | 'en'): string {
  const month = Number(date.slice(5, 7))
  return language === 'zh' ? `${month}月` : (months[month - 1] ?? '')
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

/**
 * The two rule profiles as a city office had them in 2022: nobody knew the holidays of 2023 until the notice of December. How long
 * records are kept, and what else is left to the place, is added by the host.
 */
export function rulesOf2022(): readonly PetitionRules[] {
  const known = Object.entries(calendar.years).filter(([year]) => Number(year) <= 2022)
  const then: Calendar = { ...calendar, years: Object.fromEntries(known) }
  return [cn2005, cn2022].map((rules) => ({
    ...rules,
    policy: placePolicy(rules.policy),
    calendar: then,
    retention: demonstrationClasses,
  }))
}

/** The notice about a year, and the day on which it came. */
export interface HolidayNotice {
  readonly on: string
  readonly announcement: CalendarAnnouncement
}

export const notice2023 = noticeOf(2023, '2022-12-08')
/** In the order of their days. */
export const notices: readonly HolidayNotice[] = [
  notice2023,
  noticeOf(2024, '2023-10-25'),
  noticeOf(2025, '2024-11-12'),
  noticeOf(2026, '2025-11-04'),
]
/** The last day on which due dates are known well ahead. */
export const lastKnownDay = '2025-12-31'

function noticeOf(year: number, on: string): HolidayNotice {
  const { holidays = '', workdays = '' } = calendar.years[year] ?? {}
  return {
    on,
    announcement: {
      year,
      holidays: datesIn(year, holidays),
      workdays: datesIn(year, workdays),
      source: `国务院办公厅关于${year}年部分节假日安排的通知`,
    },
  }
}

/** The dates of a year in a list such as `0101-0102 0405`. */
function datesIn(year: number, list: string): readonly string[] {
  if (list === '') return []
  return list.split(' ').flatMap((span) => {
    const [from = '', to = from] = span.split('-').map((day) => `${year}-${day.slice(0, 2)}-${day.slice(2)}`)
    return daysFrom(from, to)
  })
}
