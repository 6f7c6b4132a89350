import type { CaseRecord, ClockRun, Due, TallyContext } from '@redress/core'
import type { Complaint, Stage } from '../../complaint/state.js'
import type { PetitionPolicy } from '../../rules/policy.js'
import type { UnitFact } from './facts.js'
import type { Amounts } from './line.js'
import { dateOf } from './period.js'

type Context = TallyContext<PetitionPolicy>

/** Names of clocks are the host's; a longer one would not fit beside a date. */
const longestName = 40

/**
 * Every duty whose clock is decided, on the day on which it was: done in time on the day on which it was done, late on its last day.
 * A clock that runs is decided only once its passing is recorded, so that what is counted never depends on when somebody asks.
 *
 * A clock that ended without its act before the limit (the matter was withdrawn, given back, led elsewhere) says nothing about the
 * unit and is left out: else a withdrawal would look like good work, and pressing for one would pay.
 */
export function clockFacts({ state, clocks }: CaseRecord<Complaint>, context: Context): readonly UnitFact[] {
  return clocks.flatMap((run, place) => {
    const due = isDuty(run, context) ? context.due(run) : undefined
    if (due === undefined) return []
    const stoppedOn = run.stoppedAt === undefined ? undefined : localDate(run.stoppedAt, context)
    const isInTime = stoppedOn !== undefined && stoppedOn <= due.date
    if (isInTime && !isDone(run, stoppedOn, state, clocks.slice(place + 1))) return []
    if (!isInTime && !isLate(run, due)) return []
    const on = isInTime ? stoppedOn : due.date
    return [{ unit: run.unit, on, amounts: decided(run, isInTime) }]
  })
}

/** The duties that still run: how many end on which day. */
export function runningClocks(
  { clocks }: CaseRecord<Complaint>,
  context: Context,
): readonly { readonly unit: string; readonly name: string }[] {
  return clocks
    .filter((run) => run.stoppedAt === undefined && isDuty(run, context))
    .map((run) => ({ unit: run.unit, name: `run:${run.clock}:${context.due(run)?.date ?? 'paused'}` }))
}

const isDuty = (run: ClockRun, { rules }: Context): boolean =>
  run.clock.length <= longestName && rules.limits[run.clock]?.nature !== 'right'

/** A year whose holidays are not announced yet may still move the end to a later day. */
const isLate = (run: ClockRun, due: Due): boolean =>
  due.provisional === undefined &&
  (run.stoppedAt !== undefined || run.signals.some(({ band, due: at }) => band === 'passed' && at === due.at))

const decided = ({ clock, extensions }: ClockRun, isInTime: boolean): Amounts => ({
  [`due:${clock}`]: 1,
  ...(isInTime ? { [`onTime:${clock}`]: 1 } : {}),
  ...(extensions.length > 0 ? { [`extended:${clock}`]: 1 } : {}),
})

const localDate = (fact: string, { calendar }: Context): string =>
  fact.length === 10 ? fact : dateOf(calendar.dayOf(Date.parse(fact)))

const stageOf: Readonly<Record<string, Stage>> = {
  handle: 'handling',
  decideReview: 'review',
  decideReReview: 'reReview',
}

/** Whether a clock was stopped by the act that it waits for. */
function isDone(run: ClockRun, stoppedOn: string, state: Complaint, later: readonly ClockRun[]): boolean {
  const stage = stageOf[run.clock]
  switch (run.clock) {
    case 'handle':
    case 'decideReview':
    case 'decideReReview':
      return (
        state.delivered.some((one) => one.stage === stage && one.deliveredOn === stoppedOn) ||
        (stage === 'handling' && state.settlement?.performedOn != null && state.status !== 'withdrawn')
      )
    case 'sortAndForward':
      // Sending it on is the act, and so is telling the petitioner.
      return later.some(isNotice) || isTold(state)
    case 'directNotice':
    case 'forwardedNotice':
      return !later.some(isSorting) && isTold(state)
    case 'assignedReport':
      return state.reportedOn !== null && !later.some(({ clock }) => clock === 'assignedReport')
    default:
      return state.status !== 'withdrawn'
  }
}

const isTold = ({ noticeOn, acceptedOn, mergedInto }: Complaint): boolean =>
  noticeOn !== null || acceptedOn !== null || mergedInto !== null
const isNotice = ({ clock }: ClockRun): boolean => clock === 'forwardedNotice'
const isSorting = ({ clock }: ClockRun): boolean => clock === 'forwardedNotice' || clock === 'sortAndForward'
