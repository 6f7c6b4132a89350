import type { DecideTable } from '@redress/core'
import { petitionErrors } from '../../errors.js'
import { actingUnit, checkDay, checkPerson, checkRecipient } from '../../matter/checks.js'
import type { studyInputs } from '../commands/study.js'
import { suggestionErrors } from '../errors.js'
import type { SuggestionTypes } from '../types.js'
import { noticeDay } from './intake.js'

type Study = Pick<DecideTable<SuggestionTypes>, keyof typeof studyInputs>

export const decideStudy: Study = {
  transfer: (state, { to, reasons }, context) => {
    if (to === state.unit) throw petitionErrors.ALREADY_THERE({ unit: to })
    checkRecipient(to, state, context)
    const data = { on: context.today, from: actingUnit(state, context), to }
    return [{ type: 'petition.suggestion-transferred', data, sealed: { texts: { reasons } } }]
  },

  askReturn: ({ unit }, { reasons }, context) => {
    const due = context.due('jurisdictionObjection')
    if (due !== undefined && Date.parse(context.at) >= due.at) {
      const source = context.rules.limits.jurisdictionObjection?.source ?? ''
      throw petitionErrors.OBJECTION_LATE({ until: due.date, source })
    }
    const data = { on: context.today, by: unit }
    return [{ type: 'petition.suggestion-return-asked', data, sealed: { texts: { reasons } } }]
  },

  answerReturn: (state, { consent, reasons }, context) => {
    const referrer = state.referral?.from ?? state.receivedBy
    // A unit that has ended is followed to the one that took over its work.
    const isReferrer = (unit: string) =>
      unit === referrer || context.directory.successors(referrer).some(({ id }) => id === unit)
    if (context.by.kind === 'officer' && !isReferrer(context.by.unit))
      throw petitionErrors.OBJECTION_NOT_ANSWERABLE({ referrer })
    const on = context.today
    const sealed = { texts: { reasons } }
    if (!consent) return [{ type: 'petition.suggestion-return-refused', data: { on }, sealed }]
    const to = context.by.kind === 'officer' ? context.by.unit : referrer
    return [{ type: 'petition.suggestion-returned', data: { on, to }, sealed }]
  },

  study: (state, { officer, noticeOn }, context) => {
    const data = {
      on: context.today,
      unit: actingUnit(state, context),
      officer: checkPerson(officer, state),
      noticeOn: noticeDay(state, noticeOn, context),
    }
    return [{ type: 'petition.suggestion-study-opened', data }]
  },

  assign: (state, { officer }) => [
    { type: 'petition.suggestion-officer-assigned', data: { officer: checkPerson(officer, state) } },
  ],

  recuse: (_, { person, reason }, { by }) => {
    if (by.kind === 'officer' && by.id === person) throw petitionErrors.OWN_RECUSAL()
    return [{ type: 'petition.suggestion-officer-recused', data: { person }, sealed: { texts: { reason } } }]
  },

  hearView: (state, { on, from, name, view }, context) => {
    const data = { on: checkDay('on', on ?? context.today, context, state.receivedOn), from }
    return [{ type: 'petition.suggestion-view-heard', data, sealed: { texts: { name, view } } }]
  },

  decide: (state, { outcome, reasons, adopted }, context) => {
    if (outcome === 'adoptPartly' && adopted === undefined) throw suggestionErrors.ADOPTED_PART_MISSING()
    const data = { on: context.today, by: actingUnit(state, context), outcome }
    return [{ type: 'petition.suggestion-decided', data, sealed: { texts: { reasons, adopted } } }]
  },
}
