import type { DueExplanation } from '@redress/core'
import { daysBetween } from '../calendar.js'
import { type HuaianPlatform, host } from '../city.js'
import { allCases } from '../survey.js'
import { city } from '../units.js'
import { right, section } from './text.js'
import { duties } from './words.js'

/** What is overdue now, longest first: where, since when, and by which article. */
export async function overdue(platform: HuaianPlatform, today: string): Promise<string[]> {
  const items = await allCases(platform, { overdue: true })
  const directory = await platform.organizations.current()
  const lines: string[] = []
  for (const item of items) {
    const { due } = item
    if (due === undefined) continue
    const why = await platform.deadlines.explain(item.id, due.clock, host)
    const on = why.due?.date ?? ''
    const late = daysBetween(on, today)
    const [unit] = directory.successors(due.unit)
    lines.push(
      `  ${on}  ${right(`${late} ${late === 1 ? 'day' : 'days'} late`, 13)}  ${item.number}  ` +
        `${unit?.name} (${due.unit.replace(`${city}/`, '')})`,
      `${' '.repeat(29)}${duties[due.clock]}: ${lengthOf(why)}  [${why.limit?.source ?? 'the order'}]`,
    )
  }
  return section(
    '逾期事项',
    `Overdue on ${today}: ${items.length} cases, longest first`,
    lines.length === 0 ? ['  Nothing is overdue.'] : lines,
  )
}

/** `60 + 30 days from 2022-09-12`. */
function lengthOf({ steps, limit, until }: DueExplanation): string {
  const start = steps.find((step) => step.kind === 'start')?.date ?? ''
  const more = steps.filter((step) => step.kind === 'extension').map((step) => ` + ${step.amount ?? 0}`)
  return until === undefined
    ? `${limit?.amount}${more.join('')} days from ${start}`
    : `by order until ${until}`
}
