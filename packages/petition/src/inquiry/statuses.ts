import type { ComplaintStatus } from '../complaint/state.js'
import type { Text } from '../matter/text.js'
import type { FollowedWords } from './followed.js'

/** What a status means to the person whose matter it is. */
export const statusText: Readonly<Record<ComplaintStatus, Text>> = {
  new: { en: 'Not filed yet', zh: '尚未提交' },
  received: { en: 'Received, not registered yet', zh: '已收到，待登记' },
  registered: { en: 'Registered, being sorted', zh: '已登记，正在甄别' },
  referred: { en: 'Sent to the competent body', zh: '已转送、交办有权处理的机关、单位' },
  accepted: { en: 'Being handled', zh: '正在办理' },
  answered: { en: 'Answered, on its way to you', zh: '已作出处理意见，正在送达' },
  delivered: { en: 'Answer delivered', zh: '处理意见已送达' },
  reviewRequested: { en: 'Under review', zh: '正在复查' },
  reviewAnswered: { en: 'Reviewed, on its way to you', zh: '已作出复查意见，正在送达' },
  reviewDelivered: { en: 'Review opinion delivered', zh: '复查意见已送达' },
  reReviewRequested: { en: 'Under re-review', zh: '正在复核' },
  reReviewAnswered: { en: 'Re-reviewed, on its way to you', zh: '已作出复核意见，正在送达' },
  reReviewDelivered: { en: 'Re-review opinion delivered', zh: '复核意见已送达' },
  completed: { en: 'Completed', zh: '已办结' },
  ended: { en: 'Final ending', zh: '已终结' },
  routedOut: { en: 'Led into another procedure', zh: '已导入其他法定途径' },
  notAccepted: { en: 'Not accepted', zh: '不予受理' },
  merged: { en: 'Continued in another case of the same matter', zh: '已并入同一事项' },
  withdrawn: { en: 'Withdrawn', zh: '已撤回' },
}

/** What a clock means to the person whose matter it is. */
export const clockText: Readonly<Record<string, Text>> = {
  sortAndForward: { en: 'The petition office sorts it and sends it on', zh: '信访部门登记、转送、交办' },
  directNotice: { en: 'The body tells you whether it takes it', zh: '有关机关、单位书面告知' },
  forwardedNotice: {
    en: 'The body tells you receipt, path and procedure',
    zh: '有权处理机关告知接收情况、处理途径和程序',
  },
  handle: { en: 'The body answers', zh: '办结并出具处理意见书' },
  assignedReport: { en: 'The body reports to the office that assigned it', zh: '反馈办理结果' },
  requestReview: { en: 'You may ask for review', zh: '可以申请复查' },
  decideReview: { en: 'The next-higher body decides the review', zh: '提出复查意见' },
  requestReReview: { en: 'You may ask for re-review', zh: '可以申请复核' },
  decideReReview: { en: 'The higher body decides the re-review', zh: '提出复核意见' },
  answerProposal: { en: 'The body answers the proposal', zh: '书面反馈建议采纳情况' },
  evaluate: { en: 'You may say how satisfied you are', zh: '可以作出满意度评价' },
  secondLook: { en: 'Another unit looks at it again', zh: '进行回访复核' },
}

