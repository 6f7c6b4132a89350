import type { DecideTable } from '@redress/core'
import { petitionErrors } from '../../errors.js'
import { checkDay, checkPerson } from '../../matter/checks.js'
import type { handlingInputs } from '../commands/handling.js'
import type { Complaint, Stage } from '../state.js'
import type { ComplaintTypes, Context } from '../types.js'

type Handling = Pick<DecideTable<ComplaintTypes>, keyof typeof handlingInputs>

export const decideHandling: Handling = {
  assign: (state, { handler }) => [
    { type: 'petition.complaint-handler-assigned', data: { handler: checkPerson(handler, state) } },
  ],

  requestRecusal: (_, { person, reason }) => [
    { type: 'petition.complaint-recusal-requested', data: { person }, sealed: { texts: { reason } } },
  ],

  decideRecusal: (_, input, { by }) => {
    if (by.kind === 'officer' && by.id === input.person) throw petitionErrors.OWN_RECUSAL()
    const { reason, ...data } = input
    return [{ type: 'petition.complaint-recusal-decided', data, sealed: { texts: { reason } } }]
  },

  hearStatement: (state, input, context) => {
    checkDay('on', input.on, context, state.receivedOn)
    const { summary, ...data } = input
    return [{ type: 'petition.complaint-statement-heard', data, sealed: { texts: { summary } } }]
  },

  extend: (state, input, context) => {
    checkExtension(input.days, context)
    const { directory } = context
    const heads = directory.successors(state.unit).flatMap(({ id }) => directory.posts(id, 'head'))
    if (heads.length > 0 && !heads.some((post) => post.person === input.approvedBy)) {
      throw petitionErrors.APPROVER_NOT_HEAD({ person: input.approvedBy, unit: state.unit })
    }
    checkDay('noticeOn', input.noticeOn, context, state.acceptedOn)
    const { reason, ...data } = input
    return [{ type: 'petition.complaint-extended', data, sealed: { texts: { reason } } }]
  },

  openHearing: (state, input, context) => {
    checkDay('on', input.on, context, state.receivedOn)
    checkPerson(input.chair, state)
    if (input.chair === state.handler || state.handlers.includes(input.chair)) {
      throw petitionErrors.CHAIR_IS_HANDLER({ person: input.chair })
    }
    return [{ type: 'petition.complaint-hearing-opened', data: { ...input, stage: stageOf(state) } }]
  },

  concludeHearing: (state, input, context) => {
    checkDay('on', input.on, context, state.hearing?.from)
    const { on, conclusion } = input
    const data = { on, stage: stageOf(state) }
    return [{ type: 'petition.complaint-hearing-concluded', data, sealed: { texts: { conclusion } } }]
  },

  openMediation: (_, input, { today }) => {
    checkConsent('A mediation', input)
    const { mediator } = input
    const sealed = { texts: { mediator } }
    return [{ type: 'petition.complaint-mediation-opened', data: { on: today }, sealed }]
  },

  failMediation: (_, { reason }, { today }) => [
    { type: 'petition.complaint-mediation-failed', data: { on: today }, sealed: { texts: { reason } } },
  ],

  settle: (_, input, { today }) => {
    checkConsent('An agreement', input)
    const { by, agreement } = input
    return [{ type: 'petition.complaint-settled', data: { on: today, by }, sealed: { texts: { agreement } } }]
  },

  recordPerformance: (state, input, context) => {
    checkDay('on', input.on, context, state.settlement?.on)
    const { on, proof } = input
    return [{ type: 'petition.complaint-agreement-performed', data: { on }, sealed: { texts: { proof } } }]
  },
}

/** The rung of the ladder that the case stands on. */
export function stageOf({ status }: Complaint): Stage {
  if (status.startsWith('reReview')) return 'reReview'
  return status.startsWith('review') ? 'review' : 'handling'
}

function checkExtension(days: number, context: Context): void {
  const rule = context.rules.limits.handle?.extension
  if (rule !== undefined && days > rule.most) {
    throw petitionErrors.EXTENSION_TOO_LONG({ days, most: rule.most, source: rule.source })
  }
  const due = context.due('handle')
  if (due !== undefined && Date.parse(context.at) >= due.at)
    throw petitionErrors.EXTENSION_LATE({ until: due.date })
}

function checkConsent(
  act: string,
  input: { readonly petitionerConsents: boolean; readonly bodyConsents: boolean },
): void {
  if (!input.petitionerConsents || !input.bodyConsents) throw petitionErrors.CONSENT_MISSING({ act })
}
