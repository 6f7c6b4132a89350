import { isPlatformError } from '@redress/core'
import { columnsOf, platformColumns } from './actors.fixture.js'
import { caseRows, type Row } from './case-rows.fixture.js'
import { bring, type Sort, type TheCase, town } from './cases.fixture.js'
import { hostMethods, platformRows } from './platform-rows.fixture.js'

/** The lists of pages. */
const lists = ['items', 'findings', 'steps', 'notices']

/** What came of a call, in one word: allowed, nothing in a list, or the code of the refusal. */
export async function verdictOf(call: () => Promise<unknown>): Promise<string> {
  try {
    const result = await call()
    const fields: object = typeof result === 'object' && result !== null ? result : {}
    const list = lists.map((name) => Reflect.get(fields, name) as unknown).find(Array.isArray) ?? result
    return Array.isArray(list) && list.length === 0 ? 'empty' : '✓'
  } catch (error) {
    if (!isPlatformError(error)) throw error
    const { reasons } = error.details as { readonly reasons?: readonly { readonly code: string }[] }
    return reasons === undefined ? error.code : reasons.map((one) => one.code).join(' ')
  }
}

/** A row of verdicts. What is allowed may change the case, so the next one asks about a fresh one. */
async function caseLine(sort: Sort, { title, stage, call }: Row): Promise<readonly string[]> {
  const made = await town()
  const cells: string[] = [`\`${title}\``]
  let of: TheCase | undefined
  for (const { who } of columnsOf(sort)) {
    of ??= await bring(made, sort, stage)
    const fresh = of
    const by = who(fresh)
    const verdict = by === undefined ? '–' : await verdictOf(() => call(made, fresh, by, sort))
    if (verdict === '✓') of = undefined
    cells.push(verdict)
  }
  return cells
}

export async function caseTable(sort: Sort): Promise<string> {
  const lines: (readonly string[])[] = []
  for (const row of caseRows) lines.push(await caseLine(sort, row))
  return tableOf(['', ...columnsOf(sort).map(({ title }) => title)], lines)
}

/** The lines of a table that another one has otherwise, under its head. */
export function differences(table: string, from: string): string {
  const known = new Set(from.split('\n'))
  const other = table.split('\n').filter((line) => !known.has(line))
  return other.length === 0
    ? 'Every cell is that of an ordinary case.'
    : [...table.split('\n').slice(0, 2), ...other].join('\n')
}

export async function platformTable(): Promise<string> {
  const made = await town()
  await bring(made, 'ordinary', 'accepted')
  const lines: (readonly string[])[] = []
  let n = 0
  for (const { method, call } of platformRows) {
    const cells: string[] = [`\`${method}\``]
    for (const [, by] of platformColumns) {
      const number = n++
      cells.push(await verdictOf(() => call(made, by, number)))
    }
    lines.push(cells)
  }
  return tableOf(['', ...platformColumns.map(([title]) => title)], lines)
}

export function hostList(): string {
  return Object.entries(hostMethods)
    .map(([method, what]) => `- \`${method}\`: ${what}`)
    .join('\n')
}

export function tableOf(head: readonly string[], lines: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** Every public method, by its path from the platform. */
export function methodsOf(part: object, path = ''): readonly string[] {
  return Object.entries(part).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'function') return [`${path}${name}`]
    return typeof value === 'object' && value !== null ? methodsOf(value, `${path}${name}.`) : []
  })
}
