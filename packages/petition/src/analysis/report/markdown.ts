import type { Rate } from '../statistics/rate.js'
import type { Published } from './published.js'
import type { Language } from './words.js'

/** A table; a column of numbers is set to the right. No table at all where there is no row. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  none: string,
): readonly string[] {
  if (rows.length === 0) return [none, '']
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, n) => (n === 0 ? '---' : '---:'))), ...rows.map(line), '']
}

/** A text of a host or of people inside a table: it cannot break the table or become markup. */
export const plain = (text: string): string =>
  text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/[\\`*_[\]<>|#~!&]/g, (sign) => `\\${sign}`)

/** Where a count is kept back. */
export const hidden = '※'
/** Where there is nothing to tell. */
const nothing = '—'

export const number = (count: number | null, language: Language): string =>
  count === null ? hidden : count.toLocaleString(language === 'zh' ? 'zh-CN' : 'en')

export const percent = (rate: number | null): string =>
  rate === null ? nothing : `${(rate * 100).toFixed(1)}%`

/** `95.3% (61/64)`; a rate that stands alone where its numbers are kept back. */
export function share({ count, of, rate }: Published<Rate>, language: Language): string {
  if (rate === null) return of === null ? hidden : nothing
  if (count === null || of === null) return `${percent(rate)}`
  const [open, close] = language === 'zh' ? ['（', '）'] : [' (', ')']
  return `${percent(rate)}${open}${number(count, language)}/${number(of, language)}${close}`
}

/** How much more or less than before. */
export function change(now: number | null, before: number | null): string {
  if (now === null || before === null) return hidden
  if (before === 0) return nothing
  const part = (now - before) / before
  return `${part > 0 ? '+' : part < 0 ? '−' : '±'}${Math.abs(part * 100).toFixed(1)}%`
}

/** Days, or that there is nothing to tell of. */
export const days = (count: number | null, language: Language): string =>
  count === null ? nothing : language === 'zh' ? `${count}天` : count === 1 ? '1 day' : `${count} days`
