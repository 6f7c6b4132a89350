import type { RuleProfile } from '../rules/profile.js'
import type { DayKind, WorkingCalendar } from './calendar.js'
import type { Limit } from './limit.js'
import { dateText, dayIn, dayNumber, LAST_DAY } from './local-date.js'
import type { ClockRun } from './run.js'
import { extendedBy } from './run-facts.js'

/** Why a day is or is not counted. `rolled` is the working day on which a limit ends whose nominal last day is a rest day. */
export type DayNote = 'start' | 'weekend' | 'holiday' | 'makeUpWorkday' | 'paused' | 'rolled' | 'notAnnounced'

export interface WalkedDay {
  readonly day: number
  /** Its number in the count. */
  readonly counted: number | null
  readonly note?: DayNote
}

export interface DayWalk {
  readonly start: number
  readonly days: readonly WalkedDay[]
  /** The day on which the count is complete. */
  readonly nominal: number | undefined
  /** The last day; undefined while a pause that counts is open. */
  readonly last: number | undefined
  /** How many days each pause of the run has cost, in the order of the pauses. */
  readonly lost: readonly number[]
}

/** More days than these are not listed one by one: three years. */
export const mostListedDays = 1100

/**
 * Goes from day to day as a clerk with a wall calendar would, and shares nothing with the tables behind `dueOf`: that both agree is
 * what the property tests prove.
 */
export function walkDays(
  run: ClockRun,
  limit: Limit | undefined,
  rules: RuleProfile,
  calendar: WorkingCalendar,
): DayWalk {
  const inWorkdays = limit?.unit === 'workDay'
  const start = dayIn(run.from, calendar)
  const fixed = run.until === undefined ? undefined : dayNumber(run.until)
  const rolls = !inWorkdays && fixed === undefined && rules.counting.rollForward
  const pauses = run.pauses.map(({ from, to = run.stoppedAt, ground }) => ({
    from: dayIn(from, calendar),
    to: to === undefined ? Number.POSITIVE_INFINITY : dayIn(to, calendar),
    counts: limit?.pausedBy?.includes(ground) === true,
  }))
  const lost = run.pauses.map(() => 0)
  const days: WalkedDay[] = []
  const list = (day: number, counted: number | null, note?: DayNote) => {
    if (days.length <= mostListedDays)
      days.push(note === undefined ? { day, counted } : { day, counted, note })
  }

  const first = Math.min(start, fixed ?? start)
  let left = (fixed === undefined ? (limit?.amount ?? 0) : 0) + extendedBy(run)
  let count = 0
  let nominal = left <= 0 && (fixed === undefined || fixed === first) ? first : undefined
  list(first, null, 'start')

  for (let day = first; ; day++) {
    if (day > LAST_DAY) dateText(day)
    const kind = calendar.covers(day) ? calendar.dayKind(day) : undefined
    const pause =
      day > start ? pauses.findIndex(({ from, to, counts }) => counts && from <= day && day < to) : -1
    const isOpen = pauses[pause]?.to === Number.POSITIVE_INFINITY
    if (day > first) {
      if (pause >= 0) {
        list(day, null, 'paused')
        if (isOpen) return { start, days, nominal, last: undefined, lost }
        if (nominal === undefined && countsAsDay(day, kind)) {
          lost[pause] = (lost[pause] ?? 0) + 1
          if (fixed !== undefined && day <= fixed) left++
        }
      } else if (nominal !== undefined) {
        list(day, null, isWorked(kind) ? 'rolled' : ((kind as DayNote | undefined) ?? 'notAnnounced'))
      } else if (fixed !== undefined && day <= fixed && inWorkdays && kind === undefined) {
        // The order has named the last day: nothing before it needs to be known.
        list(day, null, 'notAnnounced')
      } else if (countsAsDay(day, kind)) {
        list(day, ++count, inWorkdays && kind === 'makeUpWorkday' ? kind : undefined)
        if (fixed === undefined || day > fixed) left--
      } else {
        list(day, null, kind as DayNote)
      }
      if (nominal === undefined && left <= 0 && day >= (fixed ?? day)) nominal = day
    }
    const isEnd = nominal !== undefined && (!rolls || (pause < 0 && (kind === undefined || isWorked(kind))))
    if (isEnd) return { start, days, nominal, last: day, lost }
  }

  function countsAsDay(day: number, kind: DayKind | undefined): boolean {
    // Asking the calendar about a day that it does not cover throws, as it must.
    return !inWorkdays || (kind === undefined ? calendar.isWorkday(day) : isWorked(kind))
  }
}

function isWorked(kind: DayKind | undefined): boolean {
  return kind === 'workday' || kind === 'makeUpWorkday'
}
