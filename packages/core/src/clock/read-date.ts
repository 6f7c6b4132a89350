/** Milliseconds of a minute and of a day that has 24 hours. */
export const MINUTE = 60_000
export const DAY = 86_400_000

/** What {@link readDate} returns for a text that is not a date. A whole number like every other result, so that engines keep it one. */
export const NO_DAY = -0x3fff_ffff
/** Two characters that are not digits: whatever is made of it stays below zero. */
const NO_DIGITS = -100_000

const DASH = 45
const DOT = 46
const COLON = 58
const LETTER_T = 84
const LETTER_Z = 90
const DAYS_BEFORE_MONTH: readonly number[] = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365]

/** Minutes after midnight of `HH:MM`, up to `24:00`; `NaN` if it is not one. */
export function minutesOf(text: string): number {
  if (text === '24:00') return 1440
  if (typeof text !== 'string' || text.length !== 5 || text.charCodeAt(2) !== COLON) return Number.NaN
  const hours = twoDigits(text, 0)
  const minutes = twoDigits(text, 3)
  return hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60 ? hours * 60 + minutes : Number.NaN
}

/** The first ten characters as a day number; {@link NO_DAY} if they are not a date. */
export function readDate(text: string): number {
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  const month = twoDigits(text, 5)
  const date = twoDigits(text, 8)
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return NO_DAY
  if (year < 0 || month < 1 || month > 12 || date < 1) return NO_DAY
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0
  const before = (DAYS_BEFORE_MONTH[month] ?? 0) + (month > 2 ? leap : 0)
  if (date > 28 && before + date > (DAYS_BEFORE_MONTH[month + 1] ?? 0) + (month > 1 ? leap : 0)) return NO_DAY
  return firstDayOfYear(year) + before + date - 1
}

/** The day number of January 1st of a year from 0 to 9999. */
export function firstDayOfYear(year: number): number {
  // 400 years are added so that division by truncation also serves the year 0.
  const past = year + 399
  return (year - 1970) * 365 + (past >> 2) - ((past / 100) | 0) + ((past / 400) | 0) - 574
}

/** An instant with its offset, in milliseconds since the epoch; `NaN` if the text is not one. */
export function readInstant(text: string): number {
  const day = readDate(text)
  const hours = twoDigits(text, 11)
  const minutes = twoDigits(text, 14)
  if (day === NO_DAY || text.charCodeAt(10) !== LETTER_T || text.charCodeAt(13) !== COLON) return Number.NaN
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return Number.NaN
  let at = 16
  let milliseconds = 0
  if (text.charCodeAt(at) === COLON && text.length > 19) {
    const seconds = twoDigits(text, 17)
    if (seconds < 0 || seconds > 59) return Number.NaN
    milliseconds = seconds * 1000
    at = 19
    if (text.charCodeAt(at) === DOT) {
      const from = ++at
      let unit = 100
      for (; at < text.length && isDigit(text, at); at++) {
        milliseconds += digit(text, at) * unit
        // What is finer than a millisecond is checked and dropped.
        unit = unit === 100 ? 10 : unit === 10 ? 1 : 0
      }
      if (at === from || at - from > 9) return Number.NaN
    }
  }
  return day * DAY + (hours * 60 + minutes) * MINUTE + milliseconds - readOffset(text, at) * MINUTE
}

/** The minutes of `Z` or `±HH:MM` that end the text. */
function readOffset(text: string, at: number): number {
  if (text.length === at + 1 && text.charCodeAt(at) === LETTER_Z) return 0
  const sign = text[at]
  if ((sign !== '+' && sign !== '-') || text.length !== at + 6) return Number.NaN
  const minutes = minutesOf(text.slice(at + 1))
  return minutes < 1440 ? (sign === '+' ? minutes : -minutes) : Number.NaN
}

function isDigit(text: string, at: number): boolean {
  return digit(text, at) >= 0 && digit(text, at) <= 9
}

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - 48
}

function twoDigits(text: string, at: number): number {
  const tens = digit(text, at)
  const ones = digit(text, at + 1)
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NO_DIGITS
}
