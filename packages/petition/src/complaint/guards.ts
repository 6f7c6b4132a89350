import { type CaseKind, type Reason, reason } from '@redress/core'
import type { Complaint } from './state.js'
import type { ComplaintTypes, Context } from './types.js'

const law = '信访工作条例 2022'
const notClassified = reason('NOT_CLASSIFIED', 'it is not classified yet', '尚未分类', `${law} Art. 29–31`)
const classifiedAlready = reason('CLASS_FIXED', 'an accusation stays one', '检举控告类事项不得在此改类')
const objectionOpen = reason(
  'OBJECTION_OPEN',
  'an objection to jurisdiction is open',
  '异议尚未处理',
  `${law} Art. 23 ¶3`,
)
const noObjection = reason('NO_OBJECTION', 'no objection to jurisdiction is open', '没有待处理的异议')
const noDispute = reason('NO_DISPUTE', 'there is no dispute between bodies', '没有受理争议')
const objectionUnknown = reason(
  'OBJECTION_NOT_PROVIDED',
  'the rules of this case provide no objection',
  '本规则未规定异议程序',
)
const notAssigned = reason('NOT_ASSIGNED', 'no assignment asks for a report', '并非交办事项，无须反馈')
const reported = reason('REPORTED', 'the report has been given', '已反馈办理结果')
const notHeard = reason(
  'NOT_HEARD',
  'the petitioner has not been heard',
  '尚未听取信访人陈述',
  `${law} Art. 31 (6)`,
)
const hearingOpen = reason('HEARING_OPEN', 'a hearing is open', '听证尚未结束')
const noHearing = reason('NO_HEARING', 'no hearing is open', '没有正在进行的听证')
const mediationOpen = reason('MEDIATION_OPEN', 'a mediation is open', '调解尚未结束')
const noMediation = reason('NO_MEDIATION', 'no mediation is open', '没有正在进行的调解')
const noSettlement = reason('NO_SETTLEMENT', 'there is no agreement', '尚未达成协议')
const settled = reason('SETTLED', 'an agreement has been reached', '已达成协议')
const performed = reason('PERFORMED', 'the agreement has been performed', '协议已履行')
const notPerformed = reason('NOT_PERFORMED', 'the agreement has not been performed', '协议尚未履行')
const noAnswer = reason('NO_ANSWER', 'there is no delivered answer', '尚无已送达的答复')
const evaluated = reason('EVALUATED', 'this answer has been evaluated', '已经评价')
const asked = reason(
  'EVALUATION_ASKED',
  'the petitioner has been asked about this answer',
  '已征求过满意度评价',
)
const evaluationClosed = reason(
  'EVALUATION_CLOSED',
  'the time to evaluate this answer is over',
  '评价期限已过',
)
const noSecondLook = reason('NO_SECOND_LOOK', 'no second look is open', '没有待进行的回访复核')
const noExtension = reason(
  'EXTENSION_NOT_PROVIDED',
  'the limit of this case cannot be extended',
  '本事项不适用延期',
  `${law} Art. 34`,
)
const extended = reason(
  'EXTENDED',
  'the limit has been extended as often as the rules allow',
  '已达延期次数上限',
  `${law} Art. 34`,
)
const windowOpen = reason(
  'WINDOW_OPEN',
  'the time to ask for review is still running',
  '申请复查、复核的期限尚未届满',
  `${law} Art. 35–36`,
)
const noReview = reason(
  'NO_REVIEW',
  'this matter has no right of review',
  '本事项不适用复查复核',
  `${law} Art. 35–36`,
)
const endedForGood = reason('ENDED', 'the matter has ended for good', '信访事项已经终结')
const wrongRung = reason(
  'WRONG_RUNG',
  'another remedy comes next',
  '现阶段应适用另一级复查（复核）程序',
  `${law} Art. 35–36`,
)
const notSupported = reason(
  'NOT_SUPPORTED',
  'no request was supported, so there is nothing to carry out',
  '没有获得支持的请求',
)
const executed = reason('EXECUTED', 'it has been carried out', '已执行')
const executionPending = reason(
  'EXECUTION_PENDING',
  'the supported request has not been carried out',
  '支持的请求尚未执行',
  `${law} Art. 32 ¶2`,
)

