import type * as z from 'zod'
import type { Text } from '../matter/text.js'
import { fill, type Values } from '../notice/texts/fill.js'
import type { FilingStep, IntakeProblem } from './draft.js'
import { centreWords } from './words.js'

const steps: Readonly<Record<string, FilingStep>> = {
  about: 'what',
  title: 'what',
  text: 'what',
  matter: 'what',
  petitioners: 'who',
  people: 'who',
  representatives: 'who',
  anonymous: 'who',
  toldOfAnonymity: 'confirm',
  proxy: 'who',
  spoken: 'confirm',
  answerBy: 'who',
  newsBy: 'who',
  accused: 'whom',
  accusedAs: 'whom',
  unit: 'where',
  area: 'where',
  place: 'where',
  attachments: 'files',
}

/** A word of the centre in both languages, with its placeholders filled in. */
export function wordOf(key: string, values: Readonly<Record<string, Text | string | number>> = {}): Text {
  const { zh, en } = centreWords[key] ?? { zh: key, en: key }
  const inLanguage = (language: keyof Text): Values =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'object' ? value[language] : value,
      ]),
    )
  return { zh: fill(zh, inLanguage('zh')), en: fill(en, inLanguage('en')) }
}

/** Something that is wrong with a field, in plain words. */
export function problem(
  field: string,
  code: string,
  values: Readonly<Record<string, Text | string | number>> = {},
): IntakeProblem {
  return { field, step: stepOf(field), code, text: wordOf(`problem.${code}`, values), blocks: true }
}

/** Something that the person should know before they file. */
export const advice = (...args: Parameters<typeof problem>): IntakeProblem => ({
  ...problem(...args),
  blocks: false,
})

export const unreadable: readonly IntakeProblem[] = Object.freeze([problem('', 'unreadable')])

/** The most problems that are told at once; a hostile message has a million. */
const mostProblems = 20

/** What a schema finds, in plain words. */
export function problemsOf(issues: readonly z.core.$ZodIssue[]): readonly IntakeProblem[] {
  return issues.slice(0, mostProblems).map((issue) => {
    const field = pathText(issue.path)
    const label = labelOf(field)
    if (issue.code === 'too_big') {
      const isText = issue.origin === 'string'
      return problem(field, isText ? 'tooLong' : 'tooMany', { label, most: Number(issue.maximum) })
    }
    if (issue.code === 'too_small' && Number(issue.minimum) > 1) return problem(field, 'tooShort', { label })
    if (issue.code === 'unrecognized_keys')
      return problem(field, 'notKnown', { label: issue.keys.slice(0, 5).join(', ').slice(0, 100) })
    const isMissing =
      issue.code === 'too_small' || (issue.code === 'invalid_type' && issue.input === undefined)
    return isMissing ? missing(field, label) : problem(field, 'wrongForm', { label })
  })
}

function missing(field: string, label: Text): IntakeProblem {
  if (field === 'text') return problem(field, 'textMissing')
  if (/^petitioners\[\d+\]\.name$/.test(field)) return problem(field, 'nameMissing')
  return problem(field, 'missing', { label })
}

/** How people call the field at the end of a path. */
export function labelOf(path: string): Text {
  // `petitioners[0].name` is called by its last word, `attachments[2][1]` by the word before the numbers.
  const last = path.slice(path.lastIndexOf('.') + 1)
  const key = `field.${/^\w*/.exec(last)?.[0] ?? ''}`
  return Object.hasOwn(centreWords, key) ? wordOf(key) : wordOf('field.other')
}

function stepOf(field: string): FilingStep {
  const first = /^\w+/.exec(field)?.[0] ?? ''
  return (Object.hasOwn(steps, first) ? steps[first] : undefined) ?? 'what'
}

function pathText(path: readonly PropertyKey[]): string {
  let text = ''
  for (const part of path) {
    text += typeof part === 'number' ? `[${part}]` : `${text === '' ? '' : '.'}${String(part).slice(0, 64)}`
  }
  return text.slice(0, 200)
}
