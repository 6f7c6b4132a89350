import type { RuleProfile } from '../rules/profile.js'
import type { WorkingCalendar } from './calendar.js'
import type { Due } from './due.js'
import type { Limit } from './limit.js'
import { dateText, dayIn, dayNumber, yearOf } from './local-date.js'
import { minutesOf } from './read-date.js'
import type { ClockRun } from './run.js'
import { countingPauses, extendedBy } from './run-facts.js'

/** The end of a limit in days; undefined while it is paused. */
export function dayDue(
  run: ClockRun,
  limit: Limit | undefined,
  rules: RuleProfile,
  calendar: WorkingCalendar,
): Due | undefined {
  const inWorkdays = limit?.unit === 'workDay'
  const rolls = !inWorkdays && run.until === undefined && rules.counting.rollForward
  const start = dayIn(run.from, calendar)
  const base = run.until === undefined ? start : dayNumber(run.until)
  const length = (run.until === undefined ? (limit as Limit).amount : 0) + extendedBy(run)
  let last = inWorkdays ? calendar.addWorkdays(base, length) : base + length
  let end = rolls ? calendar.earliestWorkday(last) : last
  if (run.pauses.length > 0) {
    const pauses = countingPauses(run, limit, start + 1, (text) => dayIn(text, calendar))
    for (const { from, to } of pauses) {
      if (from > end) break
      if (to === Number.POSITIVE_INFINITY) return undefined
      if (from > last) {
        // All days are counted and the end only waits for a working day: a paused day is none.
        if (to > end) end = calendar.earliestWorkday(to)
        continue
      }
      if (inWorkdays) {
        // Nothing is lost by a pause over the rest days before a last day that an order has named.
        if (calendar.workdaysBetween(from - 1, Math.min(to - 1, last)) === 0) continue
        last = calendar.addWorkdays(last, calendar.workdaysBetween(from - 1, to - 1))
      } else {
        last += to - from
      }
      end = rolls ? calendar.earliestWorkday(last) : last
    }
  }
  const at = calendar.instantOf(end, minutesOf(rules.counting.endOfDay))
  const date = dateText(end)
  return rolls && !calendar.covers(end) ? { at, date, provisional: yearOf(end) } : { at, date }
}
