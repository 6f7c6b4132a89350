import type { FollowedWords } from '../inquiry/followed.js'
import type { Text } from '../matter/text.js'
import type { AccusationStatus } from './state.js'

/** What a status means to the accuser. */
export const accusationStatusText: Readonly<Record<AccusationStatus, Text>> = {
  new: { en: 'Not filed yet', zh: '尚未提交' },
  received: { en: 'Received, not registered yet', zh: '已收到，待登记' },
  registered: { en: 'Registered, being sorted', zh: '已登记，正在甄别' },
  routed: { en: 'Sent to the competent body', zh: '已转送有权处理的机关、单位' },
  accepted: { en: 'Accepted', zh: '已受理' },
  investigating: { en: 'Being investigated', zh: '正在核查' },
  concluded: { en: 'Investigated; you will be told the result', zh: '已核查完毕，将向您反馈结果' },
  closed: { en: 'Closed', zh: '已办结' },
  notAccepted: { en: 'Not accepted', zh: '不予受理' },
  discontinued: { en: 'Discontinued after it was withdrawn', zh: '撤回后终止办理' },
}

/** What a clock means to the accuser. */
export const accusationClockText: Readonly<Record<string, Text>> = {
  sortAndForward: { en: 'The petition office sorts it and sends it on', zh: '信访部门登记、转送' },
  directNotice: { en: 'The body tells you whether it takes it', zh: '有关机关、单位书面告知' },
  forwardedNotice: {
    en: 'The body tells you receipt, path and procedure',
    zh: '有权处理机关告知接收情况、处理途径和程序',
  },
}

/** What an act means to the accuser; acts that are not listed are internal. */
export const accusationEventText: Readonly<Record<string, Text>> = {
  'petition.accusation-filed': { en: 'Received', zh: '收到' },
  'petition.accusation-registered': { en: 'Registered', zh: '登记' },
  'petition.accusation-routed': { en: 'Sent to the competent body', zh: '转送' },
  'petition.accusation-given-back': { en: 'Returned by the body', zh: '退回（交还材料）' },
  'petition.accusation-accepted': { en: 'Accepted', zh: '受理' },
  'petition.accusation-not-accepted': { en: 'Not accepted', zh: '不予受理' },
  'petition.accusation-accuser-identified': { en: 'Your identity was confirmed', zh: '核实身份' },
  'petition.accusation-supplemented': { en: 'Supplemented', zh: '补充材料' },
  'petition.accusation-protected': { en: 'Measures taken to protect you', zh: '采取保护措施' },
  'petition.accusation-result-told': { en: 'You were told the result', zh: '反馈结果' },
  'petition.accusation-accuser-not-reached': {
    en: 'You could not be reached; the result is here',
    zh: '未能联系到您，结果可在此查看',
  },
  'petition.accusation-withdrawn': { en: 'You withdrew it', zh: '申请撤回' },
  'petition.accusation-withdrawal-decided': { en: 'Decided on your withdrawal', zh: '对撤回作出决定' },
  'petition.accusation-closed': { en: 'Closed', zh: '办结' },
  'petition.accusation-reopened': { en: 'Taken up again', zh: '重新办理' },
  'core.deadline-passed': { en: 'The body is late', zh: '逾期' },
}

/** Everything that the inquiry tells of an accusation. */
export const accusationWords: FollowedWords = {
  status: accusationStatusText,
  event: accusationEventText,
  clock: accusationClockText,
  told: {
    'petition.accusation-not-accepted': ['reasons', 'advice'],
    'petition.accusation-result-told': ['answer'],
    'petition.accusation-accuser-not-reached': ['answer'],
    'petition.accusation-withdrawal-decided': ['reasons'],
    'petition.accusation-reopened': ['reasons'],
  },
}
