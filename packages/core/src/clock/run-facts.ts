import { coreErrors } from '../errors.js'
import type { RuleProfile } from '../rules/profile.js'
import type { Limit } from './limit.js'
import type { ClockRun } from './run.js'

/** The limit of a run. Undefined if none is set and an order has named the last day. @throws LIMIT_UNKNOWN */
export function limitOf(run: ClockRun, rules: RuleProfile): Limit | undefined {
  const named = rules.limits[run.clock]
  // A clock may have the name of what every object inherits, such as `constructor`: only a limit has a unit.
  const limit = named?.unit === undefined ? undefined : named
  if (limit === undefined && run.until === undefined) {
    throw coreErrors.LIMIT_UNKNOWN({ clock: run.clock, rules: rules.id })
  }
  return limit
}

/** All that was added, in the unit of the limit. */
export function extendedBy(run: ClockRun): number {
  let sum = 0
  for (const extension of run.extensions) sum += extension.amount
  return sum
}

/** A time that does not count, `to` excluded; `to` is Infinity while the pause lasts. Days or instants. */
export interface PausedSpan {
  readonly from: number
  readonly to: number
}

const none: readonly PausedSpan[] = Object.freeze([])

/**
 * The pauses that move the end of a limit: in order, without overlap, none before `start`. A pause that nobody ended is over when
 * the clock is stopped.
 *
 * @param read turns the text of a fact into a day or an instant
 */
export function countingPauses(
  run: ClockRun,
  limit: Limit | undefined,
  start: number,
  read: (text: string) => number,
): readonly PausedSpan[] {
  const grounds = limit?.pausedBy
  if (run.pauses.length === 0 || grounds === undefined) return none
  const spans: PausedSpan[] = []
  for (const pause of run.pauses) {
    if (!grounds.includes(pause.ground)) continue
    const end = pause.to ?? run.stoppedAt
    const from = Math.max(read(pause.from), start)
    const to = end === undefined ? Number.POSITIVE_INFINITY : read(end)
    if (to > from) spans.push({ from, to })
  }
  return merge(spans.sort((a, b) => a.from - b.from))
}

/** Two grounds at the same time do not pause it twice. */
function merge(spans: readonly PausedSpan[]): readonly PausedSpan[] {
  const merged: PausedSpan[] = []
  for (const span of spans) {
    const last = merged.at(-1)
    if (last === undefined || span.from > last.to) merged.push(span)
    else merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
  }
  return merged
}
