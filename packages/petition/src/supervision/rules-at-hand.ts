import { compileCalendar, type PluginHost, selectRules, type WorkingCalendar } from '@redress/core'
import type { PetitionEvent } from '../events.js'
import type { PetitionRules } from '../rules/policy.js'

/** The profiles, and what day it is under them. */
export interface RulesAtHand {
  readonly all: readonly PetitionRules[]
  /** The profile that a case pins; undefined for one that is not installed any more. */
  of(id: string): PetitionRules | undefined
  /** The profile in force today; undefined if none is. */
  today(): PetitionRules | undefined
  /** The calendar of a profile, without holidays that were announced later. */
  calendarOf(rules: PetitionRules): WorkingCalendar
  /** The local day under a profile, as whole days since 1970-01-01. */
  dayUnder(rules: PetitionRules): number
}

export function rulesAtHand(host: PluginHost<PetitionEvent>, all: readonly PetitionRules[]): RulesAtHand {
  const byId = new Map(all.map((rules) => [rules.id, rules]))
  const calendars = new Map<string, WorkingCalendar>()
  const calendarOf = (rules: PetitionRules): WorkingCalendar => {
    const known = calendars.get(rules.id)
    if (known !== undefined) return known
    const made = compileCalendar(rules.calendar)
    calendars.set(rules.id, made)
    return made
  }
  const dayUnder = (rules: PetitionRules) => calendarOf(rules).dayOf(Date.parse(host.now()))
  return {
    all,
    of: (id) => byId.get(id),
    calendarOf,
    dayUnder,
    today() {
      const [first] = all
      if (first === undefined) return undefined
      try {
        return selectRules(all, dateOf(dayUnder(first)))
      } catch {
        // None is in force: nothing is judged by any.
        return undefined
      }
    },
  }
}

/** Whole days since 1970-01-01 as a local date. */
export const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)
