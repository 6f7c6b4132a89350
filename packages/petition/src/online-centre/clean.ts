/** What some fonts show as nothing and some screens obey: marks that turn the direction of a line. */
const turning = /[\u202a-\u202e\u2066-\u2069\ufeff]/g

/**
 * A text that every store takes and every screen shows as it was meant: no controls but line breaks and tabs, no halves of characters.
 * What people wrote stays as it was written otherwise (如实记录, 信访工作条例 2022 Art. 19).
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Cc}/gu, (one) => (one === '\n' || one === '\t' ? one : ''))
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim()
}

/** A name, a title, an address: one line. */
export const cleanLine = (text: string): string =>
  cleanText(text).replace(turning, '').replace(/\s+/g, ' ').trim()

/** The first line of a text as its title, cut where it is long. */
export function titleOf(text: string): string {
  const first = cleanLine(
    text
      .slice(0, 2000)
      .split('\n')
      .find((line) => line.trim() !== '') ?? '',
  )
  const characters = Array.from(first)
  return characters.length > titleLength ? `${characters.slice(0, titleLength).join('')}…` : first
}

const titleLength = 40

/** Lost characters, what GBK makes of them, and what UTF-8 becomes where it is read as Latin-1 or as Windows-1252: bytes from 0x80 on. */
const lost =
  /\ufffd|锟斤拷|(?:[\u00c2-\u00ef][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,2}){3}|\p{Surrogate}/u

/** Whether a text was read in a wrong encoding on its way: lost characters, what GBK makes of them, UTF-8 read as Latin. */
export const isGarbled = (text: string): boolean => lost.test(text)

/** The name of a file without a path, without what a system obeys, and not too long. */
export function cleanFileName(name: string): string {
  const bare = cleanLine(name.slice(-1000))
    .replace(/^.*[\\/]/, '')
    .replace(/[<>:"|?*]/g, '_')
  const base = withoutDots(bare)
  const characters = Array.from(base)
  if (characters.length <= fileNameLength) return base
  const extension = Array.from(extensionOf(base)).slice(0, 10).join('')
  return characters.slice(0, fileNameLength - extension.length - 1).join('') + (extension && `.${extension}`)
}

/** Without the dots and spaces around it, which some systems hide or drop. */
function withoutDots(name: string): string {
  let [from, to] = [0, name.length]
  while (from < to && isDot(name[from])) from++
  while (to > from && isDot(name[to - 1])) to--
  return name.slice(from, to)
}

const isDot = (character: string | undefined): boolean => character === '.' || character?.trim() === ''

const fileNameLength = 100

/** In lower case and without its dot; empty if there is none. */
export const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
