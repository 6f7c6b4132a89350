import type { RuleProfile } from '../rules/profile.js'
import type { WorkingCalendar } from './calendar.js'
import { type Due, dueOf } from './due.js'
import type { ClockRun } from './run.js'

export interface DueDay {
  readonly date: string
}
export interface DueStep {
  readonly date: string
}
export interface DueExplanation {
  readonly due: Due | undefined
  readonly steps: readonly DueStep[]
  readonly days: readonly DueDay[]
}
export function explainDue(run: ClockRun, rules: RuleProfile, calendar: WorkingCalendar): DueExplanation {
  return { due: dueOf(run, rules, calendar), steps: [], days: [] }
}
export function formatExplanation(explanation: DueExplanation, _language: 'en' | 'zh'): string {
  return JSON.stringify(explanation)
}
