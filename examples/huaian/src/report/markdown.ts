import { table, widthOf, wrap } from './text.js'

/** So many rows of a table are printed; the written report has all of them. */
const mostRows = 14

/** A Markdown report as a terminal shows it: headings, lists and aligned tables. */
export function terminalLines(markdown: string): string[] {
  const lines: string[] = []
  let rows: string[][] = []
  for (const line of [...markdown.split('\n'), '']) {
    if (line.startsWith('|')) rows.push(cellsOf(line))
    else {
      if (rows.length > 0) lines.push(...tableLines(rows))
      rows = []
      lines.push(...textLines(line))
    }
  }
  return lines.filter((line, n) => line !== '' || lines[n - 1] !== '')
}

const cellsOf = (line: string): string[] =>
  line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => plainText(cell.trim()))

function tableLines([head = [], , ...rows]: readonly string[][]): string[] {
  const shown = rows.length > mostRows + 1 ? rows.slice(0, mostRows) : rows
  const more = rows.length - shown.length
  const lines = table(head, shown)
  return more === 0
    ? lines
    : [...lines, `  … 另有 ${more} 行，见书面报告 ${more} more rows in the written report`]
}

function textLines(line: string): string[] {
  const [, mark = '', text = ''] = /^(#{1,3} |> |- )?(.*)$/.exec(line) ?? []
  const plain = plainText(text)
  switch (mark) {
    case '# ':
      return [`  ${plain}`, `  ${'═'.repeat(widthOf(plain))}`]
    case '## ':
      return ['', `  ▌ ${plain}`]
    case '### ':
      return [`  ▪ ${plain}`]
    case '- ':
      return wrap(plain, 104).map((part, n) => `  ${n === 0 ? '–' : ' '} ${part}`)
    default:
      return plain === '' ? [''] : wrap(plain, 106).map((part) => `  ${part}`)
  }
}

const plainText = (text: string): string => text.replaceAll('**', '').replace(/\\([\\`*_[\]<>|#~!&])/g, '$1')
