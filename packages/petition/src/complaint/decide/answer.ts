import { addDays, type Decided, type DecideTable, type Sealed } from '@redress/core'
import { petitionErrors } from '../../errors.js'
import { actingUnit, checkDay, checkRecipient } from '../../matter/checks.js'
import type { answerInputs, EndComplaint, OpinionSections, RequestReview } from '../commands/answer.js'
import type { ComplaintEvent, ReviewRequested } from '../events.js'
import type { Complaint, DeliveryManner, Outcome, Remedy, Stage } from '../state.js'
import type { ComplaintTypes, Context } from '../types.js'
import { channelOf, isElectronic } from './feedback.js'
import { stageOf } from './handling.js'

type Answers = Pick<DecideTable<ComplaintTypes>, keyof typeof answerInputs>

export const decideAnswer: Answers = {
  answer: (state, input, context) => [answered(state, input, input.outcome, context)],
  answerReview: (state, input, context) => [answered(state, input, input.outcome, context)],
  answerReReview: (state, input, context) => [answered(state, input, input.outcome, context)],

  deliver: (state, input, context) => {
    const { proof } = input
    if (proof === undefined) throw petitionErrors.DELIVERY_PROOF_MISSING({ manner: input.manner })
    const channel = channelOf(state, input)
    const isConsented = input.consent === true || (channel === state.answerBy && isElectronic(channel))
    if (input.manner === 'electronic' && !isConsented) throw petitionErrors.DELIVERY_CONSENT_MISSING()
    const on = checkDay('on', input.on ?? context.today, context, state.opinion?.on)
    const data = {
      on,
      stage: stageOf(state),
      manner: input.manner,
      channel,
      receivedOn: receivedOn(input.manner, on, context),
      remandedTo: state.opinion?.outcome === 'quashedRemanded' ? state.handledBy : null,
    }
    return [
      {
        type: 'petition.complaint-delivered',
        data,
        sealed: { texts: { proof, otherwiseBecause: input.otherwiseBecause } },
      },
    ]
  },

  requestReview: (state, input, context) => [
    {
      type: 'petition.complaint-review-requested',
      data: reviewRequest(state, input, 'requestReview', context),
      sealed: reviewTexts(input),
    },
  ],
  requestReReview: (state, input, context) => [
    {
      type: 'petition.complaint-re-review-requested',
      data: reviewRequest(state, input, 'requestReReview', context),
      sealed: reviewTexts(input),
    },
  ],

  recordExecution: (state, input, context) => {
    checkDay('on', input.on, context, state.receivedOn)
    const { on, proof } = input
    return [{ type: 'petition.complaint-executed', data: { on }, sealed: { texts: { proof } } }]
  },

  close: (_, { summary }, { today }) => [
    { type: 'petition.complaint-closed', data: { on: today }, sealed: { texts: { summary } } },
  ],

  end: (state, input, context) => {
    checkGround(state, input, context)
    const { ground, finding } = input
    const data = { on: context.today, ground }
    return [{ type: 'petition.complaint-ended', data, sealed: { texts: { finding } } }]
  },

  withdraw: (_, { reason }, { today }) => [
    { type: 'petition.complaint-withdrawn', data: { on: today }, sealed: { texts: { reason } } },
  ],

  reopen: (_, { ground, facts }, { today }) => [
    { type: 'petition.complaint-reopened', data: { on: today, ground }, sealed: { texts: { facts } } },
  ],
}

function answered(
  state: Complaint,
  sections: OpinionSections,
  outcome: Outcome,
  context: Context,
): Decided<ComplaintEvent> {
  const { request, facts, opinion: text, legalBasis } = sections
  const stage = stageOf(state)
  const remedy = sections.remedy ?? null
  if (remedy !== null) context.directory.get(remedy.body)
  const data = {
    stage,
    by: actingUnit(state, context),
    on: context.today,
    outcome,
    legalBasis,
    remedy,
    // The protective reading: a person who was not told where and until when to turn loses no right by it.
    defectiveNotice: isDefective(stage, remedy, context),
  }
  const texts = { request, facts, opinion: text }
  return { type: 'petition.complaint-answered', data, sealed: { texts } }
}

const reviewTexts = ({ reasons, lateBecause }: RequestReview): Sealed => ({ texts: { reasons, lateBecause } })

