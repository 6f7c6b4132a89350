/** Milliseconds of a minute and of a day that has 24 hours. */
export const MINUTE = 60_000
export const DAY = 86_400_000

const DASH = 45
const COLON = 58
const DAYS_BEFORE_MONTH: readonly number[] = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365]

/** Minutes after midnight of `HH:MM`, up to `24:00`; `NaN` if it is not one. */
export function minutesOf(text: string): number {
  if (typeof text !== 'string' || text.length !== 5 || text.charCodeAt(2) !== COLON) return Number.NaN
  const hours = twoDigits(text, 0)
  const minutes = twoDigits(text, 3)
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : hours === 24 && minutes === 0 ? 1440 : Number.NaN
}

/** The first ten characters as a day number; `NaN` if they are not a date. */
export function readDate(text: string): number {
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  const month = twoDigits(text, 5)
  const date = twoDigits(text, 8)
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return Number.NaN
  if (!(year >= 0 && month >= 1 && month <= 12 && date >= 1)) return Number.NaN
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0
  const before = (DAYS_BEFORE_MONTH[month] ?? 0) + (month > 2 ? leap : 0)
  const after = (DAYS_BEFORE_MONTH[month + 1] ?? 0) + (month > 1 ? leap : 0)
  if (before + date > after) return Number.NaN
  // 400 years are added so that division by truncation also serves the year 0.
  const past = year + 399
  const leapDays = (past >> 2) - ((past / 100) | 0) + ((past / 400) | 0)
  return (year - 1970) * 365 + leapDays - 574 + before + date - 1
}

/** An instant with its offset, in milliseconds since the epoch; `NaN` if the text is not one. */
export function readInstant(text: string): number {
  const day = readDate(text)
  const hours = twoDigits(text, 11)
  const minutes = twoDigits(text, 14)
  if (text[10] !== 'T' || text.charCodeAt(13) !== COLON || !(hours < 24 && minutes < 60)) return Number.NaN
  let at = 16
  let milliseconds = 0
  if (text.charCodeAt(at) === COLON) {
    const seconds = twoDigits(text, 17)
    if (!(seconds < 60)) return Number.NaN
    milliseconds = seconds * 1000
    at = 19
    if (text[at] === '.') {
      const from = ++at
      let unit = 100
      for (; isDigit(text, at); at++, unit /= 10) milliseconds += unit >= 1 ? digit(text, at) * unit : 0
      if (at === from || at - from > 9) return Number.NaN
    }
  }
  return day * DAY + (hours * 60 + minutes) * MINUTE + milliseconds - readOffset(text, at) * MINUTE
}

/** The minutes of `Z` or `±HH:MM` that end the text. */
function readOffset(text: string, at: number): number {
  const sign = text[at]
  if (sign === 'Z') return text.length === at + 1 ? 0 : Number.NaN
  if ((sign !== '+' && sign !== '-') || text.length !== at + 6) return Number.NaN
  const minutes = minutesOf(text.slice(at + 1))
  return minutes < 1440 ? (sign === '+' ? minutes : -minutes) : Number.NaN
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57
}

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - 48
}

function twoDigits(text: string, at: number): number {
  return isDigit(text, at) && isDigit(text, at + 1) ? digit(text, at) * 10 + digit(text, at + 1) : Number.NaN
}
