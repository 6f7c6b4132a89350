/** What stands for nothing in real registers. */
const blank = /^(?:null|nil|none|n\/?a|nan|undefined|unknown|不详|无|空|[-—–.?？/]{1,20})?$/i

export const isBlankWord = (cell: string): boolean => cell !== '' && blank.test(cell)

/** A cell without what surrounds it; undefined for nothing. */
export function wordsOf(cell: string | undefined): string | undefined {
  const text = (cell ?? '').replace(/[\u200B\uFEFF\u00A0\u3000]/g, ' ').trim()
  return blank.test(text) ? undefined : text
}

/** A date as registers write it, and what there is to say about it. */
export interface ReadDate {
  /** `YYYY-MM-DD`; undefined if there is no such day. */
  readonly date: string | undefined
  /** Seconds after midnight, if a time was written. */
  readonly seconds: number | undefined
  /** Whether it was written in the standard form. */
  readonly isStandard: boolean
}

const written =
  /^(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2}) ?日?(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)?$/
const compact = /^(\d{4})(\d{2})(\d{2})$/

/** Reads `2023-05-06`, `2023/5/6`, `2023.5.6`, `2023年5月6日`, `20230506`, with or without a time. A day before the year is ambiguous and not read. */
export function readDate(text: string): ReadDate {
  const found = written.exec(text.replace(/\s+/g, ' ')) ?? compact.exec(text)
  if (found === null) return { date: undefined, seconds: undefined, isStandard: false }
  const [year, month, day, hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number?,
    number?,
    number?,
  ]
  const at = new Date(Date.UTC(year, month - 1, day))
  const isDay = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
  const isTimed = found[4] !== undefined
  return {
    date: isDay ? at.toISOString().slice(0, 10) : undefined,
    seconds: isTimed ? (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0) : undefined,
    isStandard: /^\d{4}-\d{2}-\d{2}$/.test(text),
  }
}

/** A number of decimal degrees, with at most the six decimals that mean something on the ground (0.1 m). */
export function readDegrees(
  text: string,
  most: number,
): { readonly value: number | undefined; readonly cut: boolean } {
  const value = Number(text)
  if (text === '' || !Number.isFinite(value) || Math.abs(value) > most)
    return { value: undefined, cut: false }
  const rounded = Math.round(value * 1e6) / 1e6
  return { value: rounded, cut: rounded !== value }
}
