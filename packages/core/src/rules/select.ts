import type { Limit, LimitUnit } from '../clock/limit.js'
import { dayNumber } from '../clock/local-date.js'
import { minutesOf, readDate } from '../clock/read-date.js'
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

/** Checks a profile when it is installed, so that a slip in its figures never reaches a case. @throws RULES_INVALID */
export function checkRules(profile: RuleProfile): void {
  const reason = faultOf(profile)
  if (reason !== undefined) throw coreErrors.RULES_INVALID({ rules: String(profile?.id), reason })
}

const units: Readonly<Record<LimitUnit, true>> = {
  urgentHour: true,
  workHour: true,
  workDay: true,
  naturalDay: true,
}
/** 273 years, or eleven of hours: what is longer is a slip of the pen. */
const longest = 100_000

function faultOf(profile: RuleProfile): string | undefined {
  if (!isText(profile?.id)) return 'its id is empty'
  const { effectiveFrom, effectiveUntil, counting, limits } = profile
  if (!isText(profile.source)) return 'it names no source'
  if (!isDate(effectiveFrom)) return 'effectiveFrom is not a date (YYYY-MM-DD)'
  if (effectiveUntil !== undefined && !isDate(effectiveUntil))
    return 'effectiveUntil is not a date (YYYY-MM-DD)'
  if (effectiveUntil !== undefined && effectiveUntil < effectiveFrom)
    return 'effectiveUntil is before effectiveFrom'
  if (typeof profile.verified !== 'boolean') return 'verified must be true or false'
  if (!(minutesOf(counting?.endOfDay) > 0)) return 'counting.endOfDay is not a time such as 24:00 or 17:30'
  if (typeof counting.rollForward !== 'boolean') return 'counting.rollForward must be true or false'
  if (!isText(counting.source)) return 'counting names no source'
  if (typeof limits !== 'object' || limits === null) return 'limits must be a table by clock'
  for (const [clock, limit] of Object.entries(limits)) {
    const fault = limitFault(limit)
    if (fault !== undefined) return `limit '${clock}' ${fault}`
  }
  return undefined
}

function limitFault(limit: Limit): string | undefined {
  if (typeof limit !== 'object' || limit === null) return 'is not a limit'
  const { unit, amount, nature, pausedBy, extension } = limit
  if (!isText(unit) || !Object.hasOwn(units, unit)) return `has the unknown unit '${String(unit)}'`
  if (!isAmount(amount)) return `must have an amount that is a whole number from 1 to ${longest}`
  if (nature !== 'duty' && nature !== 'right') return "must be a 'duty' or a 'right'"
  if (!isText(limit.source)) return 'names no source'
  if (pausedBy !== undefined && !(Array.isArray(pausedBy) && pausedBy.every(isText))) {
    return 'must name in pausedBy the grounds that pause it'
  }
  if (
    extension !== undefined &&
    !(isAmount(extension?.most) && isAmount(extension.times) && isText(extension.source))
  ) {
    return 'must say in extension how much at most, how many times, and by which source'
  }
  return warningFault(limit)
}

function warningFault({ warnings = [], amount, unit }: Limit): string | undefined {
  if (!Array.isArray(warnings)) return 'must list its warnings'
  const bands = new Set<string>()
  let distance = amount
  for (const { band, before } of warnings as NonNullable<Limit['warnings']>) {
    if (!isText(band) || band === 'passed' || bands.has(band)) {
      return `must name each warning band once, and none 'passed' (found '${String(band)}')`
    }
    const inDays = unit === 'workDay' || unit === 'naturalDay'
    if (!(before > 0 && before < distance) || (inDays && !Number.isInteger(before))) {
      return `must list its warnings within its length, most distant first, in whole days (found '${band}')`
    }
    bands.add(band)
    distance = before
  }
  return undefined
}

function isAmount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= longest
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isDate(value: unknown): boolean {
  return typeof value === 'string' && value.length === 10 && !Number.isNaN(readDate(value))
}
