import { readFileSync } from 'node:fs'
import { coreErrors, createPlatform, memoryStore } from '@redress/core'
import * as plugin from '@redress/petition'
import { describe, expect, it } from 'vitest'

const page = readFileSync(new URL('./petition-law.md', import.meta.url), 'utf8')
const table = page.split('<!-- law -->')[1]?.split('<!-- end of law -->')[0] ?? ''
const rows = table
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, article = '', duty = '', where = '']) => ({ article, duty, where }))

/** How many paragraphs each article has that bind somebody (信访工作条例 2022). */
const paragraphs: Readonly<Record<number, number>> = {
  17: 2,
  18: 4,
  19: 3,
  20: 4,
  21: 2,
  22: 2,
  23: 4,
  24: 2,
  25: 2,
  26: 1,
  27: 1,
  28: 3,
  29: 3,
  30: 3,
  31: 1,
  32: 2,
  33: 1,
  34: 1,
  35: 1,
  36: 3,
  37: 3,
  38: 3,
  39: 3,
  40: 4,
  41: 2,
}

const platform = createPlatform({ store: memoryStore(), plugins: [plugin.petition()] })
const everything = { ...platform, ...platform.petition } as unknown as Readonly<Record<string, unknown>>
const errors = Object.assign(
  {},
  coreErrors,
  ...Object.entries(plugin).flatMap(([name, value]) => (name.endsWith('Errors') ? [value] : [])),
) as object
/** The reasons of guards are constants inside: the page may name them if the code does. */
const source = ['complaint/guards.ts']
  .map((file) => readFileSync(new URL(`../../packages/petition/src/${file}`, import.meta.url), 'utf8'))
  .join('')

function methodAt(path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((part, step) => (part as Record<string, unknown> | undefined)?.[step], everything)
}

describe('the page of the law', () => {
  it('has a row for every article and paragraph from 17 to 41, in order, and no other', () => {
    const expected = Object.entries(paragraphs).flatMap(([article, count]) =>
      Array.from({ length: count }, (_, n) => `${article} ¶${n + 1}`),
    )
    expect(rows.map(({ article }) => article)).toEqual(expected)
    for (const { duty } of rows) expect(duty.length).toBeGreaterThan(10)
  })

  it.each(rows)('$article names what does it, or why that is the host', ({ where }) => {
    const clocks = [...where.matchAll(/clock `(\w+)`/g)].map(([, clock]) => clock as string)
    const methods = [...where.matchAll(/(?<!clock )`([\w.]+)`/g)].map(([, path]) => path as string)
    const codes = [...where.matchAll(/\b([A-Z]{3,}(?:_[A-Z]+)+)\b/g)].map(([, code]) => code as string)
    for (const clock of clocks) expect(Object.keys(plugin.cn2022.limits)).toContain(clock)
    for (const path of methods) expect(typeof methodAt(path), path).toBe('function')
    for (const code of codes) expect(code in errors || source.includes(`'${code}'`), code).toBe(true)
    const host = /\*Host\*(?::|,) \S+ \S+/.test(where)
    expect(host || clocks.length + methods.length + codes.length > 0, where).toBe(true)
  })
})
