import type { RuleProfile } from '../rules/profile.js'
import type { Due } from './due.js'
import type { DueStep, Words } from './explain.js'
import type { Limit, LimitUnit } from './limit.js'
import type { ClockRun } from './run.js'

/** What the walk found out, as texts. */
export interface Found {
  /** When the run began: a date, or a date with a time. */
  readonly start: string
  /** The day on which the count is complete, for a limit in days. */
  readonly nominal?: string
  readonly due: Due | undefined
  /** The local time at which the last day ends. */
  readonly endTime: string
  /** What each pause has cost, in the unit of the limit. */
  readonly lost: readonly number[]
  /** Writes a fact as a local date, or as one with a time for a limit in hours. */
  readonly say: (fact: string) => string
}

const isDays = (unit: LimitUnit) => unit === 'naturalDay' || unit === 'workDay'

/** The steps from the start to the end, each with the rule behind it. */
export function stepsOf(
  run: ClockRun,
  limit: Limit | undefined,
  rules: RuleProfile,
  found: Found,
): DueStep[] {
  const { counting } = rules
  const unit = limit?.unit ?? 'naturalDay'
  const limitSource = limit?.source ?? rules.source
  const { start, nominal, due } = found
  const steps: DueStep[] = [
    { kind: 'start', date: start.slice(0, 10), ...startStep(start, unit), source: counting.source },
  ]
  if (run.until !== undefined) {
    const text = {
      en: `An order fixes ${run.until} as the last day.`,
      zh: `届满日由指令确定为${run.until}。`,
    }
    steps.push({ kind: 'count', date: run.until, text, source: limitSource })
  } else if (limit !== undefined) {
    const { en, zh } = amountText(limit.amount, unit)
    const text = { en: `The limit is ${en}.`, zh: `期限为${zh}。` }
    steps.push({ kind: 'count', amount: limit.amount, text, source: limitSource })
  }
  for (const { amount, reason } of run.extensions) {
    const { en, zh } = amountText(amount, unit)
    const text = { en: `Extended by ${en}: ${reason}.`, zh: `延长${zh}：${reason}。` }
    steps.push({ kind: 'extension', amount, text, source: limit?.extension?.source ?? limitSource })
  }
  for (const [index, pause] of run.pauses.entries()) {
    const counts = limit?.pausedBy?.includes(pause.ground) === true
    const amount = counts ? (found.lost[index] ?? 0) : 0
    const resumed = pause.to ?? run.stoppedAt
    const times = { from: found.say(pause.from), to: resumed === undefined ? undefined : found.say(resumed) }
    const text = pauseText(times, pause.ground, counts, amountText(amount, unit))
    steps.push({ kind: 'pause', date: times.from.slice(0, 10), amount, text, source: limitSource })
  }
  if (nominal !== undefined && run.until === undefined) {
    const text = { en: `The count is complete on ${nominal}.`, zh: `期限计至${nominal}。` }
    steps.push({ kind: 'nominal', date: nominal, text, source: limitSource })
  }
  if (due === undefined) return steps
  if (nominal !== undefined && due.date > nominal) {
    const text = {
      en: `${nominal} is a day of rest, so the limit ends on the first working day after it: ${due.date}.`,
      zh: `${nominal}为休息日，顺延至其后第一个工作日：${due.date}。`,
    }
    const provisional = {
      en: `${nominal} is a day of rest, so the limit does not end before ${due.date}.`,
      zh: `${nominal}为休息日，期限不早于${due.date}届满。`,
    }
    const said = due.provisional === undefined ? text : provisional
    steps.push({ kind: 'rollForward', date: due.date, text: said, source: counting.source })
  }
  if (due.provisional !== undefined) {
    const text = {
      en: `The holidays of ${due.provisional} are not announced yet: the end may move to a later day.`,
      zh: `${due.provisional}年节假日安排尚未公布，届满日可能顺延。`,
    }
    steps.push({ kind: 'provisional', date: due.date, text, source: rules.calendar.source })
  }
  const text = { en: `Ends on ${due.date} at ${found.endTime}.`, zh: `${due.date} ${found.endTime}届满。` }
  steps.push({ kind: 'end', date: due.date, text, source: isDays(unit) ? counting.source : limitSource })
  return steps
}

/** An amount in words, such as `60 calendar days` and `60个自然日`. */
export function amountText(amount: number, unit: LimitUnit): Words {
  const [one, zh] = unitWords[unit]
  const rounded = Math.round(amount * 100) / 100
  return { en: `${rounded} ${one}${rounded === 1 ? '' : 's'}`, zh: `${rounded}${zh}` }
}

const unitWords: Readonly<Record<LimitUnit, readonly [en: string, zh: string]>> = {
  naturalDay: ['calendar day', '个自然日'],
  workDay: ['working day', '个工作日'],
  workHour: ['working hour', '个工作小时'],
  urgentHour: ['hour', '小时'],
}

function startStep(start: string, unit: LimitUnit): { readonly text: Words } {
  return isDays(unit)
    ? { text: { en: `Starts on ${start}; that day is not counted.`, zh: `自${start}起算，当日不计入。` } }
    : { text: { en: `Starts at ${start}.`, zh: `自${start}起算。` } }
}

function pauseText(
  { from, to }: { readonly from: string; readonly to: string | undefined },
  ground: string,
  counts: boolean,
  lost: Words,
): Words {
  const en = to === undefined ? `Paused since ${from}` : `Paused on ${from}, resumed on ${to}`
  const zh = to === undefined ? `自${from}起中止` : `${from}中止，${to}恢复计算`
  const [effectEn, effectZh] = !counts
    ? ['this does not stop the limit', '不影响本期限']
    : to === undefined
      ? ['the limit stands still while it lasts', '中止期间期限停止计算']
      : [`${lost.en} not counted`, `扣除${lost.zh}`]
  return { en: `${en} (${ground}): ${effectEn}.`, zh: `${zh}（${ground}）：${effectZh}。` }
}
