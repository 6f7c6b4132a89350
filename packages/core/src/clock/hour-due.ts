import type { RuleProfile } from '../rules/profile.js'
import type { WorkingCalendar } from './calendar.js'
import type { Due } from './due.js'
import type { Limit } from './limit.js'
import { dateText, dayNumber, instantIn } from './local-date.js'
import { MINUTE, minutesOf } from './read-date.js'
import type { ClockRun } from './run.js'
import { countingPauses, extendedBy } from './run-facts.js'

/** The end of a limit in hours; undefined while it is paused. */
export function hourDue(
  run: ClockRun,
  limit: Limit,
  rules: RuleProfile,
  calendar: WorkingCalendar,
): Due | undefined {
  const inWorkHours = limit.unit === 'workHour'
  const start = instantIn(run.from, calendar)
  const base =
    run.until === undefined
      ? start
      : calendar.instantOf(dayNumber(run.until), minutesOf(rules.counting.endOfDay))
  let minutes = ((run.until === undefined ? limit.amount : 0) + extendedBy(run)) * 60
  let at = inWorkHours ? calendar.addWorkMinutes(base, minutes) : base + minutes * MINUTE
  if (run.pauses.length > 0) {
    for (const { from, to } of countingPauses(run, limit, start, (text) => instantIn(text, calendar))) {
      if (from >= at) break
      if (to === Number.POSITIVE_INFINITY) return undefined
      // Nothing is lost by a pause outside working hours before a last day that an order has named.
      if (inWorkHours && calendar.workMinutesBetween(from, Math.min(to, at)) === 0) continue
      minutes += inWorkHours ? calendar.workMinutesBetween(from, to) : (to - from) / MINUTE
      at = inWorkHours ? calendar.addWorkMinutes(base, minutes) : Math.round(base + minutes * MINUTE)
    }
  }
  // An end at midnight is the end of the day before.
  return { at, date: dateText(calendar.dayOf(at - 1)) }
}
