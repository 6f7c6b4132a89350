import type { EvolveTable } from '@redress/core'
import { withOne } from '../matter/checks.js'
import { accountsOf } from '../matter/persons.js'
import type { Accusation } from './state.js'
import type { AccusationTypes } from './types.js'

/** What each event changes. */
export const evolveAccusation: EvolveTable<AccusationTypes> = {
  'petition.accusation-filed': (_, { receivedAs: _as, handedOver, ...data }) => ({
    ...data,
    status: 'received',
    receivedBy: handedOver?.from ?? data.unit,
    involved: handedOver === null ? [data.unit] : withOne([handedOver.from], data.unit),
    petitionerIds: accountsOf(data.petitioners),
  }),
  'petition.accusation-registered': (_, { number }) => ({ status: 'registered', number }),
  'petition.accusation-accused-named': (_, { accused }) => ({ accused }),
  'petition.accusation-routed': (state, { from, to, on }) => ({
    ...sentTo(state, to),
    status: 'routed',
    routing: { from, to, on },
  }),
  'petition.accusation-given-back': (state, { to }) => ({
    ...sentTo(state, to),
    status: 'registered',
    routing: null,
  }),
  'petition.accusation-accepted': (_, { on, noticeOn }) => ({ status: 'accepted', acceptedOn: on, noticeOn }),
  'petition.accusation-not-accepted': (_, { ground, noticeOn }, { version }) => ({
    status: 'notAccepted',
    noticeOn,
    refusal: { ground, version },
  }),
  'petition.accusation-accuser-identified': (_, { petitioners }) => ({
    identity: 'proved',
    petitioners,
    petitionerIds: accountsOf(petitioners),
  }),
  'petition.accusation-supplemented': () => ({}),
  'petition.accusation-noted': () => ({}),
  'petition.accusation-investigators-assigned': (_, { investigators }) => ({
    status: 'investigating',
    investigators,
  }),
  'petition.accusation-person-recused': (state, { person }) => ({
    recused: withOne(state.recused, person),
    investigators: state.investigators.filter((one) => one !== person),
  }),
  'petition.accusation-personnel-told': (state, notice) => ({
    personnel: [...state.personnel, notice],
    involved: withOne(state.involved, notice.to),
  }),
  'petition.accusation-protected': (state, { on }) => ({ protections: [...state.protections, on] }),
  'petition.accusation-concluded': (_, { on, by, outcome }, { version }) => ({
    status: 'concluded',
    conclusion: { on, by, outcome, version },
  }),
  'petition.accusation-clarified': (state, { on, persons, units, manner }) => ({
    clarifications: [...state.clarifications, { on, persons, units, manner }],
  }),
  'petition.accusation-measures-proposed': (state, { on, to }, { version }) => ({
    proposals: [...state.proposals, { on, to, version }],
    involved: withOne(state.involved, to),
  }),
  'petition.accusation-result-told': (_, { on, manner }, { version }) => ({
    feedback: { on, manner, reached: true, version },
  }),
  'petition.accusation-accuser-not-reached': (_, { on }, { version }) => ({
    feedback: { on, manner: null, reached: false, version },
  }),
  'petition.accusation-withdrawn': (_, { on }) => ({ withdrawal: { on, decided: null } }),
  'petition.accusation-withdrawal-decided': (state, { goesOn }) => ({
    status: goesOn ? state.status : 'discontinued',
    withdrawal:
      state.withdrawal === null ? null : { ...state.withdrawal, decided: goesOn ? 'goesOn' : 'discontinued' },
  }),
  'petition.accusation-closed': () => ({ status: 'closed' }),
  // What was found and told before stays in the history.
  'petition.accusation-reopened': (state) => ({
    status: state.number === null ? 'received' : state.acceptedOn === null ? 'registered' : 'accepted',
    investigators: [],
    conclusion: null,
    feedback: null,
    withdrawal: null,
    refusal: null,
    reopened: state.reopened + 1,
  }),
}

/** Another unit has it: nobody there has begun to work on it. */
function sentTo(state: Accusation, unit: string): Partial<Accusation> {
  return {
    unit,
    involved: withOne(state.involved, unit),
    acceptedOn: null,
    noticeOn: null,
    investigators: [],
  }
}
