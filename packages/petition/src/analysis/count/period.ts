const DAY = 86_400_000

/** Whole days since 1970-01-01 of a local date. */
export const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY

/** The local date of a number of days since 1970-01-01. */
export const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)

/** `2024-05` of `2024-05-31`. */
export const monthOf = (date: string): string => date.slice(0, 7)

/** The ISO week of a local date, `2024-W22`: weeks begin on Monday and belong to the year of their Thursday. */
export function weekOf(date: string): string {
  const day = dayOf(date)
  const thursday = dateOf(day - weekday(day) + 3)
  const week = Math.floor((dayOf(thursday) - dayOf(`${thursday.slice(0, 4)}-01-01`)) / 7) + 1
  return `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}`
}

/** The Monday of an ISO week, as days since 1970-01-01. */
export function mondayOf(week: string): number {
  const first = dayOf(`${week.slice(0, 4)}-01-04`)
  return first - weekday(first) + (Number(week.slice(6)) - 1) * 7
}

/** 0 for Monday. 1970-01-01 was a Thursday. */
const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7

/** The twelve months of a year. */
export const monthsOf = (year: number): readonly string[] =>
  Array.from({ length: 12 }, (_, month) => monthAt(year, month))

/** `2023-12` for 2024 and -1: months are counted from 0 and run over. */
const monthAt = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 7)

/** A month some months later, or earlier. */
export const shiftMonth = (month: string, by: number): string =>
  monthAt(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 + by)

/** The `count` months before a month, oldest first. */
export const monthsBefore = (month: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => shiftMonth(month, n - count))

/** The `count` weeks before a week, oldest first. */
export const weeksBefore = (week: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => weekOf(dateOf(mondayOf(week) + (n - count) * 7)))

/** How many months lie between two months. */
export const monthsBetween = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5))

/** Years that are asked for: before them there was no such regulation, after them no statistics. */
const isYear = (text: string): boolean => /^(19|20)\d\d$/.test(text)

export const isMonth = (text: string): boolean =>
  isYear(text.slice(0, 4)) && /^.{4}-(0[1-9]|1[0-2])$/.test(text)

export const isWeek = (text: string): boolean =>
  isYear(text.slice(0, 4)) && /^.{4}-W\d\d$/.test(text) && weekOf(dateOf(mondayOf(text))) === text

/** The months that are added up for a period: a month is itself, a year has twelve. Undefined for anything else. */
export function monthsIn(period: string): readonly string[] | undefined {
  if (isYear(period)) return monthsOf(Number(period))
  return isMonth(period) ? [period] : undefined
}
