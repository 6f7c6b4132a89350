import {
  type Actor,
  compileCalendar,
  type Directory,
  type PluginHost,
  selectRules,
  type WorkingCalendar,
} from '@redress/core'
import type { PetitionEvent } from '../events.js'
import type { PetitionRules } from '../rules/policy.js'
import type { AnalysisAnswer } from './api.js'
import { dateOf, dayOf, weekOf } from './count/period.js'
import { type AnalysisPolicy, usualAnalysis } from './policy.js'
import { readAsker, type Scope, scopeOf } from './scope.js'

/** What every answer needs. */
export interface Workshop {
  readonly host: PluginHost<PetitionEvent>
  readonly rules: readonly PetitionRules[]
}

/** One question: when, by whose rules, over which units. */
export interface Desk extends Workshop {
  readonly now: string
  /** The local date. */
  readonly today: string
  readonly inForce: PetitionRules
  readonly policy: AnalysisPolicy
  readonly calendar: WorkingCalendar
  readonly directory: Directory
  readonly scope: Scope
}

/**
 * Opens a question. The actor is read before the first wait.
 *
 * @throws ACTOR_INVALID, ANALYSIS_NOT_ALLOWED, ANALYSIS_UNIT_ELSEWHERE, UNIT_UNKNOWN, RULES_NOT_IN_FORCE
 */
export async function openDesk(shop: Workshop, unit: string | undefined, by: Actor): Promise<Desk> {
  const asker = readAsker(by)
  const directory = await shop.host.directory()
  return deskOver(shop, directory, scopeOf(asker, unit, directory))
}

/** @throws RULES_NOT_IN_FORCE */
export function deskOver(shop: Workshop, directory: Directory, scope: Scope): Desk {
  const now = shop.host.now()
  return { ...shop, ...timeOf(shop, now), now, directory, scope }
}

/** The rules of the day, and the day by their calendar. */
export function timeOf({ rules }: Workshop, now: string) {
  const utc = now.slice(0, 10)
  const inForce = selectRules(rules, utc)
  const calendar = calendarOf(inForce)
  const policy = inForce.policy.analysis ?? usualAnalysis
  return { inForce, policy, calendar, today: dateOf(calendar.dayOf(Date.parse(now))) }
}

/** Making a calendar ready takes some milliseconds. */
const calendars = new WeakMap<PetitionRules, WorkingCalendar>()

function calendarOf(rules: PetitionRules): WorkingCalendar {
  const known = calendars.get(rules)
  if (known !== undefined) return known
  const made = compileCalendar(rules.calendar)
  calendars.set(rules, made)
  return made
}

/** The last ISO week that is over. */
export const lastWeekBefore = (today: string): string => weekOf(dateOf(dayOf(today) - 7))

/** What an answer says of itself. */
export const answerOf = ({ now, scope }: Desk, isComplete: boolean): AnalysisAnswer => ({
  unit: scope.root,
  asOf: now,
  isComplete,
})
