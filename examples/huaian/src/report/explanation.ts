import { addDays, type DueDay, type DueExplanation } from '@redress/core'
import { type HuaianPlatform, host } from '../city.js'
import type { CaseFile } from '../survey.js'
import { right, section } from './text.js'

/** One due date, explained day by day: that with an extension and the most days of rest at its end. */
export async function explanation(platform: HuaianPlatform, files: readonly CaseFile[]): Promise<string[]> {
  let best: { readonly file: CaseFile; readonly why: DueExplanation } | undefined
  const handled = files.filter(({ deadlines }) => deadlines.some(({ clock }) => clock === 'handle'))
  const extended = handled.filter(({ record }) => record.state.extensions > 0)
  for (const file of extended.length > 0 ? extended : handled) {
    const why = await platform.deadlines.explain(file.item.id, 'handle', host)
    if (best === undefined || isBetter(why, best.why)) best = { file, why }
  }
  if (best === undefined) return []
  const { file, why } = best
  return section('期限逐日说明', 'One due date, day by day', [
    `  ${file.item.number}  ${file.unit.name} · ${file.unit.nameEn}`,
    '',
    ...why.steps.flatMap(({ text, source }, index) => [
      `  ${index + 1}. ${text.en}`,
      `     ${text.zh}  [${source}]`,
    ]),
    '',
    ...weeks(why.days),
    '',
    '  起 start, not counted 起算日不计入 · 休 day of rest 休息日 · ◆ last day 届满日',
    ...exchanged(why.days),
  ])
}

/** Of two that are equally interesting, the later one. */
function isBetter(why: DueExplanation, than: DueExplanation): boolean {
  const more = interest(why) - interest(than)
  return more > 0 || (more === 0 && (why.due?.at ?? 0) > (than.due?.at ?? 0))
}

/** An extension is worth more than any days of rest after the end of the count. */
function interest({ steps, days }: DueExplanation): number {
  return (steps.some((step) => step.kind === 'extension') ? 100 : 0) + days.filter(isAfterTheCount).length
}

const isAfterTheCount = (day: DueDay): boolean => day.counted === null && day.note !== 'start'

/** A calendar sheet: a line for each week, with the number of each counted day. */
function weeks(days: readonly DueDay[]): string[] {
  const [first] = days
  if (first === undefined) return []
  const byDate = new Map(days.map((day) => [day.date, day]))
  const last = days.at(-1)?.date ?? first.date
  const heads = ['一 Mon', '二 Tue', '三 Wed', '四 Thu', '五 Fri', '六 Sat', '日 Sun']
  const lines = [`  ${' '.repeat(10)}${heads.map((one) => right(one, 9)).join('')}`]
  for (let monday = mondayOf(first.date); monday <= last; monday = addDays(monday, 7)) {
    const cells = heads.map((_, index) => {
      const date = addDays(monday, index)
      const day = byDate.get(date)
      return right(day === undefined ? '' : mark(day, date === last), 9)
    })
    lines.push(`  ${monday}${cells.join('')}`.trimEnd())
  }
  return lines
}

function mark({ counted, note }: DueDay, isLast: boolean): string {
  const text = note === 'start' ? '起' : counted === null ? (note === 'rolled' ? '' : '休') : String(counted)
  return isLast ? `◆${text}` : text
}

/** A limit that rolls forward ends on a working day; if that is on a weekend, it was exchanged for a holiday. */
function exchanged(days: readonly DueDay[]): string[] {
  const last = days.at(-1)
  if (last?.note !== 'rolled' || ![0, 6].includes(new Date(last.date).getUTCDay())) return []
  return [`  ${last.date} is on a weekend, and worked in exchange for the holiday 调休上班.`]
}

const mondayOf = (date: string): string => addDays(date, -((new Date(date).getUTCDay() + 6) % 7))
