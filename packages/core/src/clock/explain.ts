import { tzOffset } from '@date-fns/tz/tzOffset'
import type { RuleProfile } from '../rules/profile.js'
import type { WorkingCalendar } from './calendar.js'
import type { Due } from './due.js'
import { type Found, stepsOf } from './explain-steps.js'
import type { Limit, LimitUnit } from './limit.js'
import { dateText, dayIn, instantIn, yearOf } from './local-date.js'
import { DAY, MINUTE, minutesOf } from './read-date.js'
import type { ClockRun } from './run.js'
import { limitOf } from './run-facts.js'
import { type DayNote, mostListedDays, walkDays } from './walk-days.js'
import { walkHours } from './walk-hours.js'

export { formatExplanation } from './explanation-text.js'

/** The same sentence in English and in Chinese. */
export interface Words {
  readonly en: string
  readonly zh: string
}

/** One step from the start of a clock to its end. */
export interface DueStep {
  readonly kind: 'start' | 'count' | 'extension' | 'pause' | 'nominal' | 'rollForward' | 'provisional' | 'end'
  /** The local date that the step speaks of, if it speaks of one. */
  readonly date?: string
  /** How much it adds, in the unit of the limit; for a pause, how much it left out of the count. */
  readonly amount?: number
  readonly text: Words
  /** The article or notice behind it. */
  readonly source: string
}

/** One day of a limit in days. */
export interface DueDay {
  readonly date: string
  /** Its number in the count; null for a day that is not counted. */
  readonly counted: number | null
  /** `rolled` is the working day on which a limit ends whose count was complete on a day of rest. */
  readonly note?: DayNote
}

/** A stretch of time that was counted for a limit in hours. */
export interface DueSpan {
  readonly date: string
  /** Local time, `HH:MM`. */
  readonly from: string
  /** Local time, up to `24:00`. */
  readonly to: string
  readonly minutes: number
}

/** Why a clock ends when it ends, for machines; `formatExplanation` of `@redress/core/explain` writes it for people. */
export interface DueExplanation {
  readonly clock: string
  /** In what the limit is counted. */
  readonly unit: LimitUnit
  /** The id of the rule profile. */
  readonly rules: string
  /** Absent if the profile sets none and an order has named the last day. */
  readonly limit?: Limit
  /** The last day that an order has named. */
  readonly until?: string
  /** Undefined while a pause that counts is open. */
  readonly due: Due | undefined
  readonly steps: readonly DueStep[]
  /** Every day from the start to the end, for a limit in days. Empty for one of more than three years. */
  readonly days: readonly DueDay[]
  /** The time that was counted, for a limit in hours. Empty for one of more than three years. */
  readonly spans: readonly DueSpan[]
}

/**
 * Explains a due date by counting day by day. Its end is always that of `dueOf`, found in another way.
 *
 * @throws LIMIT_UNKNOWN, DATE_INVALID, CALENDAR_NOT_COVERED
 */
export function explainDue(run: ClockRun, rules: RuleProfile, calendar: WorkingCalendar): DueExplanation {
  const limit = limitOf(run, rules)
  const unit = limit?.unit ?? 'naturalDay'
  const inHours = limit !== undefined && (unit === 'workHour' || unit === 'urgentHour')
  const { days, spans, ...found } = inHours
    ? explainHours(run, limit, rules, calendar)
    : explainDays(run, limit, rules, calendar)
  return {
    clock: run.clock,
    unit,
    rules: rules.id,
    ...(limit === undefined ? {} : { limit }),
    ...(run.until === undefined ? {} : { until: run.until }),
    due: found.due,
    steps: stepsOf(run, limit, rules, found),
    days,
    spans,
  }
}

interface Explained extends Found {
  readonly days: readonly DueDay[]
  readonly spans: readonly DueSpan[]
}

function explainDays(
  run: ClockRun,
  limit: Limit | undefined,
  rules: RuleProfile,
  calendar: WorkingCalendar,
): Explained {
  const { start, days, nominal, last, lost } = walkDays(run, limit, rules, calendar)
  const { endOfDay, rollForward } = rules.counting
  const rolls = limit?.unit !== 'workDay' && run.until === undefined && rollForward
  const ended =
    last === undefined
      ? undefined
      : { at: calendar.instantOf(last, minutesOf(endOfDay)), date: dateText(last) }
  const isOpen = last !== undefined && rolls && !calendar.covers(last)
  return {
    start: dateText(start),
    ...(nominal === undefined ? {} : { nominal: dateText(nominal) }),
    due: ended !== undefined && isOpen ? { ...ended, provisional: yearOf(last) } : ended,
    endTime: endOfDay,
    lost,
    say: (fact) => dateText(dayIn(fact, calendar)),
    days:
      days.length > mostListedDays ? [] : days.map(({ day, ...rest }) => ({ date: dateText(day), ...rest })),
    spans: [],
  }
}

function explainHours(run: ClockRun, limit: Limit, rules: RuleProfile, calendar: WorkingCalendar): Explained {
  const { spans, at, lost } = walkHours(run, limit, rules, calendar)
  const start = instantIn(run.from, calendar)
  const say = (instant: number) => {
    const day = calendar.dayOf(instant)
    return `${dateText(day)} ${localTime(instant, day, calendar)}`
  }
  const last = at === undefined ? undefined : calendar.dayOf(at - 1)
  return {
    start: say(start),
    due: at === undefined || last === undefined ? undefined : { at, date: dateText(last) },
    endTime: at === undefined || last === undefined ? '' : localTime(at, last, calendar),
    lost: lost.map((time) => time / MINUTE / 60),
    say: (fact) => say(instantIn(fact, calendar)),
    days: [],
    spans:
      spans.length > 2 * mostListedDays
        ? []
        : spans.map(({ day, from, to, counted }) => ({
            date: dateText(day),
            from: localTime(from, day, calendar),
            to: localTime(to, day, calendar),
            minutes: counted / MINUTE,
          })),
  }
}

/** The local time of an instant on its day, or at the end of it. */
function localTime(instant: number, day: number, calendar: WorkingCalendar): string {
  if (instant === calendar.instantOf(day, 1440)) return '24:00'
  const local = instant + tzOffset(calendar.timeZone, new Date(instant)) * MINUTE
  return new Date(local - Math.floor(local / DAY) * DAY).toISOString().slice(11, 16)
}
