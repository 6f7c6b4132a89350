import type { Custody } from '../case/custody.js'
import { isErased } from '../case/custody.js'
import { dateText, dayNumber } from '../clock/local-date.js'
import type { RetentionClass, RuleProfile } from '../rules/profile.js'

/** A stage of the end of records, in their order. */
export type Stage = 'restrict' | 'erase' | 'prune'

/** The local date on which a stage of a class comes; undefined if it never does. */
export function stageDate(
  { class: name, from }: Custody,
  { retention = {} }: RuleProfile,
  stage: Stage,
): string | undefined {
  const known = name !== null && Object.hasOwn(retention, name) ? retention[name] : undefined
  const years = known?.[periods[stage]]
  return years === undefined || from === null ? undefined : yearsLater(from, years)
}

const periods = {
  restrict: 'restrictAfter',
  erase: 'eraseAfter',
  prune: 'pruneAfter',
} as const satisfies Record<Stage, keyof RetentionClass>

/** The next stage that a case has before it, and its date; undefined where nothing comes any more. */
export function nextStage(
  custody: Custody,
  rules: RuleProfile,
): { readonly stage: Stage; readonly on: string } | undefined {
  const open: readonly Stage[] = isErased(custody)
    ? ['prune']
    : custody.restricted
      ? ['erase']
      : ['restrict', 'erase']
  for (const stage of open) {
    const on = stageDate(custody, rules, stage)
    if (on !== undefined) return { stage, on }
  }
  return undefined
}

/** The same day of another year; the last of February where there is none. */
export function yearsLater(date: string, years: number): string {
  const year = String(Number(date.slice(0, 4)) + years).padStart(4, '0')
  const rest = date.slice(4)
  if (rest !== '-02-29') return `${year}${rest}`
  return dateText(dayNumber(`${year}-03-01`) - 1)
}
