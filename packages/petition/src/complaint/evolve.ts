import type { EvolveTable } from '@redress/core'
import { type Complaint, noComplaint, type Stage } from './state.js'
import type { ComplaintTypes } from './types.js'

/** What each event leaves behind. Never throws, never checks: it has happened. */
export const evolveComplaint: EvolveTable<ComplaintTypes> = {
  'petition.complaint-filed': (_, { receivedAs: __, ...data }) => ({
    ...noComplaint,
    ...data,
    status: 'received',
    receivedBy: data.unit,
    involved: [data.unit],
    petitionerIds: data.petitioners.flatMap((one) => (one.id === undefined ? [] : [one.id])),
  }),
  'petition.complaint-registered': (state, { number, matter, area }) => ({
    ...state,
    status: 'registered',
    number,
    matter,
    area,
  }),
  'petition.complaint-classified': (state, data) => ({
    ...state,
    class: data.class,
    route: data.route,
    accused: data.accused,
    confidentiality: data.class === 'accusation' ? 'sealedAccusation' : state.confidentiality,
  }),
  'petition.complaint-separated': (state, { letter }) => ({ ...state, letter }),
  'petition.complaint-merged': (state, { into }) => ({ ...state, status: 'merged', mergedInto: into }),
  'petition.complaint-supplemented': (state, { on, text }) => ({
    ...state,
    supplements: [...state.supplements, { on, text }],
  }),
  'petition.complaint-noted': (state) => state,

  'petition.complaint-referred': (state, referral) => ({
    ...state,
    status: 'referred',
    unit: referral.to,
    involved: withOne(state.involved, referral.to),
    referral,
    reportedOn: null,
    handler: null,
  }),
  'petition.complaint-objected': (state, { by, on, reasons }) => ({
    ...state,
    objection: { by, on, reasons, state: 'raised' },
  }),
  'petition.complaint-returned': (state, { to }) => ({
    ...state,
    status: 'registered',
    unit: to,
    referral: null,
    objection: null,
  }),
  'petition.complaint-objection-refused': (state) => ({
    ...state,
    objection: state.objection === null ? null : { ...state.objection, state: 'disputed' },
  }),
  'petition.complaint-dispute-settled': (state, { by, to, on }) => ({
    ...state,
    unit: to,
    involved: withOne(withOne(state.involved, by), to),
    referral: { from: by, to, on, manner: 'transfer', reportBy: null },
    objection: null,
  }),
  'petition.complaint-accepted': (state, { on, noticeOn }) => ({
    ...state,
    status: 'accepted',
    acceptedOn: on,
    noticeOn,
    extensions: 0,
  }),
  'petition.complaint-not-accepted': (state, { noticeOn }) => ({ ...state, status: 'notAccepted', noticeOn }),
  'petition.complaint-routed-out': (state, { route, noticeOn, body, advice, knownOn }) => ({
    ...state,
    status: 'routedOut',
    route,
    noticeOn,
    routedOut: { body, advice, knownOn: knownOn ?? null },
  }),
  'petition.complaint-reported-back': (state, { on }) => ({ ...state, reportedOn: on }),
  'petition.complaint-assisted': (state, { on, kind, to }) => ({
    ...state,
    assistance: [...state.assistance, { on, kind, to }],
  }),

  'petition.complaint-handler-assigned': (state, { handler }) => ({
    ...state,
    handler,
    // A reviewer's officer has not handled the matter; who has must not review it.
    handlers: state.status === 'accepted' ? withOne(state.handlers, handler) : state.handlers,
  }),
  'petition.complaint-recusal-requested': (state, recusalRequest) => ({ ...state, recusalRequest }),
  'petition.complaint-recusal-decided': (state, { person, granted }) => ({
    ...state,
    recusalRequest: null,
    recused: granted ? withOne(state.recused, person) : state.recused,
    handler: granted && state.handler === person ? null : state.handler,
  }),
  'petition.complaint-statement-heard': (state, statement) => ({
    ...state,
    statements: [...state.statements, statement],
  }),
  'petition.complaint-extended': (state) => ({ ...state, extensions: state.extensions + 1 }),
  'petition.complaint-hearing-opened': (state, { on, chair }) => ({
    ...state,
    hearing: { from: on, to: null, chair, conclusion: null },
  }),
  'petition.complaint-hearing-concluded': (state, { on, conclusion }) => ({
    ...state,
    hearing: state.hearing === null ? null : { ...state.hearing, to: on, conclusion },
  }),
  'petition.complaint-mediation-opened': (state, { on, mediator }) => ({
    ...state,
    mediation: { on, mediator, failed: false },
  }),
  'petition.complaint-mediation-failed': (state) => ({
    ...state,
    mediation: state.mediation === null ? null : { ...state.mediation, failed: true },
  }),
  'petition.complaint-settled': (state, { by, on, agreement }) => ({
    ...state,
    settlement: { by, on, agreement, performedOn: null },
  }),
  'petition.complaint-agreement-performed': (state, { on }) => ({
    ...state,
    settlement: state.settlement === null ? null : { ...state.settlement, performedOn: on },
  }),

  'petition.complaint-answered': (state, opinion, event) => ({
    ...state,
    status: afterOpinion[opinion.stage].answered,
    opinion,
    handlers:
      event.by.kind === 'officer' && event.by.id !== undefined
        ? withOne(state.handlers, event.by.id)
        : state.handlers,
  }),
  'petition.complaint-delivered': (state, { on, stage, manner, proof, remandedTo }) => ({
    ...state,
    status: remandedTo === null ? afterOpinion[stage].delivered : 'accepted',
    unit: remandedTo ?? state.unit,
    opinion: null,
    delivered:
      state.opinion === null
        ? state.delivered
        : [...state.delivered, { ...state.opinion, deliveredOn: on, manner, proof }],
    evaluation: null,
    extensions: remandedTo === null ? state.extensions : 0,
    handler: remandedTo === null ? state.handler : null,
  }),
  'petition.complaint-evaluated': (state, evaluation) => ({ ...state, evaluation }),
  'petition.complaint-review-requested': (state, { reviewer }) => ({
    ...forReview(state, reviewer),
    status: 'reviewRequested',
    handledBy: state.unit,
  }),
  'petition.complaint-re-review-requested': (state, { reviewer }) => ({
    ...forReview(state, reviewer),
    status: 'reReviewRequested',
  }),
  'petition.complaint-executed': (state, { on }) => ({ ...state, executedOn: on }),
  'petition.complaint-closed': (state) => ({ ...state, status: 'completed' }),
  'petition.complaint-ended': (state, { on, ground }) => ({
    ...state,
    status: 'ended',
    ending: { on, ground },
  }),
  'petition.complaint-withdrawn': (state) => ({ ...state, status: 'withdrawn' }),
  'petition.complaint-reopened': (state) => ({
    ...state,
    status: state.number === null ? 'received' : state.class === null ? 'registered' : 'accepted',
    unit: state.handledBy ?? state.unit,
    handledBy: null,
    opinion: null,
    objection: null,
    settlement: null,
    mediation: null,
    executedOn: null,
    mergedInto: null,
    routedOut: null,
    ending: null,
    extensions: 0,
    reopened: state.reopened + 1,
  }),
}

const afterOpinion: Readonly<
  Record<Stage, { readonly answered: Complaint['status']; readonly delivered: Complaint['status'] }>
> = {
  handling: { answered: 'answered', delivered: 'delivered' },
  review: { answered: 'reviewAnswered', delivered: 'reviewDelivered' },
  reReview: { answered: 'reReviewAnswered', delivered: 'reReviewDelivered' },
}

function forReview(state: Complaint, reviewer: string): Complaint {
  return {
    ...state,
    unit: reviewer,
    involved: withOne(state.involved, reviewer),
    handler: null,
    hearing: null,
    opinion: null,
  }
}

function withOne(list: readonly string[], one: string): readonly string[] {
  return list.includes(one) ? list : [...list, one]
}
