import { type CaseKind, type Reason, reason } from '@redress/core'
import { isAtWindow } from './staff.js'
import { pendingHandOver, type Visit } from './state.js'
import type { VisitContext, VisitTypes } from './types.js'

const law = '信访工作条例 2022'
const notAtWindow = reason(
  'NOT_AT_WINDOW',
  'only the centre and the unit on duty at this window may do this',
  '只有接访中心和当前窗口的值班单位可以操作',
)
const notHeard = reason(
  'NOT_HEARD',
  'nothing that the person said is written down yet',
  '尚未如实记录来访人的陈述',
  `${law} Art. 19 ¶2`,
)
const handOverPending = reason(
  'HAND_OVER_PENDING',
  'a hand-over is not finished: finish it first',
  '有一项转办尚未完成',
)
const jointOpen = reason(
  'JOINT_OPEN',
  'it is not recorded whether each invited unit was present',
  '尚未记录受邀单位是否到场',
  `${law} Art. 18 ¶3`,
)
const jointUnanswered = reason(
  'JOINT_UNANSWERED',
  'a unit that is present has not answered',
  '到场单位尚未答复',
  `${law} Art. 18 ¶3`,
)

type Guards = NonNullable<CaseKind<VisitTypes>['guards']>

const atWindow = (state: Visit, context: VisitContext): Reason | undefined =>
  isAtWindow(state, context) ? undefined : notAtWindow

/** At the window, and something else. */
const atWindowAnd =
  (also: (state: Visit) => Reason | undefined) =>
  (state: Visit, context: VisitContext): Reason | undefined =>
    atWindow(state, context) ?? also(state)

/** Nobody is sent elsewhere, or away, before they were listened to (Art. 18–20). */
const heard = ({ statements }: Visit): Reason | undefined => (statements.length > 0 ? undefined : notHeard)

const settled = (state: Visit): Reason | undefined =>
  pendingHandOver(state) === undefined ? undefined : handOverPending

/** Reasons beside the status, whatever the input. They show on the button and guard the command. */
export const visitGuards: Guards = {
  miss: atWindow,
  arrive: atWindow,
  call: atWindow,
  recall: atWindow,
  noShow: atWindow,
  requeue: atWindow,
  leave: atWindow,
  transfer: atWindow,
  receive: atWindow,
  record: atWindow,
  accuse: atWindow,
  recuse: atWindow,
  invite: atWindow,
  attend: atWindow,
  noteInquiry: atWindow,
  refer: atWindow,
  handOver: atWindowAnd((state) => heard(state) ?? settled(state)),
  advise: atWindowAnd(heard),
  close: atWindowAnd(
    (state) => (state.inquiries > 0 ? undefined : heard(state)) ?? settled(state) ?? joint(state),
  ),
}

function joint({ joint: units }: Visit): Reason | undefined {
  if (units.some(({ present }) => present === null)) return jointOpen
  return units.some(({ present, answers }) => present === true && answers.length === 0)
    ? jointUnanswered
    : undefined
}
