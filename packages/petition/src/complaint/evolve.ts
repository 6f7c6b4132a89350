import type { EvolveTable } from '@redress/core'
import { withOne } from '../matter/checks.js'
import { accountsOf } from '../matter/persons.js'
import type { Complaint, ComplaintLink, Stage } from './state.js'
import type { ComplaintTypes } from './types.js'

/** What each event changes. */
export const evolveComplaint: EvolveTable<ComplaintTypes> = {
  'petition.complaint-filed': (_, data) => ({
    ...data,
    status: data.legacy?.closed === true ? 'completed' : 'received',
    receivedBy: data.unit,
    involved: [data.unit],
    petitionerIds: accountsOf(data.petitioners),
  }),
  'petition.complaint-registered': (_, { number, matter, area }) => ({
    status: 'registered',
    number,
    matter,
    area,
  }),
  'petition.complaint-classified': (state, data) => ({
    class: data.class,
    route: data.route,
    accused: data.accused,
    confidentiality: data.class === 'accusation' ? 'sealedAccusation' : state.confidentiality,
  }),
  'petition.complaint-separated': (_, { letter }) => ({ letter }),
  'petition.complaint-merged': (_, { into }) => ({ status: 'merged', mergedInto: into }),
  'petition.complaint-linked': (state, { to, relation, on }) => ({
    ...linked([...without(state.links, to), { to, relation, on }]),
    notDuplicateOf: state.notDuplicateOf.filter((one) => one !== to),
  }),
  'petition.complaint-duplicate-dismissed': (state, { of }) => ({
    ...linked(without(state.links, of)),
    notDuplicateOf: withOne(state.notDuplicateOf, of),
  }),
  'petition.complaint-supplemented': () => ({}),
  'petition.complaint-noted': () => ({}),

  'petition.complaint-referred': (state, referral) => ({
    status: 'referred',
    unit: referral.to,
    involved: withOne(state.involved, referral.to),
    referral,
    reportedOn: null,
    handler: null,
  }),
  'petition.complaint-objected': (_, { by, on }) => ({
    objection: { by, on, state: 'raised' },
  }),
  'petition.complaint-returned': (_, { to }) => ({
    status: 'registered',
    unit: to,
    referral: null,
    objection: null,
  }),
  'petition.complaint-objection-refused': (state) => ({
    objection: state.objection === null ? null : { ...state.objection, state: 'disputed' },
  }),
  'petition.complaint-dispute-settled': (state, { by, to, on }) => ({
    unit: to,
    involved: withOne(withOne(state.involved, by), to),
    // The settlement takes nothing from an assignment: the report is still owed.
    referral: {
      from: by,
      to,
      on,
      manner: state.referral?.manner ?? 'transfer',
      reportBy: state.referral?.reportBy ?? null,
    },
    objection: null,
  }),
  'petition.complaint-accepted': (_, { on, noticeOn }) => ({
    status: 'accepted',
    acceptedOn: on,
    noticeOn,
    extensions: 0,
  }),
  'petition.complaint-not-accepted': (_, { noticeOn, ground }, { version }) => ({
    status: 'notAccepted',
    noticeOn,
    refusal: { ground, version },
  }),
  'petition.complaint-routed-out': (_, { route, noticeOn, knownOn }, { version }) => ({
    status: 'routedOut',
    route,
    noticeOn,
    routedOut: { version, knownOn: knownOn ?? null },
  }),
  'petition.complaint-reported-back': (_, { on }) => ({ reportedOn: on }),
  'petition.complaint-assisted': (state, { on, kind }) => ({
    assistance: [...state.assistance, { on, kind }],
  }),

  'petition.complaint-handler-assigned': (state, { handler }) => ({
    handler,
    // A reviewer's officer has not handled the matter; who has must not review it.
    handlers: state.status === 'accepted' ? withOne(state.handlers, handler) : state.handlers,
  }),
  'petition.complaint-recusal-requested': (_, { person }) => ({ recusalRequest: person }),
  'petition.complaint-recusal-decided': (state, { person, granted }) => ({
    recusalRequest: null,
    recused: granted ? withOne(state.recused, person) : state.recused,
    handler: granted && state.handler === person ? null : state.handler,
  }),
  'petition.complaint-statement-heard': (state, statement) => ({
    statements: [...state.statements, statement],
  }),
  'petition.complaint-extended': (state) => ({ extensions: state.extensions + 1 }),
  'petition.complaint-hearing-opened': (_, { on, chair }) => ({
    hearing: { from: on, to: null, chair },
  }),
  'petition.complaint-hearing-concluded': (state, { on }) => ({
    hearing: state.hearing === null ? null : { ...state.hearing, to: on },
  }),
  'petition.complaint-mediation-opened': (_, { on }) => ({
    mediation: { on, failed: false },
  }),
  'petition.complaint-mediation-failed': (state) => ({
    mediation: state.mediation === null ? null : { ...state.mediation, failed: true },
  }),
  'petition.complaint-settled': (_, { by, on }) => ({
    settlement: { by, on, performedOn: null },
  }),
  'petition.complaint-agreement-performed': (state, { on }) => ({
    settlement: state.settlement === null ? null : { ...state.settlement, performedOn: on },
  }),

  'petition.complaint-answered': (state, opinion, event) => ({
    status: afterOpinion[opinion.stage].answered,
    opinion: { ...opinion, version: event.version },
    handlers:
      event.by.kind === 'officer' && event.by.id !== undefined
        ? withOne(state.handlers, event.by.id)
        : state.handlers,
  }),
  'petition.complaint-delivered': (state, { on, stage, manner, remandedTo }) => ({
    status: remandedTo === null ? afterOpinion[stage].delivered : 'accepted',
    unit: remandedTo ?? state.unit,
    opinion: null,
    delivered:
      state.opinion === null
        ? state.delivered
        : [...state.delivered, { ...state.opinion, deliveredOn: on, manner }],
    failedDeliveries: [],
    evaluationAskedOn: null,
    evaluation: null,
    extensions: remandedTo === null ? state.extensions : 0,
    handler: remandedTo === null ? state.handler : null,
  }),
  'petition.complaint-channels-chosen': (_, { answerBy, newsBy }) => ({ answerBy, newsBy }),
  'petition.complaint-delivery-failed': (state, failed) => ({
    failedDeliveries: [...state.failedDeliveries, failed],
  }),
  'petition.complaint-evaluation-asked': (_, { on }) => ({ evaluationAskedOn: on }),
  'petition.complaint-evaluated': (_, evaluation) => ({ evaluation }),
  'petition.complaint-second-look-opened': (state, opened) => ({
    secondLook: { ...opened, person: null, concluded: null },
    involved: withOne(state.involved, opened.unit),
  }),
  'petition.complaint-second-look-assigned': ({ secondLook }, { person }) => ({
    secondLook: secondLook === null ? null : { ...secondLook, person },
  }),
  'petition.complaint-second-look-concluded': ({ secondLook }, { on, outcome }, { version }) => ({
    secondLook: secondLook === null ? null : { ...secondLook, concluded: { on, outcome, version } },
  }),
  'petition.complaint-review-requested': (state, { reviewer }) => ({
    ...forReview(state, reviewer),
    status: 'reviewRequested',
    handledBy: state.unit,
  }),
  'petition.complaint-re-review-requested': (state, { reviewer }) => ({
    ...forReview(state, reviewer),
    status: 'reReviewRequested',
  }),
  'petition.complaint-executed': (_, { on }) => ({ executedOn: on }),
  'petition.complaint-closed': () => ({ status: 'completed' }),
  'petition.complaint-ended': (_, { on, ground }) => ({
    status: 'ended',
    ending: { on, ground },
  }),
  'petition.complaint-withdrawn': () => ({ status: 'withdrawn' }),
  'petition.complaint-reopened': (state) => ({
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
    refusal: null,
    ending: null,
    extensions: 0,
    reopened: state.reopened + 1,
  }),
}

const without = (links: readonly ComplaintLink[], to: string): readonly ComplaintLink[] =>
  links.filter((one) => one.to !== to)

const linked = (links: readonly ComplaintLink[]): Pick<Complaint, 'links' | 'repeatOf'> => ({
  links,
  repeatOf: links.findLast(({ relation }) => relation === 'repeat')?.to ?? null,
})

const afterOpinion: Readonly<
  Record<Stage, { readonly answered: Complaint['status']; readonly delivered: Complaint['status'] }>
> = {
  handling: { answered: 'answered', delivered: 'delivered' },
  review: { answered: 'reviewAnswered', delivered: 'reviewDelivered' },
  reReview: { answered: 'reReviewAnswered', delivered: 'reReviewDelivered' },
}

function forReview(state: Complaint, reviewer: string): Partial<Complaint> {
  return {
    unit: reviewer,
    involved: withOne(state.involved, reviewer),
    handler: null,
    hearing: null,
    opinion: null,
    ending: null,
  }
}
