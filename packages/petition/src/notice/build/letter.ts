import type { AgreementDocument, CompletionReport, ReferralLetter } from '../model.js'
import { baseOf, lastOf, letterOf, type NoticeFacts, nextSteps, textAt } from './facts.js'

/** 转送函, 交办函: of the last sending on. */
export function referralOf(facts: NoticeFacts, type: ReferralLetter['type']): ReferralLetter | undefined {
  const { referral } = facts.state
  const manner = type === 'transferLetter' ? 'transfer' : 'assignment'
  if (referral === null || referral.manner !== manner) return undefined
  const { from, to, on, reportBy } = referral
  return {
    ...letterOf(facts, type, on, from),
    type,
    to: facts.unit(to),
    reportBy,
    next: nextSteps(facts, ['forwardedNotice', 'jurisdictionObjection']),
  }
}

/** 办结报告: the report on an assignment. */
export function completionOf(facts: NoticeFacts): CompletionReport | undefined {
  const { state } = facts
  const reported = lastOf(facts, 'petition.complaint-reported-back')
  if (reported === undefined) return undefined
  const { unit = state.unit } = reported.by
  const sent = facts.history.findLast(
    (event) => event.version < reported.version && event.type === 'petition.complaint-referred',
  )
  const to = sent?.type === 'petition.complaint-referred' ? sent.data.from : undefined
  const answer = state.delivered.at(-1)
  return {
    ...letterOf(facts, 'completionReport', reported.data.on, unit),
    type: 'completionReport',
    to: to === undefined ? null : facts.unit(to),
    report: textAt(facts, reported.version, 'report'),
    outcome: answer?.outcome ?? null,
    deliveredOn: answer?.deliveredOn ?? null,
  }
}

/** 调解协议书, 和解协议书 (信访工作条例 2022 Art. 33). */
export function agreementOf(
  facts: NoticeFacts,
  type: AgreementDocument['type'],
): AgreementDocument | undefined {
  const { settlement, unit } = facts.state
  const settled = lastOf(facts, 'petition.complaint-settled')
  const by = type === 'mediationAgreement' ? 'mediation' : 'settlement'
  if (settlement === null || settled === undefined || settlement.by !== by) return undefined
  const opened = lastOf(facts, 'petition.complaint-mediation-opened')
  const mediator = opened === undefined ? '' : textAt(facts, opened.version, 'mediator')
  return {
    ...baseOf(facts, type, settlement.on, settled.by.unit ?? unit),
    type,
    agreement: textAt(facts, settled.version, 'agreement'),
    mediator: by === 'mediation' && mediator !== '' ? mediator : null,
    performedOn: settlement.performedOn,
  }
}
