import { procedureDeadlines } from '../../complaint/procedure-deadlines.js'
import type {
  AcceptanceNotice,
  ExtensionNotice,
  ReceiptNotice,
  RefusalNotice,
  RoutingNotice,
  SecondLookAnswer,
} from '../model.js'
import { baseOf, lastOf, type NoticeFacts, nextSteps, stepOf, textAt } from './facts.js'

/** 接收回执. */
export function receiptOf(facts: NoticeFacts): ReceiptNotice {
  const { state, queryCode } = facts
  return {
    ...baseOf(facts, 'receiptNotice', state.receivedOn, state.receivedBy),
    type: 'receiptNotice',
    queryCode,
    next: nextSteps(facts, ['sortAndForward', 'directNotice', 'forwardedNotice', 'handle']),
  }
}

/** 受理告知书 (信访工作条例 2022 Art. 23). */
export function acceptanceOf(facts: NoticeFacts): AcceptanceNotice | undefined {
  const accepted = lastOf(facts, 'petition.complaint-accepted')
  if (accepted === undefined) return undefined
  const { state } = facts
  const { on, noticeOn } = accepted.data
  return {
    ...baseOf(facts, 'acceptanceNotice', noticeOn ?? on, accepted.by.unit ?? state.unit),
    type: 'acceptanceNotice',
    acceptedOn: on,
    route: state.route,
    handle: stepOf(facts, 'handle') ?? null,
  }
}

/** 不予受理告知书, 不再受理告知书. */
export function refusalOf(facts: NoticeFacts, type: RefusalNotice['type']): RefusalNotice | undefined {
  const { refusal } = facts.state
  const refused = lastOf(facts, 'petition.complaint-not-accepted')
  const isFurther = refusal?.ground === 'alreadyEnded'
  if (refusal === null || refused === undefined) return undefined
  if (isFurther !== (type === 'noFurtherAcceptanceNotice')) return undefined
  return {
    ...baseOf(facts, type, refused.data.noticeOn, refused.by.unit ?? facts.state.unit),
    type,
    ground: refusal.ground,
    reasons: textAt(facts, refusal.version, 'reasons'),
    advice: textAt(facts, refusal.version, 'advice'),
  }
}

/** 分类处理告知书 (信访工作条例 2022 Art. 31 (1)–(5)). */
export function routingOf(facts: NoticeFacts): RoutingNotice | undefined {
  const routed = lastOf(facts, 'petition.complaint-routed-out')
  if (facts.state.routedOut === null || routed === undefined) return undefined
  const { route, noticeOn, knownOn } = routed.data
  return {
    ...baseOf(facts, 'routingNotice', noticeOn, routed.by.unit ?? facts.state.unit),
    type: 'routingNotice',
    route,
    body: textAt(facts, routed.version, 'body'),
    advice: textAt(facts, routed.version, 'advice'),
    limits: knownOn === undefined ? [] : procedureDeadlines(route, knownOn),
  }
}

/** 延长办理期限告知书 (信访工作条例 2022 Art. 34). */
export function extensionOf(facts: NoticeFacts): ExtensionNotice | undefined {
  const extended = lastOf(facts, 'petition.complaint-extended')
  if (extended === undefined) return undefined
  const { days, noticeOn } = extended.data
  return {
    ...baseOf(facts, 'extensionNotice', noticeOn, extended.by.unit ?? facts.state.unit),
    type: 'extensionNotice',
    days,
    reason: textAt(facts, extended.version, 'reason'),
    until: stepOf(facts, 'handle')?.by ?? null,
    most: facts.rules.limits.handle?.extension?.most ?? null,
  }
}

/** 回访复核答复. */
export function secondLookOf(facts: NoticeFacts): SecondLookAnswer | undefined {
  const look = facts.state.secondLook
  if (look === null || look.concluded === null) return undefined
  const { on, outcome, version } = look.concluded
  return {
    ...baseOf(facts, 'secondLookAnswer', on, look.unit),
    type: 'secondLookAnswer',
    outcome,
    finding: textAt(facts, version, 'finding'),
  }
}
