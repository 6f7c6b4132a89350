import type { Texts } from './texts.js'

/** `信访工作条例 2022 Art. 22 ¶1 (3)`, as the rules and the officers write it. */
const form =
  /^(?<law>.+?)(?: (?<year>\d{4}))? Art\. (?<article>\d{1,3})(?:[–-](?<toArticle>\d{1,3}))?(?: ¶(?<paragraph>\d{1,2})(?:[–-](?<toParagraph>\d{1,2}))?)?(?: \((?<item>\d{1,2})\))?$/

/** A source in words: 《信访工作条例》第二十二条第一款第（三）项. What has another form stands as it is. */
export function citation(source: string, language: string, texts: Texts): string {
  const parts = form.exec(source)?.groups
  if (parts === undefined) return source
  const { law = '', year, article = '', toArticle, paragraph, toParagraph, item } = parts
  const isChinese = texts.text('law.numerals', language) === 'chinese'
  const number = (digits: string) => (isChinese ? chineseNumber(Number(digits)) : digits)
  const part = (name: string, from: string | undefined, to?: string): string => {
    if (from === undefined) return ''
    if (to === undefined) return texts.text(`law.${name}`, language, { n: number(from) })
    return texts.text(`law.${name}s`, language, { n: number(from), to: number(to) })
  }
  const key = `law.${law}`
  const translated = texts.text(key, language)
  const name = translated === key ? law : translated
  return (
    texts.text(year === undefined ? 'law.unit' : 'law.dated', language, { law: name, year: year ?? '' }) +
    part('article', article, toArticle) +
    part('paragraph', paragraph, toParagraph) +
    part('item', item)
  )
}

const digits = '零一二三四五六七八九'

/** Whole numbers to 999, as articles are numbered: 三十二, 一百零五. */
export function chineseNumber(n: number): string {
  const digit = (value: number) => digits.charAt(value)
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10]
  const end = ones === 0 ? '' : digit(ones)
  if (hundreds > 0) {
    const middle = tens > 0 ? `${digit(tens)}十` : ones > 0 ? '零' : ''
    return `${digit(hundreds)}百${middle}${end}`
  }
  if (tens > 1) return `${digit(tens)}十${end}`
  return tens === 1 ? `十${end}` : digit(ones)
}
