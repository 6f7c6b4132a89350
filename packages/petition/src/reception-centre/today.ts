import { compileCalendar, type PluginHost, selectRules } from '@redress/core'
import type { PetitionEvent } from '../events.js'
import type { PetitionRules } from '../rules/policy.js'
import { dateOf, type HalfDay, halfOf } from './local-time.js'
import { type ReceptionPolicy, receptionOf } from './policy.js'

/** The local day, and the rules of that day. */
export interface Today {
  readonly now: string
  readonly on: string
  readonly half: HalfDay
  readonly policy: ReceptionPolicy
}

/** Tells the day as core does: in the zone of the first profile. */
export function createToday(host: PluginHost<PetitionEvent>, rules: readonly PetitionRules[]): () => Today {
  let zone: ReturnType<typeof compileCalendar> | undefined
  return () => {
    // Holidays do not matter here; making a calendar ready takes some milliseconds.
    zone ??= compileCalendar((rules[0] as PetitionRules).calendar)
    const now = host.now()
    const on = dateOf(now, zone)
    return { now, on, half: halfOf(now, zone), policy: receptionOf(selectRules(rules, on).policy) }
  }
}