/** Whether a notice keeps something of the remedy from the petitioner: the right body, or part of the time. */
function isDefective(stage: Stage, remedy: Remedy | null, context: Context): boolean {
  if (stage === 'reReview') return false
  if (remedy === null) return true
  const { directory, rules, by } = context
  const least = rules.limits[stage === 'handling' ? 'requestReview' : 'requestReReview']?.amount ?? 0
  const higher = by.kind === 'officer' ? directory.nextHigher(by.unit) : [directory.get(remedy.body)]
  return remedy.days < least || !higher.some((unit) => unit.id === remedy.body)
}

/** A public notice counts as received only after its days (民事诉讼法 Art. 95, by analogy). */
function receivedOn(manner: DeliveryManner, on: string, { rules }: Context): string {
  return manner === 'publicNotice' ? addDays(on, rules.policy.publicNoticeDays) : on
}

function reviewRequest(
  state: Complaint,
  input: RequestReview,
  clock: 'requestReview' | 'requestReReview',
  context: Context,
): ReviewRequested {
  const last = state.delivered.at(-1)
  const on = checkDay('receivedOn', input.receivedOn ?? context.today, context, last?.deliveredOn)
  // A defective notice opens no window, and that of an answer before a remand is not this one's.
  const due = last?.defectiveNotice === false ? context.due(clock) : undefined
  // What was posted in time is in time (民事诉讼法 Art. 85 ¶4, by analogy).
  const asked = input.sentOn ?? on
  const late = due !== undefined && due.provisional === undefined && asked > due.date
  if (late && input.lateBecause === undefined) {
    throw petitionErrors.REVIEW_LATE({ until: due.date, source: context.rules.limits[clock]?.source ?? '' })
  }
  const reviewer = reviewerOf(state, input.reviewer, context)
  checkRecipient(reviewer, state, context)
  return { on, reviewer }
}

/** Review goes one step up from the body that gave the opinion (信访工作条例 2022 Art. 35–36). */
function reviewerOf(state: Complaint, named: string | undefined, { directory }: Context): string {
  const body = state.delivered.at(-1)?.by ?? state.unit
  // A body that has ended since is followed to the one that took over its work.
  const higher = directory.successors(body).flatMap(({ id }) => directory.nextHigher(id))
  const possible = [...new Set(higher.map((unit) => unit.id))]
  if (named !== undefined) {
    if (possible.includes(named)) return named
    throw petitionErrors.REVIEWER_NOT_HIGHER({ reviewer: named, possible })
  }
  const told = state.delivered.at(-1)?.remedy?.body
  if (told !== undefined && possible.includes(told)) return told
  const [only, ...others] = possible
  if (only === undefined) throw petitionErrors.REVIEWER_NOT_HIGHER({ reviewer: '', possible })
  if (others.length > 0) throw petitionErrors.REVIEWER_AMBIGUOUS({ possible })
  return only
}

function checkGround(state: Complaint, { ground }: EndComplaint, context: Context): void {
  const { rules } = context
  if (!rules.policy.endingGrounds.includes(ground)) {
    throw petitionErrors.GROUND_NOT_IN_RULES({ ground, rules: rules.id })
  }
  const why = unfulfilled(state, ground, context)
  if (why !== undefined) throw petitionErrors.GROUND_NOT_FULFILLED({ ground, why })
}

function unfulfilled(state: Complaint, ground: EndComplaint['ground'], context: Context): string | undefined {
  const last = state.delivered.at(-1)
  switch (ground) {
    case 'reReviewDelivered':
      return last?.stage === 'reReview' ? undefined : 'no re-review opinion has been delivered'
    case 'agreementPerformed':
      return typeof state.settlement?.performedOn === 'string' ? undefined : 'no agreement has been performed'
    case 'noSuccessor':
      return undefined
    case 'reviewWindowLapsed': {
      if (last === undefined || last.stage === 'reReview') return 'no window for review was opened'
      if (last.defectiveNotice) return 'the notice of the remedy was defective, so the window never closes'
      const due = context.due(last.stage === 'handling' ? 'requestReview' : 'requestReReview')
      if (due === undefined || due.provisional !== undefined) return 'the end of the window is not known yet'
      return Date.parse(context.at) >= due.at ? undefined : `the window is open until ${due.date}`
    }
  }
}
