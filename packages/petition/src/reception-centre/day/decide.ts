import { addDays, type DecideTable } from '@redress/core'
import { receptionErrors } from '../errors.js'
import { receptionOf } from '../policy.js'
import { checkDayOpen } from './dates.js'
import {
  type DayContext,
  type DayTypes,
  type LeaderSession,
  type ReceptionDay,
  sessionsOf,
  takenOf,
} from './state.js'

export const decideDay: DecideTable<DayTypes> = {
  open: (_, { planned, ...data }, context) => {
    checkDayOpen(data.on, planned, context)
    return [{ type: 'petition.reception-day-planned', data }]
  },

  staff: (state, input, context) => {
    const { window, half } = input
    const now = state.sessions.find((one) => one.window === window && one.half === half)
    if (now === undefined) throw windowUnknown(state, window)
    const unit = context.directory.get(input.unit ?? now.unit).id
    // Another unit brings its own people.
    const officers = input.officers ?? (unit === now.unit ? now.officers : [])
    for (const person of officers)
      if (!holdsPost(person, unit, context)) throw receptionErrors.NOT_IN_ROSTER_UNIT({ person, unit })
    const appointments = input.appointments ?? now.appointments
    const taken = takenOf(state, now)
    if (appointments < taken) throw receptionErrors.APPOINTMENTS_TAKEN({ taken, appointments })
    return [{ type: 'petition.reception-day-staffed', data: { window, half, unit, officers, appointments } }]
  },

  planLeader: (state, { subject, ...input }, context) => {
    const { window, half, leader, unit } = input
    if ([...state.sessions, ...state.leaders].some((one) => one.window === window))
      throw receptionErrors.WINDOW_TAKEN({ window })
    if (state.hours[half] === undefined) throw receptionErrors.HALF_DAY_CLOSED({ on: state.on, half })
    if (!holdsPost(leader, context.directory.get(unit).id, context))
      throw receptionErrors.LEADER_WITHOUT_POST({ person: leader, unit })
    const data = { ...input, officers: [leader], subject: subject ?? null }
    return [{ type: 'petition.leader-reception-planned', data }]
  },

  announceLeader: (state, { window }, { today, rules }) => {
    leaderIn(state, window, 'planned')
    const until = addDays(state.on, -(receptionOf(rules.policy).leaderNoticeDays ?? 1))
    if (today > until) throw receptionErrors.LEADER_ANNOUNCED_LATE({ on: state.on, until })
    return [{ type: 'petition.leader-reception-announced', data: { window, on: today } }]
  },

  cancelLeader: (state, { window, instead }) => {
    leaderIn(state, window, 'planned', 'announced')
    return [{ type: 'petition.leader-reception-cancelled', data: { window, instead } }]
  },

  holdLeader: (state, { window }, { today }) => {
    leaderIn(state, window, 'announced')
    if (today < state.on) throw receptionErrors.LEADER_WRONG_STEP({ window, state: 'still to come' })
    return [{ type: 'petition.leader-reception-held', data: { window, on: today } }]
  },

  close: (_, { because }) => [{ type: 'petition.reception-day-closed', data: { because } }],

  take: (state, place) => {
    if (state.places.some(({ visit }) => visit === place.visit)) return []
    const session = sessionsOf(state, place.half).find(({ window }) => window === place.window)
    if (session === undefined) throw windowUnknown(state, place.window)
    const { window, half } = session
    if (takenOf(state, session) >= session.appointments)
      throw receptionErrors.SLOT_FULL({ on: state.on, half, window })
    return [{ type: 'petition.place-taken', data: place }]
  },

  free: ({ places }, { visit }) =>
    places.some((place) => place.visit === visit) ? [{ type: 'petition.place-freed', data: { visit } }] : [],

  issue: ({ issued, tickets }, ticket) =>
    Object.hasOwn(issued, ticket.for)
      ? []
      : [{ type: 'petition.ticket-issued', data: { for: ticket.for, number: tickets + 1 } }],
}

function windowUnknown({ sessions, leaders }: ReceptionDay, window: string) {
  const known = [...new Set([...sessions, ...leaders].map((one) => one.window))]
  return receptionErrors.WINDOW_UNKNOWN({ window, known })
}

const holdsPost = (person: string, unit: string, { directory }: DayContext): boolean =>
  directory.posts(unit).some((post) => post.person === person)

function leaderIn(state: ReceptionDay, window: string, ...states: readonly LeaderSession['state'][]): void {
  const session = state.leaders.find((one) => one.window === window)
  if (session === undefined) throw receptionErrors.LEADER_UNKNOWN({ window })
  if (!states.includes(session.state))
    throw receptionErrors.LEADER_WRONG_STEP({ window, state: session.state })
}
