import { type CaseKind, reason } from '@redress/core'
import type { Accusation } from './state.js'
import type { AccusationTypes } from './types.js'

const law = '信访工作条例 2022'
const withdrawn = reason('WITHDRAWN', 'it has been withdrawn already', '已经撤回')
const notWithdrawn = reason('NOT_WITHDRAWN', 'no withdrawal waits for a decision', '没有待决定的撤回申请')
const withdrawalOpen = reason('WITHDRAWAL_OPEN', 'a withdrawal waits for a decision', '撤回申请尚待决定')
const nobodyInvestigates = reason('NOT_INVESTIGATED', 'nobody is named to investigate', '尚未确定核查人员')
const resultTold = reason('RESULT_TOLD', 'the accuser has been told the result', '已向检举控告人反馈')
const resultNotTold = reason(
  'RESULT_NOT_TOLD',
  'the accuser has not been told the result, and no attempt to reach them is recorded',
  '尚未向检举控告人反馈办理结果，也未记录无法联系的情况',
  `${law} Art. 30 ¶1`,
)
const notCleared = reason('NOT_CLEARED', 'the wrongly accused has not been cleared', '尚未为被错告人员澄清')
const nothingToClear = reason(
  'NOTHING_TO_CLEAR',
  'what was reported has been found true',
  '反映问题属实，不适用澄清',
)
const nothingFound = reason('NOTHING_FOUND', 'nothing was found that a measure could rest on', '未查实问题')
const objectionUnknown = reason(
  'OBJECTION_NOT_PROVIDED',
  'the rules of this case provide no objection',
  '本规则未规定异议程序',
)

/** Reasons beside the status, whatever the input. They show on the button and guard the command. */
export const accusationGuards: NonNullable<CaseKind<AccusationTypes>['guards']> = {
  giveBack: (_, { rules }) => (rules.policy.objection ? undefined : objectionUnknown),
  withdraw: ({ withdrawal }) => (withdrawal === null ? undefined : withdrawn),
  decideWithdrawal: ({ withdrawal }) => (withdrawal?.decided === null ? undefined : notWithdrawn),
  conclude: ({ investigators, withdrawal }) => {
    if (withdrawal?.decided === null) return withdrawalOpen
    return investigators.length === 0 ? nobodyInvestigates : undefined
  },
  clarify: ({ conclusion }) => (conclusion?.outcome === 'found' ? nothingToClear : undefined),
  propose: ({ conclusion }) =>
    conclusion?.outcome === 'found' || conclusion?.outcome === 'partlyFound' ? undefined : nothingFound,
  feedBack: ({ feedback }) => (feedback?.reached === true ? resultTold : undefined),
  failToReach: ({ feedback }) => (feedback?.reached === true ? resultTold : undefined),
  close: (state) => (state.feedback === null ? resultNotTold : isToBeCleared(state) ? notCleared : undefined),
}

/** A finding that somebody was wrongly accused is not the end of it while nobody has heard it. */
const isToBeCleared = ({ conclusion, clarifications }: Accusation): boolean =>
  conclusion?.outcome === 'clarified' && clarifications.length === 0
