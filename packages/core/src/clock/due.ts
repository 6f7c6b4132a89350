import type { RuleProfile } from '../rules/profile.js'
import type { WorkingCalendar } from './calendar.js'
import { dayDue } from './day-due.js'
import { hourDue } from './hour-due.js'
import type { Limit, Warning } from './limit.js'
import { dayNumber } from './local-date.js'
import { MINUTE, minutesOf } from './read-date.js'
import type { ClockRun } from './run.js'
import { limitOf } from './run-facts.js'

/** The end of a time limit. */
export interface Due {
  /** The first instant at which the limit has run out, in milliseconds since the epoch. */
  readonly at: number
  /** The last local day of the limit. */
  readonly date: string
  /** A year whose holidays are not announced yet: the end may still move to a later day, never to an earlier one. */
  readonly provisional?: number
}

/** A deadline event that is still to be recorded. */
export interface Signal {
  /** A band of the limit's warnings, or `passed`. */
  readonly band: string
  /** When it is due to be recorded, in milliseconds since the epoch. */
  readonly at: number
}

/**
 * When a clock runs out; undefined while a pause that counts is open. A stopped clock has its due date too.
 *
 * - `naturalDay`: the start day is not counted, paused days are left out, and a last day of rest rolls forward if the profile says so.
 * - `workDay`: working days after the start day, without the paused ones.
 * - `workHour`: from the start, inside working hours. A start that is only a date is its first working minute.
 * - `urgentHour`: from the start without a break. A start that is only a date is its midnight, 00:00, which is the strictest reading:
 *   record an instant where hours matter.
 *
 * `until` replaces the length; extensions and pauses come on top of it, and it does not roll forward, because the order has named
 * the day. A pause that begins after the limit has run out changes nothing.
 *
 * @throws LIMIT_UNKNOWN, DATE_INVALID, CALENDAR_NOT_COVERED (not for `naturalDay`: see {@link Due.provisional})
 */
export function dueOf(run: ClockRun, rules: RuleProfile, calendar: WorkingCalendar): Due | undefined {
  const limit = limitOf(run, rules)
  const unit = limit?.unit ?? 'naturalDay'
  return unit === 'naturalDay' || unit === 'workDay'
    ? dayDue(run, limit, rules, calendar)
    : hourDue(run, limit as Limit, rules, calendar)
}

const none: readonly Signal[] = Object.freeze([])

/**
 * The deadline events of a run that are not recorded for its present end, in the order of the bands and `passed` last. None for a
 * right, none once the clock is stopped, none while it is paused.
 *
 * A band counts back from the end: in calendar days, working days, hours or working hours, like the limit itself.
 *
 * @throws LIMIT_UNKNOWN, DATE_INVALID, CALENDAR_NOT_COVERED
 */
export function signalsOf(run: ClockRun, rules: RuleProfile, calendar: WorkingCalendar): readonly Signal[] {
  if (run.stoppedAt !== undefined) return none
  const limit = limitOf(run, rules)
  if (limit?.nature === 'right') return none
  const due = dueOf(run, rules, calendar)
  if (due === undefined) return none
  const signals: Signal[] = []
  for (const warning of limit?.warnings ?? []) {
    if (isRecorded(run, warning.band, due)) continue
    signals.push({ band: warning.band, at: warningAt(warning, due, limit as Limit, rules, calendar) })
  }
  if (!isRecorded(run, 'passed', due)) signals.push({ band: 'passed', at: due.at })
  return signals.length === 0 ? none : signals
}

/** When the next deadline event of a run is to be recorded; it may be in the past. @throws as {@link signalsOf} */
export function nextSignal(
  run: ClockRun,
  rules: RuleProfile,
  calendar: WorkingCalendar,
  due: Due | undefined = dueOf(run, rules, calendar),
): number | undefined {
  if (run.stoppedAt !== undefined || due === undefined) return undefined
  const limit = limitOf(run, rules)
  if (limit?.nature === 'right') return undefined
  let next = isRecorded(run, 'passed', due) ? undefined : due.at
  for (const warning of limit?.warnings ?? noWarnings) {
    if (isRecorded(run, warning.band, due)) continue
    const at = warningAt(warning, due, limit as Limit, rules, calendar)
    if (next === undefined || at < next) next = at
  }
  return next
}

const noWarnings: readonly Warning[] = Object.freeze([])

function isRecorded(run: ClockRun, band: string, due: Due): boolean {
  const { signals } = run
  for (let i = 0; i < signals.length; i++)
    if (signals[i]?.band === band && signals[i]?.due === due.at) return true
  return false
}

function warningAt(
  { before }: Warning,
  due: Due,
  limit: Limit,
  rules: RuleProfile,
  calendar: WorkingCalendar,
): number {
  switch (limit.unit) {
    case 'urgentHour':
      return due.at - before * 60 * MINUTE
    case 'workHour':
      return calendar.addWorkMinutes(due.at, -before * 60)
    case 'workDay':
      return endOf(calendar.addWorkdays(dayNumber(due.date), -before))
    case 'naturalDay':
      return endOf(dayNumber(due.date) - before)
  }

  function endOf(day: number): number {
    return calendar.instantOf(day, minutesOf(rules.counting.endOfDay))
  }
}
