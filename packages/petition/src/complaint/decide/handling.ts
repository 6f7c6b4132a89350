import type { DecideTable } from '@redress/core'
import { petitionErrors } from '../../errors.js'
import type { handlingInputs } from '../commands/handling.js'
import type { Complaint, Stage } from '../state.js'
import type { ComplaintTypes, Context } from '../types.js'
import { checkDay, checkPerson } from './checks.js'

type Handling = Pick<DecideTable<ComplaintTypes>, keyof typeof handlingInputs>

export const decideHandling: Handling = {
  assign: (state, { handler }) => [
    { type: 'petition.complaint-handler-assigned', data: { handler: checkPerson(handler, state) } },
  ],

  requestRecusal: (_, input) => [{ type: 'petition.complaint-recusal-requested', data: input }],

  decideRecusal: (_, input, { by }) => {
    if (by.kind === 'officer' && by.id === input.person) throw petitionErrors.OWN_RECUSAL()
    return [{ type: 'petition.complaint-recusal-decided', data: input }]
  },

  hearStatement: (state, input, context) => {
    checkDay('on', input.on, context, state.receivedOn)
    return [{ type: 'petition.complaint-statement-heard', data: input }]
  },

  extend: (state, input, context) => {
    checkExtension(input.days, context)
    const { directory } = context
    const heads = directory.successors(state.unit).flatMap(({ id }) => directory.posts(id, 'head'))
    if (heads.length > 0 && !heads.some((post) => post.person === input.approvedBy)) {
      throw petitionErrors.APPROVER_NOT_HEAD({ person: input.approvedBy, unit: state.unit })
    }
    checkDay('noticeOn', input.noticeOn, context, state.acceptedOn)
    return [{ type: 'petition.complaint-extended', data: input }]
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
    return [{ type: 'petition.complaint-hearing-concluded', data: { ...input, stage: stageOf(state) } }]
  },

  openMediation: (_, input, { today }) => {
    checkConsent('A mediation', input)
    return [{ type: 'petition.complaint-mediation-opened', data: { on: today, mediator: input.mediator } }]
  },

  failMediation: (_, { reason }, { today }) => [
    { type: 'petition.complaint-mediation-failed', data: { on: today, reason } },
  ],

  settle: (_, input, { today }) => {
    checkConsent('An agreement', input)
    const { by, agreement } = input
    return [{ type: 'petition.complaint-settled', data: { on: today, by, agreement } }]
  },

  recordPerformance: (state, input, context) => {
    checkDay('on', input.on, context, state.settlement?.on)
    return [{ type: 'petition.complaint-agreement-performed', data: input }]
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
