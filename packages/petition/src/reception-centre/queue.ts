import type { QueueClass, QueuePolicy } from './policy.js'

/** Somebody who waits in one line, as the order sees them. */
export interface Waiting {
  readonly visit: string
  /** The number of the ticket: a smaller one was drawn earlier. */
  readonly ticket: number
  /** When it was drawn, ISO 8601 in UTC. */
  readonly since: string
  /** From when the appointment counts, ISO 8601 in UTC; null without one. */
  readonly dueFrom: string | null
  /** As the person says. */
  readonly needsHelp: boolean
}

/** Why somebody comes next, at their place in the line. */
export type QueueReason =
  /** Nobody who still waits came earlier. */
  | 'inTurn'
  /** Somebody who came later went before, so nobody else does. */
  | 'overtaken'
  | 'waitedTooLong'
  | QueueClass

/** A place in a line. */
export interface QueuePlace {
  readonly visit: string
  readonly ticket: number
  readonly class: QueueClass
  /** How many go before, as it stands; whoever comes later can add one for each of those and one more. */
  readonly ahead: number
  readonly reason: QueueReason
}

/** What the order knows beside those who wait. */
export interface QueueMoment {
  /** ISO 8601 in UTC. */
  readonly now: string
  /** The ticket that was called last in this line; null before the first. */
  readonly lastCalled: number | null
}

/**
 * The order in which the people of one line are called. Pure.
 *
 * The first class of the rules goes before the others, one person at a time: whenever somebody has gone before others who came earlier,
 * the one who has been there longest is next. So at least every second call takes whoever came first; of those of one class nobody
 * overtakes another; a lower class never overtakes a higher one; and whoever has `m` people before them at first is called with the
 * `2(m + 1)`-th call at the latest, however many come later. With `longestWaitMinutes` in the rules, whoever has waited longer goes before all.
 */
export function orderQueue(
  waiting: readonly Waiting[],
  policy: QueuePolicy,
  moment: QueueMoment,
): readonly QueuePlace[] {
  const line = waiting
    .map((one) => ({ ...one, class: classOf(one, policy, moment) }))
    .sort((a, b) => a.ticket - b.ticket || (a.visit < b.visit ? -1 : 1))
  const ranks = policy.classes.map((name) => line.filter((one) => one.class === name))
  ranks.push(line.filter((one) => !policy.classes.includes(one.class)))
  const late = line.filter((one) => isLate(one, policy, moment))

  const gone = new Set<object>()
  const firstOf = (list: typeof line): (typeof line)[number] | undefined => {
    while (list[0] !== undefined && gone.has(list[0])) list.shift()
    return list[0]
  }
  const places: QueuePlace[] = []
  let before = moment.lastCalled ?? 0
  for (let first = firstOf(line); first !== undefined; first = firstOf(line)) {
    const isOvertaken = first.ticket < before
    const overdue = firstOf(late)
    const next = overdue ?? (isOvertaken ? first : highest(ranks.map(firstOf))) ?? first
    const inOrder = isOvertaken ? 'overtaken' : 'inTurn'
    const reason = next === first ? inOrder : next === overdue ? 'waitedTooLong' : next.class
    places.push({
      visit: next.visit,
      ticket: next.ticket,
      class: next.class,
      ahead: places.length,
      reason,
    })
    gone.add(next)
    before = next.ticket
  }
  return places
}

const highest = <One>(heads: readonly (One | undefined)[]): One | undefined =>
  heads.find((one) => one !== undefined)

/** The best class that somebody belongs to. */
function classOf(
  { dueFrom, needsHelp }: Waiting,
  { classes }: QueuePolicy,
  { now }: QueueMoment,
): QueueClass {
  const isDue = dueFrom !== null && dueFrom <= now
  const own = { appointmentDue: isDue, needsHelp, others: true }
  return classes.find((name) => own[name]) ?? 'others'
}

function isLate(
  { since }: Waiting,
  { longestWaitMinutes: most }: QueuePolicy,
  { now }: QueueMoment,
): boolean {
  return most !== null && Date.parse(now) - Date.parse(since) > most * 60_000
}
