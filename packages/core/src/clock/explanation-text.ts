import type { DueDay, DueExplanation, DueSpan, Words } from './explain.js'
import { amountText } from './explain-steps.js'

type Language = keyof Words

/**
 * Writes an explanation for people: the steps with their sources, then the days, equal neighbours in one line.
 *
 * @example formatExplanation(await platform.deadlines.explain(id, 'handle', by), 'zh')
 */
export function formatExplanation(explanation: DueExplanation, language: 'en' | 'zh'): string {
  const { clock, rules, limit, steps, days, spans } = explanation
  const length = limit === undefined ? '' : `, ${amountText(limit.amount, limit.unit)[language]}`
  const lines = [`${clock}${length} (${rules})`]
  steps.forEach((step, index) => {
    lines.push(`${index + 1}. ${step.text[language]} [${step.source}]`)
  })
  if (explanation.due === undefined) lines.push(words.standsStill[language])
  const table = [...dayLines(days, language), ...spans.map((span) => spanLine(span, language))]
  return [...lines, ...(table.length === 0 ? [] : [words.days[language]]), ...table].join('\n')
}

const words = {
  comma: { en: ', ', zh: '，' },
  days: { en: 'Day by day:', zh: '逐日计算：' },
  standsStill: { en: 'The clock stands still: it has no end now.', zh: '期限中止计算，暂无届满日。' },
  minutes: { en: 'min', zh: '分钟' },
  start: { en: 'start, not counted', zh: '起算日，不计入' },
  weekend: { en: 'weekend', zh: '周末' },
  holiday: { en: 'holiday', zh: '节假日' },
  makeUpWorkday: { en: 'make-up workday', zh: '调休上班' },
  paused: { en: 'paused', zh: '中止' },
  rolled: { en: 'first working day after', zh: '顺延后的工作日' },
  notAnnounced: { en: 'holidays not announced yet', zh: '节假日安排尚未公布' },
} as const

function dayLines(days: readonly DueDay[], language: Language): string[] {
  const groups: DueDay[][] = []
  for (const day of days) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    const isSame =
      last !== undefined && last.note === day.note && (last.counted === null) === (day.counted === null)
    if (isSame) group?.push(day)
    else groups.push([day])
  }
  return groups.map((group) => {
    const first = group[0] as DueDay
    const last = group.at(-1) as DueDay
    const note = first.note === undefined ? [] : [words[first.note][language]]
    const count =
      first.counted === null ? [] : [countText(first.counted, last.counted ?? first.counted, language)]
    return `  ${rangeText(first.date, last.date)}  ${[...count, ...note].join(words.comma[language])}`
  })
}

function countText(first: number, last: number, language: Language): string {
  const range = first === last ? `${first}` : `${first}–${last}`
  if (language === 'zh') return `第${range}日`
  return first === last ? `day ${range}` : `days ${range}`
}

function rangeText(first: string, last: string): string {
  return first === last ? first : `${first} – ${last}`
}

function spanLine({ date, from, to, minutes }: DueSpan, language: Language): string {
  const rounded = Math.round(minutes * 100) / 100
  return `  ${date}  ${from}–${to}  ${rounded} ${words.minutes[language]}`
}
