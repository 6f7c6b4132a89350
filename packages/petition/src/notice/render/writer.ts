import type { NoticeUnit } from '../model.js'
import { citation } from '../texts/citation.js'
import type { Values } from '../texts/fill.js'
import type { Texts } from '../texts/texts.js'

/** What the sections of a document are written with. */
export interface Writer {
  readonly say: (key: string, values?: Values) => string
  readonly date: (date: string) => string
  readonly cite: (source: string) => string
  readonly unit: (unit: NoticeUnit) => string
  readonly names: (names: readonly string[]) => string
  /** What somebody wrote; a blank says that it is missing. */
  readonly written: (text: string) => string
}

export function writerOf(language: string, texts: Texts): Writer {
  const say = (key: string, values?: Values) => texts.text(key, language, values)
  return {
    say,
    date: (date) => texts.date(date, language),
    cite: (source) => oneLine(citation(source, language, texts)),
    unit: ({ name, nameEn }) => oneLine(language.startsWith('zh') ? name : (nameEn ?? name)),
    names: (names) => names.map(oneLine).join(say('list.separator')),
    written: (text) => clean(text).trim() || say('notice.blank'),
  }
}

/** A name stays a name: no line of its own, nothing that turns the direction of what follows. */
export const oneLine = (text: string): string => clean(text).replace(/\s+/g, ' ').trim()

/** Without characters that nobody sees but a screen or a printer obeys: controls, and marks that turn the direction of a line. */
const clean = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/gu, (one) => (one === '\n' || one === '\t' ? one : ''))