/** Reasons beside the status, whatever the input. They show on the button and guard the command. */
export const complaintGuards: NonNullable<CaseKind<ComplaintTypes>['guards']> = {
  classify: (state) => (state.class === 'accusation' ? classifiedAlready : undefined),
  refer: (state) => (state.objection === null ? undefined : objectionOpen),
  accept: (state) => needsClass(state) ?? (state.objection === null ? undefined : objectionOpen),
  notAccept: (state) => (state.objection === null ? undefined : objectionOpen),
  routeOut: (state) => (state.objection === null ? undefined : objectionOpen),
  object: (state, { rules }) =>
    !rules.policy.objection ? objectionUnknown : state.objection === null ? undefined : objectionOpen,
  answerObjection: (state) => (state.objection?.state === 'raised' ? undefined : noObjection),
  settleDispute: (state) => (state.objection?.state === 'disputed' ? undefined : noDispute),
  reportBack: (state) =>
    state.referral?.manner !== 'assignment' ? notAssigned : state.reportedOn === null ? undefined : reported,
  extend: (state, context) => extensionReason(state, context),
  openHearing: (state) => (isHearing(state) ? hearingOpen : undefined),
  concludeHearing: (state) => (isHearing(state) ? undefined : noHearing),
  openMediation: (state) =>
    isMediating(state) ? mediationOpen : state.settlement === null ? undefined : settled,
  failMediation: (state) => (isMediating(state) ? undefined : noMediation),
  settle: (state) => (state.settlement === null ? undefined : settled),
  recordPerformance: (state) =>
    state.settlement === null ? noSettlement : state.settlement.performedOn === null ? undefined : performed,
  answer: (state, context) =>
    isPetitionAppeal(state, context) && state.statements.length === 0
      ? notHeard
      : isHearing(state)
        ? hearingOpen
        : undefined,
  answerReview: (state) => (isHearing(state) ? hearingOpen : undefined),
  answerReReview: (state) => (isHearing(state) ? hearingOpen : undefined),
  askEvaluation: (state) => evaluationReason(state) ?? (state.evaluationAskedOn === null ? undefined : asked),
  evaluate: (state, context) => evaluationReason(state) ?? closedReason(context),
  assignSecondLook: (state) => secondLookReason(state),
  concludeSecondLook: (state) => secondLookReason(state),
  requestReview: (state) => reviewReason(state, 'handling'),
  requestReReview: (state) => reviewReason(state, 'review'),
  recordExecution: (state) =>
    !isSupported(state) ? notSupported : state.executedOn === null ? undefined : executed,
  close: (state) => closeReason(state),
  end: (state) => executionReason(state),
  reopen: (state, context) => windowReason(state, context),
}

/** Whether a hearing is going on. */
const isHearing = (state: Complaint): boolean => state.hearing !== null && state.hearing.to === null

/** Whether a mediation is going on. */
const isMediating = (state: Complaint): boolean =>
  state.mediation !== null && !state.mediation.failed && state.settlement === null

/** Whether the last delivered answer gives the petitioner what was asked for. */
const isSupported = (state: Complaint): boolean => {
  const outcome = state.delivered.findLast((one) => one.stage === 'handling')?.outcome
  return outcome === 'supported'
}

/** Whether the petition rules' own limit for handling and their ladder of review govern it. */
export const isPetitionAppeal = (state: Complaint, { rules }: Pick<Context, 'rules'>): boolean =>
  state.class === 'appeal' && (rules.policy.handleLimitFor === 'everyAppeal' || state.route === 'petition')

const needsClass = (state: Complaint): Reason | undefined =>
  state.class === null ? notClassified : undefined

const evaluationReason = (state: Complaint): Reason | undefined =>
  state.delivered.length === 0 ? noAnswer : state.evaluation === null ? undefined : evaluated

/** The window to evaluate, where the rules of the case set one. */
function closedReason({ clocks, due, at }: Context): Reason | undefined {
  const run = clocks.findLast((one) => one.clock === 'evaluate')
  const end = run?.stoppedAt === undefined ? due('evaluate') : undefined
  return end !== undefined && Date.parse(at) >= end.at ? evaluationClosed : undefined
}

const secondLookReason = ({ secondLook }: Complaint): Reason | undefined =>
  secondLook !== null && secondLook.concluded === null ? undefined : noSecondLook

function extensionReason(state: Complaint, context: Context): Reason | undefined {
  const rule = context.rules.limits.handle?.extension
  if (rule === undefined || !isPetitionAppeal(state, context)) return noExtension
  return state.extensions >= rule.times ? extended : undefined
}

function reviewReason(state: Complaint, stage: 'handling' | 'review'): Reason | undefined {
  const last = state.delivered.at(-1)
  if (last === undefined) return noAnswer
  if (state.class !== 'appeal') return noReview
  if (state.status === 'ended' && state.ending?.ground !== 'reviewWindowLapsed') return endedForGood
  return last.stage === stage ? undefined : wrongRung
}

function closeReason(state: Complaint): Reason | undefined {
  if (state.settlement !== null && state.settlement.performedOn === null) return notPerformed
  if (state.status === 'accepted' && state.settlement === null) return noSettlement
  return executionReason(state)
}

const executionReason = (state: Complaint): Reason | undefined =>
  isSupported(state) && state.executedOn === null ? executionPending : undefined

/** A body does not take up its own answer again while the petitioner may still turn to the next-higher one. */
function windowReason(state: Complaint, context: Context): Reason | undefined {
  if (state.status === 'ended') return undefined
  const now = Date.parse(context.at)
  const open = ['requestReview', 'requestReReview'].some((clock) => {
    const run = context.clocks.findLast((one) => one.clock === clock)
    const due = run?.stoppedAt === undefined ? context.due(clock) : undefined
    return due !== undefined && now < due.at
  })
  return open ? windowOpen : undefined
}
