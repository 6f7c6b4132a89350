import type { DecideTable } from '@redress/core'
import { petitionErrors } from '../../errors.js'
import { checkDay, checkRecipient } from '../../matter/checks.js'
import type { outcomeInputs } from '../commands/outcome.js'
import { suggestionErrors } from '../errors.js'
import type { SuggestionTypes } from '../types.js'

type Outcome = Pick<DecideTable<SuggestionTypes>, keyof typeof outcomeInputs>

export const decideOutcome: Outcome = {
  reply: (state, { on, channel, proof }, context) => {
    const data = { on: checkDay('on', on ?? context.today, context, state.decision?.on), channel }
    return [{ type: 'petition.suggestion-replied', data, sealed: { texts: { proof } } }]
  },

  failReply: (state, { on, channel, reason, detail }, context) => {
    const data = { on: checkDay('on', on ?? context.today, context, state.decision?.on), channel, reason }
    return [{ type: 'petition.suggestion-not-reached', data, sealed: { texts: { detail } } }]
  },

  plan: (state, input, context) => {
    const { unit = state.unit, by, measures, reason } = input
    const { today } = context
    if (by < today) throw petitionErrors.DATE_BEFORE_EVENT({ field: 'by', date: by, notBefore: today })
    if (state.realisation !== null && reason === undefined) throw suggestionErrors.PLAN_REASON_MISSING()
    checkRecipient(unit, state, context)
    const data = { on: today, unit, by }
    return [{ type: 'petition.suggestion-planned', data, sealed: { texts: { measures, reason } } }]
  },

  reportProgress: (_, { text }, { today }) => [
    {
      type: 'petition.suggestion-progress-reported',
      data: { on: today },
      sealed: { texts: { progress: text } },
    },
  ],

  realise: (state, { on, proof }, context) => {
    const data = { on: checkDay('on', on ?? context.today, context, state.decision?.on) }
    return [{ type: 'petition.suggestion-realised', data, sealed: { texts: { proof } } }]
  },

  giveUp: (_, { reasons }, { today }) => [
    { type: 'petition.suggestion-given-up', data: { on: today }, sealed: { texts: { reasons } } },
  ],

  honour: (state, { on, kind, award, consent }, context) => {
    if (!consent) throw suggestionErrors.HONOUR_WITHOUT_CONSENT()
    const data = { on: checkDay('on', on ?? context.today, context, state.decision?.on), kind }
    return [{ type: 'petition.suggestion-honoured', data, sealed: { texts: { award } } }]
  },

  close: (_, { summary }, { today }) => [
    { type: 'petition.suggestion-closed', data: { on: today }, sealed: { texts: { summary } } },
  ],

  withdraw: (_, { reason }, { today }) => [
    { type: 'petition.suggestion-withdrawn', data: { on: today }, sealed: { texts: { reason } } },
  ],

  reopen: (_, { reasons }, { today }) => [
    { type: 'petition.suggestion-reopened', data: { on: today }, sealed: { texts: { reasons } } },
  ],
}
