import type { CaseView, ClockRun } from '@redress/core'
import type { Complaint, ComplaintStatus } from './state.js'

/** What supervision looks for without reading every case; days are whole days since 1970-01-01, and null where there is nothing. */
export interface WatchedComplaint {
  readonly unit: string
  /** The day of the last act of a body, while one owes the next. A note or a supplement is none. */
  readonly idleSince: number | null
  /** How often it was handed on, from twice upwards, while it is open. Bounds how often bodies can have objected to it. */
  readonly handedOn: number | null
  /** The day on which an opinion that supports the request was delivered, while it is not carried out. */
  readonly unexecutedSince: number | null
  /** The day of an opinion whose notice keeps something of the remedy from the petitioner. */
  readonly defectiveSince: number | null
}

/** The fields by which it is looked for. */
export type WatchedField = Exclude<keyof WatchedComplaint, 'unit'>

const fields = [
  'idleSince',
  'handedOn',
  'unexecutedSince',
  'defectiveSince',
] as const satisfies WatchedField[]

/** One row for each complaint with something to watch: most closed ones have none. */
export const complaintWatch: CaseView<Complaint> = {
  name: 'petition.complaint-watch',
  version: 1,
  indexes: fields.map((sort) => ({ equal: ['unit'], sort, sparse: true })),
  row: ({ state, clocks }) => {
    const isOpen = owesAnAct.has(state.status)
    const times = isOpen ? clocks.filter(({ clock }) => clock === 'forwardedNotice').length : 0
    const row = {
      unit: state.unit,
      idleSince: isOpen ? lastAct(state, clocks) : null,
      handedOn: times >= 2 ? times : null,
      unexecutedSince: unexecutedSince(state),
      defectiveSince: defectiveSince(state),
    } satisfies WatchedComplaint
    return fields.every((field) => row[field] === null) ? null : row
  },
}

/** The statuses in which the next act is a body's. */
const owesAnAct: ReadonlySet<ComplaintStatus> = new Set([
  'received',
  'registered',
  'referred',
  'accepted',
  'answered',
  'reviewRequested',
  'reviewAnswered',
  'reReviewRequested',
  'reReviewAnswered',
])

const given: ReadonlySet<ComplaintStatus> = new Set(['ended', 'merged', 'withdrawn'])

/** The day of the last dated act of a body, and at first that of the receipt. */
function lastAct(state: Complaint, clocks: readonly ClockRun[]): number {
  const days = [
    // A clock starts with an act: a remand and a reopening have no other date.
    ...clocks.map(({ from }) => from.slice(0, 10)),
    state.receivedOn,
    state.referral?.on,
    state.objection?.on,
    state.acceptedOn,
    state.statements.at(-1)?.on,
    state.hearing?.from,
    state.hearing?.to,
    state.mediation?.on,
    state.settlement?.on,
    state.settlement?.performedOn,
    state.opinion?.on,
    state.delivered.at(-1)?.deliveredOn,
    state.reportedOn,
  ]
  let last = ''
  for (const day of days) if (typeof day === 'string' && day > last) last = day
  return dayOf(last)
}

function unexecutedSince({ status, delivered, executedOn }: Complaint): number | null {
  const handling = delivered.findLast(({ stage }) => stage === 'handling')
  const isOwed = handling?.outcome === 'supported' && executedOn === null && !given.has(status)
  return isOwed ? dayOf(handling.deliveredOn) : null
}

function defectiveSince({ opinion, delivered, class: petitionClass, status }: Complaint): number | null {
  const last = opinion ?? delivered.at(-1)
  const isFlawed = last?.defectiveNotice === true && petitionClass === 'appeal' && !given.has(status)
  return isFlawed ? dayOf(last.on) : null
}

/** A local date as whole days since 1970-01-01. */
const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000
