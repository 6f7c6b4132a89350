import type { EvolveTable } from '@redress/core'
import { withOne } from '../../matter/checks.js'
import { accountsOf } from '../../matter/persons.js'
import type { JointUnit, Visit } from './state.js'
import type { VisitTypes } from './types.js'

/** What each event changes. */
export const evolveVisit: EvolveTable<VisitTypes> = {
  'petition.visit-opened': (_, data) => ({
    ...data,
    status: data.appointment === null ? 'arrived' : 'requested',
    involved: withOne([data.unit], data.windowUnit),
    petitionerIds: accountsOf(data.petitioners),
  }),
  'petition.visit-appointed': () => ({ status: 'appointed' }),
  'petition.visit-declined': () => ({ status: 'declined' }),
  'petition.visit-cancelled': () => ({ status: 'cancelled' }),
  'petition.visit-missed': () => ({ status: 'missed' }),
  'petition.visit-arrived': (_, { needsHelp }) => ({ status: 'arrived', needsHelp }),
  'petition.visit-ticket-drawn': ({ tickets, cameAt }, ticket, { at }) => ({
    status: 'waiting',
    ticket: { ...ticket, at },
    cameAt: cameAt ?? at,
    tickets: tickets + 1,
  }),
  'petition.visit-called': ({ ticket, calledAt }, { window, outOfTurn }, { at }) => ({
    status: 'called',
    call: { window, at, ticket: ticket?.number ?? 0, outOfTurn },
    calledAt: calledAt ?? at,
  }),
  'petition.visit-recalled': () => ({ status: 'called' }),
  'petition.visit-no-show': () => ({ status: 'absent' }),
  'petition.visit-requeued': () => ({ status: 'arrived' }),
  'petition.visit-left': () => ({ status: 'left' }),
  'petition.visit-transferred': (state, line) => ({ ...moved(state, line), status: 'waiting' }),
  'petition.visit-received': ({ handlers }, { officer }) => ({
    status: 'inReception',
    handlers: officer === null ? handlers : withOne(handlers, officer),
  }),
  'petition.visit-recorded': ({ statements }, statement, { version }) => ({
    statements: [...statements, { ...statement, version }],
  }),
  'petition.visit-accused': (state, { accused, ...line }) => ({
    ...moved(state, line),
    accused,
    // At another window the person is called anew.
    status: line.window !== state.window && hasBeenCalled.has(state.status) ? 'waiting' : state.status,
  }),
  'petition.visit-officer-recused': (state, { person }) => ({
    recused: withOne(state.recused, person),
    status: hasBeenCalled.has(state.status) ? 'waiting' : state.status,
  }),
  'petition.visit-unit-invited': ({ involved, joint }, { unit, on }) => ({
    involved: withOne(involved, unit),
    joint: [...joint, { unit, invitedOn: on, present: null, answers: [] }],
  }),
  'petition.visit-unit-attended': (state, { unit, present }) =>
    withUnit(state, unit, (one) => ({ ...one, present })),
  'petition.visit-unit-answered': (state, { unit, on, by }, { version }) => ({
    ...withUnit(state, unit, (one) => ({ ...one, answers: [...one.answers, version] })),
    commitments:
      by === null
        ? state.commitments
        : [...state.commitments, { commitment: state.commitments.length + 1, unit, on, by, keptOn: null }],
  }),
  'petition.visit-commitment-kept': ({ commitments }, { commitment, on }) => ({
    commitments: commitments.map((one) => (one.commitment === commitment ? { ...one, keptOn: on } : one)),
  }),
  'petition.visit-inquiry-answered': ({ inquiries }) => ({ inquiries: inquiries + 1 }),
  'petition.visit-handed-over': ({ handOvers }, data, { version }) => ({
    handOvers: [...handOvers, { ...data, version, state: 'pending', case: null }],
  }),
  'petition.visit-hand-over-settled': ({ handOvers }, settled) => ({
    handOvers: handOvers.map((one) => (one.handOver === settled.handOver ? { ...one, ...settled } : one)),
  }),
  'petition.visit-referred': ({ referrals }, referral) => ({ referrals: [...referrals, referral] }),
  'petition.visit-advised': ({ advice }, one) => ({ advice: [...advice, one] }),
  'petition.visit-closed': (_, { on }) => ({ status: 'closed', closedOn: on }),
}

const hasBeenCalled: ReadonlySet<Visit['status']> = new Set(['called', 'inReception'])

/** In another line. */
function moved(
  { involved }: Visit,
  { window, windowUnit }: Pick<Visit, 'window' | 'windowUnit'>,
): Partial<Visit> {
  return { window, windowUnit, involved: withOne(involved, windowUnit) }
}

function withUnit(
  { joint }: Visit,
  unit: string,
  change: (one: JointUnit) => JointUnit,
): Pick<Visit, 'joint'> {
  return { joint: joint.map((one) => (one.unit === unit ? change(one) : one)) }
}
