import type { WorkingCalendar } from '../clock/calendar.js'
import { type Due, dueOf } from '../clock/due.js'
import type { ClockRun } from '../clock/run.js'
import { isPlatformError } from '../errors.js'
import type { RuleProfile } from '../rules/profile.js'

/** When a run ends: a due date, nothing while it is paused, or the year whose holidays must be announced first. */
export interface RunDue {
  readonly due: Due | undefined
  readonly unknownYear?: number
}

/** A year without announced holidays must not stop the work on a case: its due date is unknown until then. */
export function runDue(run: ClockRun, rules: RuleProfile, calendar: WorkingCalendar): RunDue {
  try {
    return { due: dueOf(run, rules, calendar) }
  } catch (error) {
    if (!isPlatformError(error) || error.code !== 'CALENDAR_NOT_COVERED') throw error
    return { due: undefined, unknownYear: Number((error.details as { date: string }).date.slice(0, 4)) }
  }
}
