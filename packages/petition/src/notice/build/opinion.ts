import type { Complaint, Opinion, Stage } from '../../complaint/state.js'
import type { NoticeRemedy, OpinionNotice } from '../model.js'
import { baseOf, type NoticeFacts, stepOf, textAt } from './facts.js'

const documentOf: Readonly<Record<Stage, OpinionNotice['type']>> = {
  handling: 'handlingOpinion',
  review: 'reviewOpinion',
  reReview: 'reReviewOpinion',
}

/** 处理意见书, 复查意见书, 复核意见书: the last opinion of a stage, on its way or delivered. */
export function opinionOf(facts: NoticeFacts, stage: Stage): OpinionNotice | undefined {
  const { state } = facts
  const opinion = state.opinion?.stage === stage ? state.opinion : deliveredOf(state, stage)
  if (opinion === undefined) return undefined
  const type = documentOf[stage]
  const { version, outcome, legalBasis, on, by } = opinion
  return {
    ...baseOf(facts, type, on, by),
    type,
    outcome,
    request: textAt(facts, version, 'request'),
    facts: textAt(facts, version, 'facts'),
    opinion: textAt(facts, version, 'opinion'),
    legalBasis,
    remedy: remedyOf(facts, opinion),
  }
}

const deliveredOf = ({ delivered }: Complaint, stage: Stage): Opinion | undefined =>
  delivered.findLast((one) => one.stage === stage)

/** What comes after the opinion (信访工作条例 2022 Art. 35–36); nothing after a re-review, and nothing where it goes back. */
function remedyOf(facts: NoticeFacts, opinion: Opinion): NoticeRemedy | null {
  const { state, rules } = facts
  const { stage, outcome, remedy, defectiveNotice, version } = opinion
  if (stage === 'reReview' || outcome === 'quashedRemanded' || state.class !== 'appeal') return null
  const asks = stage === 'handling' ? 'requestReview' : 'requestReReview'
  const limit = rules.limits[asks]
  const isLast = state.delivered.at(-1)?.version === version
  return {
    asks: stage === 'handling' ? 'review' : 'reReview',
    body: remedy === null ? null : facts.unit(remedy.body),
    days: remedy?.days ?? null,
    least: limit?.amount ?? null,
    until: isLast && !defectiveNotice ? (stepOf(facts, asks)?.by ?? null) : null,
    defective: defectiveNotice,
    source: limit?.source ?? '',
  }
}
