import { readdirSync, readFileSync } from 'node:fs'
import { analyse } from 'scslre'
import {
  createSourceFile,
  forEachChild,
  isNewExpression,
  isRegularExpressionLiteral,
  type Node,
  ScriptTarget,
} from 'typescript'
import { expect, it } from 'vitest'

const root = new URL('../../', import.meta.url)

interface Found {
  readonly where: string
  readonly pattern: RegExp
}

/** Every regular expression that the packages are written with; one that is put together at run time could not be judged. */
function found(): readonly Found[] {
  const all: Found[] = []
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!/^[a-z]+\/src\/.*\.ts$/.test(name) || /\.(?:test|test-d|fixture)\.ts$/.test(name)) continue
    const file = createSourceFile(name, readFileSync(new URL(name, root), 'utf8'), ScriptTarget.Latest, true)
    const visit = (node: Node): void => {
      if (isNewExpression(node) && node.expression.getText() === 'RegExp')
        throw new Error(`${name} puts a regular expression together: ${node.getText()}`)
      if (isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/')
        const pattern = new RegExp(node.text.slice(1, end), node.text.slice(end + 1))
        all.push({ where: `${name} ${node.text}`, pattern })
      }
      forEachChild(node, visit)
    }
    visit(file)
  }
  return all
}

const patterns = found()

it('there are some, and what is slow is seen', () => {
  expect(patterns.length).toBeGreaterThan(15)
  for (const slow of [/^(a+)+$/, /x*$/, /a*a*b/]) expect(analyse(slow).reports).not.toEqual([])
})

it.each(patterns)('$where takes no more than linear time', ({ pattern }) => {
  expect(analyse(pattern).reports).toEqual([])
})

/** What patterns are made of, many times over, with something at the end that fits none of them. */
const attacks = [
  '0',
  '1',
  'a',
  'A',
  'I',
  ' ',
  '.',
  '-',
  '_',
  '/',
  ':',
  '=',
  '\\',
  '\\u',
  '\\u001as',
  '县',
  '\ud800',
  '\u0000',
  '86',
  '00861',
  'a.',
  'a-',
  'SQLITE_',
].map((part) => `${part.repeat(100_000 / part.length)}!`)

it.each(patterns)('$where is done with a hundred thousand characters at once', ({ pattern }) => {
  for (const attack of attacks) {
    const started = performance.now()
    attack.replace(pattern, '')
    // Quadratic would be minutes.
    expect(performance.now() - started).toBeLessThan(1000)
  }
})
