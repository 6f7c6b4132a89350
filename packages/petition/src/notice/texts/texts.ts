import { isPlatformError } from '@redress/core'
import * as z from 'zod'
import { readOptions } from '../../matter/options.js'
import type { Text } from '../../matter/text.js'
import { centreWords } from '../../online-centre/words.js'
import { noticeEn } from './en.js'
import { errorsZh } from './errors-zh.js'
import { fill, type Values } from './fill.js'
import { followedWords } from './followed-words.js'
import { noticeZh } from './zh.js'

/** Texts by language and key. A host adds a language, or other words for a key, without a fork. */
export type Translations = Readonly<Record<string, Readonly<Record<string, string>>>>

/** What the library says to people, in every language it has. */
export interface Texts {
  /** The languages that have at least one text of their own. */
  readonly languages: readonly string[]
  /**
   * The text of a key with its placeholders filled in. A language without it falls back: `zh-Hant` to `zh`, then to the languages
   * that were named as fallbacks, at last to the key itself.
   */
  text(key: string, language: string, values?: Values): string
  /** A local date in words. */
  date(date: string, language: string): string
  /** What went wrong, for the person: the translation of the code, or the English message of the error. */
  error(error: unknown, language: string): string
}

const inLanguage = (table: Readonly<Record<string, Text>>, language: keyof Text) =>
  Object.fromEntries(Object.entries(table).map(([key, text]) => [key, text[language]]))

const own = (language: keyof Text): Readonly<Record<string, string>> => ({
  ...inLanguage(followedWords, language),
  ...inLanguage(centreWords, language),
})

/** What ships: Chinese and English. */
export const baseTexts: Translations = {
  zh: { ...own('zh'), ...noticeZh, ...errorsZh },
  en: { ...own('en'), ...noticeEn },
}

const createTextsInput = z.object({
  translations: z.record(z.string(), z.record(z.string(), z.string())),
  fallbacks: z.array(z.string()),
})

/**
 * The texts of the library with those of a host over them.
 *
 * @param translations by language (BCP 47) and key; `baseTexts` has every key
 * @param fallbacks the languages to look in where one has no text. Default: Chinese, then English
 * @throws OPTIONS_INVALID
 * @example
 * ```ts
 * const texts = createTexts({ ug: { 'status.complaint.accepted': '…' }, zh: { 'receiptNotice.title': '来信回执' } })
 * ```
 */
export function createTexts(
  translations: Translations = {},
  fallbacks: readonly string[] = ['zh', 'en'],
): Texts {
  const given = readOptions('createTexts', createTextsInput, { translations, fallbacks })
  const tables = new Map<string, ReadonlyMap<string, string>>()
  for (const source of [baseTexts, given.translations]) {
    for (const [language, table] of Object.entries(source))
      tables.set(language, new Map([...(tables.get(language) ?? []), ...Object.entries(table)]))
  }

  const find = (key: string, languages: readonly string[]): string | undefined => {
    for (const language of languages) {
      const text = tables.get(language)?.get(key)
      if (text !== undefined) return text
    }
    return undefined
  }

  // Hosts in JavaScript pass anything: it is looked up as nothing.
  const textOf: Texts['text'] = (key, language, values = {}) => {
    if (typeof key !== 'string') return ''
    return fill(find(key, [...withBase(language), ...given.fallbacks]) ?? key, values)
  }

  return {
    languages: [...tables.keys()],
    text: textOf,
    date(date, language) {
      if (typeof date !== 'string') return ''
      const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? []
      if (year === '') return date
      const monthName = textOf(`month.${Number(month)}`, language)
      return textOf('date', language, { year, month: Number(month), day: Number(day), monthName })
    },
    error(error, language) {
      try {
        if (isPlatformError(error)) {
          const found = find(`error.${error.code}`, withBase(language))
          return found === undefined ? error.message : fill(found, error.details as Values)
        }
      } catch {
        // Anything can be thrown.
      }
      return textOf('error.unknown', language)
    },
  }
}

/** `zh-Hant`, then `zh`. */
const withBase = (language: string): readonly string[] =>
  typeof language === 'string' ? [language, language.split('-')[0] ?? language] : []
