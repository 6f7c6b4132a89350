/** How many columns a text takes: a Chinese character and its punctuation take two. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += wide.test(character) ? 2 : 1
  return width
}

const wide =
  /[\u2e80-\u303f\u3040-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6]/

export const left = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)))
export const right = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - widthOf(text))) + text

/** Rows in columns: the first column to the left, numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  const cells = [head, ...rows.map((row) => row.map(String))]
  const widths = head.map((_, column) => Math.max(...cells.map((row) => widthOf(row[column] ?? ''))))
  const isNumeric = head.map((_, column) => rows.every((row) => /^[–\d.,]*( ?%)?$/.test(String(row[column]))))
  const line = (row: readonly string[]) =>
    widths
      .map((width, column) => (isNumeric[column] ? right : left)(row[column] ?? '', width))
      .join('  ')
      .trimEnd()
  const [first = [], ...rest] = cells
  const rule = '─'.repeat(widths.reduce((sum, width) => sum + width + 2, -2))
  return [line(first), rule, ...rest.map(line)].map((text) => `  ${text}`)
}

/** A section with its heading in both languages. */
export function section(zh: string, en: string, lines: readonly string[]): string[] {
  return ['', `■ ${zh} · ${en}`, '', ...lines]
}

/** Breaks a text where it would be too long; Chinese breaks anywhere, English between words. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(/[\u2e80-\uffef][，。；：、）》]?|[^\s\u2e80-\uffef]+\s*|\s+/gu) ?? []) {
    if (line !== '' && widthOf(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += piece
  }
  return line === '' ? lines : [...lines, line.trimEnd()]
}

/** A paragraph, with so many blanks before each line. */
export const prose = (text: string, indent = 2): string[] =>
  wrap(text, 110 - indent).map((line) => ' '.repeat(indent) + line)

export const count = (number: number): string => number.toLocaleString('en-US')

/** A share in percent; a dash where there is nothing to share. */
export const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`

/** The local day of an instant. */
export const localDay = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)

/** How many there are of each, in the order in which they come up. */
export function countBy<Item>(
  items: readonly Item[],
  of: (item: Item) => string,
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const item of items) counts[of(item)] = (counts[of(item)] ?? 0) + 1
  return counts
}

/** A line between the parts of the report. */
export function part(zh: string, en: string): string[] {
  const title = `━━━ ${zh} · ${en} `
  return ['', '', title + '━'.repeat(Math.max(0, 108 - widthOf(title)))]
}
