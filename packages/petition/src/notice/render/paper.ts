import type { NoticeDocument } from './document.js'

/** Columns of a line on paper; a Chinese character takes two. */
const columns = 72

/** The document as plain text, set like an official one: title in the middle, unit and date at the right. */
export function noticeText(document: NoticeDocument): string {
  const { title, number, addressee, sections, unit, date, indent } = document
  const body = sections.flatMap(({ heading, paragraphs, items }) => [
    ...(heading === null ? [] : [`${indent}${heading}`]),
    ...paragraphs.flatMap((paragraph) => paragraph.split(/\n+/).map((line) => `${indent}${line}`)),
    ...items.map((item) => `${indent}- ${item.replace(/\s+/g, ' ')}`),
    '',
  ])
  const lines = [
    centred(title),
    '',
    ...(number === null ? [] : [number, '']),
    ...(addressee === null ? [] : [addressee, '']),
    ...body,
    toTheRight(unit),
    toTheRight(date),
  ]
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`
}

const centred = (line: string): string =>
  ' '.repeat(Math.max(0, Math.floor((columns - widthOf(line)) / 2))) + line

const toTheRight = (line: string): string => ' '.repeat(Math.max(0, columns - widthOf(line))) + line

function widthOf(line: string): number {
  let width = 0
  for (const character of line) width += isWide(character.codePointAt(0) ?? 0) ? 2 : 1
  return width
}

/** Chinese characters and the full-width forms beside them. */
const isWide = (code: number): boolean =>
  (code >= 0x2e80 && code <= 0xa4cf) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xfe30 && code <= 0xfe6f) ||
  (code >= 0xff00 && code <= 0xff60) ||
  (code >= 0x20000 && code <= 0x3fffd)