/** What an act means to the person whose matter it is; acts that are not listed are internal. Some are told by their stage as well. */
export const eventText: Readonly<Record<string, Text>> = {
  'petition.complaint-filed': { en: 'Received', zh: '收到' },
  'petition.complaint-registered': { en: 'Registered', zh: '登记' },
  'petition.complaint-classified': { en: 'Sorted', zh: '甄别分类' },
  'petition.complaint-separated': { en: 'Further requests made into cases of their own', zh: '拆分登记' },
  'petition.complaint-merged': { en: 'Linked to a pending case of the same matter', zh: '并案办理' },
  'petition.complaint-linked': { en: 'Linked to a related matter; both go on', zh: '关联相关事项，分别办理' },
  'petition.complaint-supplemented': { en: 'Supplemented', zh: '补充材料' },
  'petition.complaint-referred': { en: 'Transferred or assigned to another body', zh: '转送、交办' },
  'petition.complaint-returned': { en: 'Returned by the body', zh: '退回（交还材料）' },
  'petition.complaint-dispute-settled': { en: 'Competence settled', zh: '已决定受理机关' },
  'petition.complaint-accepted': { en: 'Accepted', zh: '受理' },
  'petition.complaint-not-accepted': { en: 'Not accepted', zh: '不予受理' },
  'petition.complaint-routed-out': { en: 'Led into another procedure', zh: '导入其他法定途径' },
  'petition.complaint-assisted': { en: 'Help arranged', zh: '帮扶救助' },
  'petition.complaint-handler-assigned': { en: 'Officer in charge named', zh: '确定承办人' },
  'petition.complaint-recusal-decided': { en: 'Recusal decided', zh: '回避决定' },
  'petition.complaint-statement-heard': { en: 'You were heard', zh: '听取陈述' },
  'petition.complaint-extended': { en: 'Time limit extended', zh: '延长办理期限' },
  'petition.complaint-hearing-opened': { en: 'Hearing opened', zh: '举行听证' },
  'petition.complaint-hearing-concluded': { en: 'Hearing concluded', zh: '听证结束' },
  'petition.complaint-mediation-opened': { en: 'Mediation opened', zh: '开始调解' },
  'petition.complaint-mediation-failed': { en: 'Mediation ended without agreement', zh: '调解未成' },
  'petition.complaint-settled': { en: 'Agreement reached', zh: '达成协议' },
  'petition.complaint-agreement-performed': { en: 'Agreement performed', zh: '协议已履行' },
  'petition.complaint-answered handling': { en: 'Handling opinion issued', zh: '作出处理意见' },
  'petition.complaint-answered review': { en: 'Review opinion issued', zh: '作出复查意见' },
  'petition.complaint-answered reReview': { en: 'Re-review opinion issued', zh: '作出复核意见' },
  'petition.complaint-delivered handling': { en: 'Handling opinion delivered', zh: '处理意见送达' },
  'petition.complaint-delivered review': { en: 'Review opinion delivered', zh: '复查意见送达' },
  'petition.complaint-delivered reReview': { en: 'Re-review opinion delivered', zh: '复核意见送达' },
  'petition.complaint-delivery-failed': { en: 'A delivery did not reach you', zh: '未能送达' },
  'petition.complaint-evaluation-asked': { en: 'You were asked how satisfied you are', zh: '征求满意度评价' },
  'petition.complaint-second-look-opened': { en: 'A second look is taken', zh: '启动回访复核' },
  'petition.complaint-second-look-concluded': { en: 'Second look concluded', zh: '回访复核结束' },
  'petition.complaint-evaluated': { en: 'You gave your evaluation', zh: '满意度评价' },
  'petition.complaint-review-requested': { en: 'Review requested', zh: '申请复查' },
  'petition.complaint-re-review-requested': { en: 'Re-review requested', zh: '申请复核' },
  'petition.complaint-executed': { en: 'Carried out', zh: '已执行' },
  'petition.complaint-closed': { en: 'Completed', zh: '办结' },
  'petition.complaint-ended': { en: 'Final ending', zh: '终结' },
  'petition.complaint-withdrawn': { en: 'Withdrawn', zh: '撤回' },
  'petition.complaint-reopened': { en: 'Reopened', zh: '重新办理' },
  'core.deadline-passed': { en: 'The body is late', zh: '逾期' },
}

/** What of a complaint its petitioner is told in full: what the bodies wrote to them. */
const opinion = ['request', 'facts', 'opinion']
const told: Readonly<Record<string, readonly string[]>> = {
  'petition.complaint-not-accepted': ['reasons', 'advice'],
  'petition.complaint-routed-out': ['body', 'advice'],
  'petition.complaint-answered': opinion,
  'petition.complaint-second-look-concluded': ['finding'],
}

export const complaintWords: FollowedWords = { status: statusText, event: eventText, clock: clockText, told }
