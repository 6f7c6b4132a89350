import { type CaseKind, type Reason, reason } from '@redress/core'
import { isAdopted, isReachable, type Suggestion } from './state.js'
import type { SuggestionTypes } from './types.js'

const law = '信访工作条例 2022'
const returnOpen = reason(
  'RETURN_OPEN',
  'the body has asked to send it back',
  '退回申请尚未处理',
  `${law} Art. 23 ¶3`,
)
const noReturn = reason('NO_RETURN', 'nobody has asked to send it back', '没有待处理的退回申请')
const noOfficer = reason('NO_OFFICER', 'no officer is in charge of the study', '尚未确定承办人')
const published = reason('PUBLISHED', 'it is published; take it back first', '已公开，请先撤回公开')
const notPublished = reason('NOT_PUBLISHED', 'it is not published', '尚未公开')
const confidential = reason(
  'CONFIDENTIAL',
  'the author wants it kept in confidence',
  '建议人要求保密',
  '个人信息保护法 Art. 25',
)
const notReplied = reason(
  'NOT_REPLIED',
  'the author has not been replied to',
  '尚未答复建议人',
  `${law} Art. 29 ¶1`,
)
const notAdopted = reason('NOT_ADOPTED', 'it is not adopted', '未予采纳')
const noPlan = reason('NO_PLAN', 'there is no plan', '尚未制定落实计划')
const realisationEnded = reason('REALISATION_ENDED', 'it is realised or given up', '已落实或者已终止落实')
const realisationOpen = reason(
  'REALISATION_OPEN',
  'what was adopted is neither realised nor given up',
  '采纳的建议尚未落实',
)
const answerNotPublished = reason(
  'ANSWER_NOT_PUBLISHED',
  'its supporters are owed a published answer',
  '尚未公开答复附议人',
)
const noAuthor = reason('NO_AUTHOR', 'nobody knows its author', '建议人不明')
const noneSetAside = reason('NONE_SET_ASIDE', 'no support was set aside', '没有被搁置的附议')

/** Reasons beside the status, whatever the input. They show on the button and guard the command. */
export const suggestionGuards: NonNullable<CaseKind<SuggestionTypes>['guards']> = {
  handOver: ({ publication }) => (publication === null ? undefined : published),
  transfer: ({ returnAskedBy }) => (returnAskedBy === null ? undefined : returnOpen),
  askReturn: ({ returnAskedBy }) => (returnAskedBy === null ? undefined : returnOpen),
  answerReturn: ({ returnAskedBy }) => (returnAskedBy === null ? noReturn : undefined),
  study: ({ returnAskedBy }) => (returnAskedBy === null ? undefined : returnOpen),
  decide: ({ officer }) => (officer === null ? noOfficer : undefined),
  plan: (state) => (isAdopted(state) ? ended(state) : notAdopted),
  reportProgress: realisationReason,
  realise: realisationReason,
  giveUp: realisationReason,
  honour: ({ petitioners }) => (petitioners.length === 0 ? noAuthor : undefined),
  publish: (state) => (state.confidential ? confidential : undefined),
  unpublish: ({ publication }) => (publication === null ? notPublished : undefined),
  restore: ({ setAsides }) => (setAsides === 0 ? noneSetAside : undefined),
  close: closeReason,
}

function realisationReason(state: Suggestion): Reason | undefined {
  return state.realisation === null ? noPlan : ended(state)
}

const ended = ({ realisation }: Suggestion): Reason | undefined =>
  realisation === null || realisation.state === 'planned' ? undefined : realisationEnded

function closeReason(state: Suggestion): Reason | undefined {
  const { reply, notReached, realisation, duties, publication } = state
  if (isReachable(state) && reply === null && notReached === null) return notReplied
  if (isAdopted(state) && (realisation === null || realisation.state === 'planned')) return realisationOpen
  const owed = duties.some((one) => one.duty === 'answer') && publication?.answered === false
  return owed ? answerNotPublished : undefined
}
