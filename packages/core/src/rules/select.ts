import { dayNumber } from '../clock/local-date.js'
import { coreErrors } from '../errors.js'
import type { RuleProfile } from './profile.js'

/**
 * The verified profile in force on a local date. Of several, the one that took effect last: a later law replaces an earlier one.
 *
 * @throws RULES_NOT_IN_FORCE, DATE_INVALID
 */
export function selectRules<Rules extends RuleProfile>(profiles: readonly Rules[], on: string): Rules {
  dayNumber(on)
  let chosen: Rules | undefined
  for (const profile of profiles) {
    const { effectiveFrom, effectiveUntil } = profile
    // Dates of the form YYYY-MM-DD are in order as texts.
    const inForce = effectiveFrom <= on && (effectiveUntil === undefined || on <= effectiveUntil)
    if (!inForce || !profile.verified) continue
    if (chosen === undefined || effectiveFrom > chosen.effectiveFrom) chosen = profile
  }
  if (chosen === undefined) throw coreErrors.RULES_NOT_IN_FORCE({ on })
  return chosen
}

/** The profile with an id, in force or not: a case keeps the one that it was opened under. @throws RULES_UNKNOWN */
export function findRules<Rules extends RuleProfile>(profiles: readonly Rules[], id: string): Rules {
  const found = profiles.find((profile) => profile.id === id)
  if (found === undefined) throw coreErrors.RULES_UNKNOWN({ id: String(id) })
  return found
}
