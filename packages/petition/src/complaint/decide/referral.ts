import type { DecideTable } from '@redress/core'
import { petitionErrors } from '../../errors.js'
import { actingUnit, checkDay, checkRecipient } from '../../matter/checks.js'
import type { referralInputs } from '../commands/referral.js'
import type { Complaint } from '../state.js'
import type { ComplaintTypes, Context } from '../types.js'

type Referrals = Pick<DecideTable<ComplaintTypes>, keyof typeof referralInputs>

export const decideReferral: Referrals = {
  refer: (state, input, context) => {
    if (input.to === state.unit) throw petitionErrors.ALREADY_THERE({ unit: input.to })
    checkRecipient(input.to, state, context)
    if (input.manner === 'assignment') {
      if (input.reportBy === undefined) throw petitionErrors.REPORT_DATE_MISSING()
      if (input.reportBy < context.today) {
        throw petitionErrors.DATE_BEFORE_EVENT({
          field: 'reportBy',
          date: input.reportBy,
          notBefore: context.today,
        })
      }
    }
    const reportBy = input.manner === 'assignment' ? (input.reportBy ?? null) : null
    const from = actingUnit(state, context)
    const data = { from, to: input.to, on: context.today, manner: input.manner, reportBy }
    return [{ type: 'petition.complaint-referred', data }]
  },

  object: (state, { reasons }, context) => {
    const due = context.due('jurisdictionObjection')
    if (due !== undefined && Date.parse(context.at) >= due.at) {
      const source = context.rules.limits.jurisdictionObjection?.source ?? ''
      throw petitionErrors.OBJECTION_LATE({ until: due.date, source })
    }
    const data = { on: context.today, by: state.unit }
    return [{ type: 'petition.complaint-objected', data, sealed: { texts: { reasons } } }]
  },

  answerObjection: (state, { consent, reasons }, context) => {
    const referrer = state.referral?.from ?? state.receivedBy
    if (context.by.kind === 'officer' && context.by.unit !== referrer) {
      throw petitionErrors.OBJECTION_NOT_ANSWERABLE({ referrer })
    }
    const on = context.today
    if (consent) checkRecipient(referrer, state, context)
    const sealed = { texts: { reasons } }
    return consent
      ? [{ type: 'petition.complaint-returned', data: { on, to: referrer }, sealed }]
      : [{ type: 'petition.complaint-objection-refused', data: { on }, sealed }]
  },

  settleDispute: (state, { to, reasons }, context) => {
    checkSettler(state, context)
    checkRecipient(to, state, context)
    const data = { on: context.today, by: actingUnit(state, context), to }
    return [{ type: 'petition.complaint-dispute-settled', data, sealed: { texts: { reasons } } }]
  },

  accept: (state, input, context) => {
    const reachable = state.petitioners.some((one) => one.reachable)
    // The duty to tell in writing lapses where name or address is unclear (信访工作条例 2022 Art. 23 ¶2).
    const noticeOn = input.noticeOn ?? (reachable ? context.today : null)
    if (noticeOn !== null) checkDay('noticeOn', noticeOn, context, state.receivedOn)
    return [{ type: 'petition.complaint-accepted', data: { on: context.today, noticeOn } }]
  },

  notAccept: (state, input, context) => {
    checkDay('noticeOn', input.noticeOn, context, state.receivedOn)
    if (input.ground === 'notCompetent' && state.status === 'referred' && context.rules.policy.objection) {
      const why = 'a body that was sent a case says so by `object`, within the limit and to the sender'
      throw petitionErrors.GROUND_NOT_FULFILLED({ ground: input.ground, why })
    }
    if (input.ground === 'alreadyEnded') {
      const why =
        input.endedCase === undefined
          ? 'name the ended case with the same facts and the same reasons in `endedCase`'
          : context.named?.state.ending?.ground === 'reReviewDelivered'
            ? undefined
            : 'the named case has not ended by a re-review'
      if (why !== undefined) throw petitionErrors.GROUND_NOT_FULFILLED({ ground: input.ground, why })
    }
    const { reasons, advice, ...data } = input
    return [{ type: 'petition.complaint-not-accepted', data, sealed: { texts: { reasons, advice } } }]
  },

  routeOut: (state, input, context) => {
    checkDay('noticeOn', input.noticeOn, context, state.receivedOn)
    const { body, advice, ...data } = input
    return [{ type: 'petition.complaint-routed-out', data, sealed: { texts: { body, advice } } }]
  },

  reportBack: (_, { report }, { today }) => [
    { type: 'petition.complaint-reported-back', data: { on: today }, sealed: { texts: { report } } },
  ],

  assist: (_, { kind, to }, { today }) => [
    { type: 'petition.complaint-assisted', data: { on: today, kind }, sealed: { texts: { to } } },
  ],
}

/** A dispute goes to the common superior of the two bodies, or to its petition office. */
function checkSettler(state: Complaint, { by, directory }: Context): void {
  if (by.kind !== 'officer') return
  const heir = (unit: string) => directory.successors(unit)[0]?.id ?? unit
  const superior = directory.commonSuperior(
    heir(state.objection?.by ?? state.unit),
    heir(state.referral?.from ?? state.receivedBy),
  )
  const office = directory.unit(by.unit)
  const isParty = by.unit === state.objection?.by || by.unit === state.referral?.from
  const settles =
    superior !== undefined &&
    !isParty &&
    (superior.id === by.unit || (office?.type === 'petitionOffice' && office.parent === superior.id))
  if (!settles) throw petitionErrors.DISPUTE_NOT_SETTLEABLE({ superior: superior?.id })
}
