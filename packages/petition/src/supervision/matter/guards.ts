import { type CaseKind, type Reason, reason } from '@redress/core'
import { supervises } from '../access.js'
import { supervisionOf } from '../defaults.js'
import { isListed, isUrged, pendingRectification, type Supervision } from './state.js'
import type { Context, SupervisionTypes } from './types.js'

const notSupervisor = reason(
  'NOT_SUPERVISOR',
  'only a unit that stands above the supervised one, or an office of its government, may take this measure',
  '只有上级单位或者本级信访部门、联席会议可以采取此措施',
  '信访工作条例 2022 Art. 39 ¶3',
)
const notUrged = reason('NOT_URGED', 'no urging waits for an answer', '没有待答复的催办')
const listed = reason('LISTED', 'it is on the list already', '已挂牌督办')
const notListed = reason('NOT_LISTED', 'it is not on the list', '未挂牌督办')
const rectifying = reason('RECTIFYING', 'a rectification is under way', '已有正在进行的限期整改')
const notRectifying = reason('NOT_RECTIFYING', 'no rectification is under way', '没有正在进行的限期整改')
const reported = reason(
  'RECTIFICATION_REPORTED',
  'it is reported and waits for its check',
  '已报告，等待验收',
)
const unreported = reason('RECTIFICATION_UNREPORTED', 'nothing is reported yet', '尚未报告整改情况')
const byAnother = reason(
  'CHECKED_BY_ANOTHER',
  'who ordered or reported a rectification does not check it',
  '下达或者报告整改的人员不得验收',
)

/** Reasons beside the status. They show on the button and guard the command. */
export const matterGuards: NonNullable<CaseKind<SupervisionTypes>['guards']> = {
  answerUrging: (state) => (isUrged(state) ? undefined : notUrged),
  list: (state, context) => measureReason(state, context) ?? (isListed(state) ? listed : undefined),
  delist: (state, context) => measureReason(state, context) ?? (isListed(state) ? undefined : notListed),
  interview: measureReason,
  circulate: measureReason,
  orderRectification: (state, context) =>
    measureReason(state, context) ?? (pendingRectification(state) === undefined ? undefined : rectifying),
  reportRectification: (state) => {
    const pending = pendingRectification(state)
    if (pending === undefined) return notRectifying
    return pending.reportedOn === null ? undefined : reported
  },
  checkRectification: (state, context) => measureReason(state, context) ?? checkReason(state, context),
}

/** A unit with a part in the case may urge; a measure is for who stands above. */
function measureReason({ unit }: Supervision, { by, directory, rules }: Context): Reason | undefined {
  if (by.kind !== 'officer') return undefined
  const heirs = directory.successors(unit)
  const { offices } = supervisionOf(rules)
  return heirs.some(({ id }) => supervises(by.unit, id, directory, offices)) ? undefined : notSupervisor
}

function checkReason(state: Supervision, { by }: Context): Reason | undefined {
  const pending = pendingRectification(state)
  if (pending === undefined) return notRectifying
  if (pending.reportedOn === null) return unreported
  const took = [pending.orderedBy, pending.reportedBy]
  return by.kind === 'officer' && took.includes(by.id) ? byAnother : undefined
}
