import type { RuleProfile } from '../rules/profile.js'
import type { WorkingCalendar } from './calendar.js'
import type { Limit } from './limit.js'
import { dateText, dayNumber, instantIn, LAST_DAY } from './local-date.js'
import { MINUTE, minutesOf } from './read-date.js'
import type { ClockRun } from './run.js'
import { extendedBy } from './run-facts.js'

export interface WalkedSpan {
  readonly day: number
  readonly from: number
  readonly to: number
  /** Time counted between them, in milliseconds. */
  readonly counted: number
}

export interface HourWalk {
  readonly spans: readonly WalkedSpan[]
  /** The end; undefined while a pause that counts is open. */
  readonly at: number | undefined
  /** The time that each pause of the run has cost, in milliseconds, in the order of the pauses. */
  readonly lost: readonly number[]
}

const mostListedSpans = 2200

/** A stretch of countable time, as time used up since `opens`. */
interface Piece {
  readonly from: number
  readonly to: number
  readonly pause?: number
}

/** Goes from one stretch of countable time to the next, like {@link walkDays} for limits in hours. */
export function walkHours(
  run: ClockRun,
  limit: Limit,
  rules: RuleProfile,
  calendar: WorkingCalendar,
): HourWalk {
  const start = instantIn(run.from, calendar)
  const base =
    run.until === undefined
      ? start
      : calendar.instantOf(dayNumber(run.until), minutesOf(rules.counting.endOfDay))
  const pauses = run.pauses.map(({ from, to = run.stoppedAt, ground }) => ({
    from: Math.max(start, instantIn(from, calendar)),
    to: to === undefined ? Number.POSITIVE_INFINITY : instantIn(to, calendar),
    counts: limit.pausedBy?.includes(ground) === true,
  }))
  const lost = run.pauses.map(() => 0)
  const spans: WalkedSpan[] = []
  let left = ((run.until === undefined ? limit.amount : 0) + extendedBy(run)) * 60 * MINUTE

  // An order has fixed the end: only what pauses took from the time before it is owed.
  const open = pauses.some(({ from, to, counts }) => counts && to === Number.POSITIVE_INFINITY && from < base)
  if (open) return { spans, at: undefined, lost }
  if (base > start && pauses.some(({ counts }) => counts)) {
    for (let day = calendar.dayOf(start); day <= calendar.dayOf(base - 1); day++) {
      if (
        !pauses.some(
          ({ from, to, counts }) =>
            counts && from < calendar.instantOf(day, 1440) && to > calendar.instantOf(day, 0),
        )
      )
        continue
      for (const { pieces } of stretchesOf(day, start, base)) {
        for (const { from, to, pause } of pieces) {
          if (pause === undefined) continue
          lost[pause] = (lost[pause] ?? 0) + to - from
          left += to - from
        }
      }
    }
  }
  if (left <= 0) return { spans, at: base, lost }

  for (let day = calendar.dayOf(base); ; day++) {
    if (day > LAST_DAY) dateText(day)
    for (const { opens, closes, pieces } of stretchesOf(day, base, Number.POSITIVE_INFINITY)) {
      for (const { from, to, pause } of pieces) {
        if (pause !== undefined) {
          if (isOpen(pause)) return { spans, at: undefined, lost }
          lost[pause] = (lost[pause] ?? 0) + to - from
          continue
        }
        const counted = Math.min(left, to - from)
        const end = Math.min(opens + from + counted, closes)
        if (spans.length <= mostListedSpans) spans.push({ day, from: opens + from, to: end, counted })
        left -= counted
        if (left <= 0) return { spans, at: end, lost }
      }
    }
  }

  function isOpen(pause: number): boolean {
    return pauses[pause]?.to === Number.POSITIVE_INFINITY
  }

  /** The countable stretches of a day between two instants, cut where a pause begins or ends. */
  function stretchesOf(day: number, after: number, until: number) {
    const hours =
      limit.unit === 'urgentHour'
        ? [{ from: 0, to: 1440 }]
        : calendar.isWorkday(day)
          ? calendar.workingHours
          : []
    return hours.map(({ from, to }) => {
      const opens = calendar.instantOf(day, from)
      const closes = calendar.instantOf(day, to)
      const length = limit.unit === 'urgentHour' ? closes - opens : (to - from) * MINUTE
      const used = (instant: number) =>
        instant >= closes ? length : Math.max(0, Math.min(instant - opens, length))
      let pieces: readonly Piece[] = [{ from: used(after), to: used(until) }]
      for (const [pause, { from, to, counts }] of pauses.entries()) {
        if (counts) pieces = pieces.flatMap((piece) => cut(piece, used(from), used(to), pause))
      }
      return { opens, closes, pieces: pieces.filter((piece) => piece.to > piece.from) }
    })
  }
}

function cut(piece: Piece, from: number, to: number, pause: number): readonly Piece[] {
  const begins = Math.max(piece.from, from)
  const ends = Math.min(piece.to, to)
  if (piece.pause !== undefined || begins >= ends) return [piece]
  return [
    { from: piece.from, to: begins },
    { from: begins, to: ends, pause },
    { from: ends, to: piece.to },
  ]
}
