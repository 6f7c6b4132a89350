import type { FollowedWords } from '../inquiry/followed.js'
import type { Text } from '../matter/text.js'
import type { SuggestionStatus } from './state.js'

/** What a status means to the author. */
export const suggestionStatusText: Readonly<Record<SuggestionStatus, Text>> = {
  new: { en: 'Not filed yet', zh: '尚未提交' },
  received: { en: 'Received, not registered yet', zh: '已收到，待登记' },
  registered: { en: 'Registered, being sorted', zh: '已登记，正在甄别' },
  screened: { en: 'Found to be a suggestion, to be studied', zh: '已列为建议意见，待研究' },
  referred: { en: 'Sent to the competent body', zh: '已转送有关机关、单位' },
  inStudy: { en: 'Being studied', zh: '正在研究论证' },
  decided: { en: 'Decided, the reply is on its way to you', zh: '已作出处理决定，正在答复' },
  replied: { en: 'Replied to', zh: '已答复' },
  closed: { en: 'Closed', zh: '已办结' },
  declined: { en: 'Not taken as a suggestion', zh: '不作为建议办理' },
  handedOver: { en: 'Goes on as a matter of another class', zh: '已转为其他类别信访事项办理' },
  withdrawn: { en: 'Withdrawn', zh: '已撤回' },
}

/** What a clock means to the author. */
export const suggestionClockText: Readonly<Record<string, Text>> = {
  sortAndForward: { en: 'The petition office sorts it and sends it on', zh: '信访部门登记、转送' },
  directNotice: { en: 'The body tells you who studies it', zh: '有关机关、单位书面告知' },
  forwardedNotice: {
    en: 'The body tells you receipt, path and procedure',
    zh: '有权处理机关告知接收情况、处理途径和程序',
  },
  suggestionStudy: { en: 'The body decides', zh: '研究论证并作出处理决定' },
  suggestionReply: { en: 'The body replies to you', zh: '答复建议人' },
  suggestionPlan: { en: 'The body plans how it is carried out', zh: '制定落实计划' },
  suggestionRealise: { en: 'It is to be carried out', zh: '落实建议' },
  suggestionProgress: { en: 'The body reports how far it is', zh: '报告落实进展' },
  supportedStudy: { en: 'The body takes it into study, since many support it', zh: '附议达到人数，列入研究' },
  supportedAnswer: {
    en: 'The body publishes an answer, since many support it',
    zh: '附议达到人数，公开答复',
  },
}

/** What an act means to the author; acts that are not listed are internal. */
export const suggestionEventText: Readonly<Record<string, Text>> = {
  'petition.suggestion-filed': { en: 'Received', zh: '收到' },
  'petition.suggestion-registered': { en: 'Registered', zh: '登记' },
  'petition.suggestion-screened': { en: 'Found to be a suggestion', zh: '列为建议意见' },
  'petition.suggestion-declined': { en: 'Not taken as a suggestion', zh: '不作为建议办理' },
  'petition.suggestion-handed-over': {
    en: 'Handed over to a matter of another class',
    zh: '转为其他类别信访事项',
  },
  'petition.suggestion-supplemented': { en: 'Supplemented', zh: '补充材料' },
  'petition.suggestion-transferred': { en: 'Sent to another body', zh: '转送' },
  'petition.suggestion-returned': { en: 'Returned by the body', zh: '退回' },
  'petition.suggestion-study-opened': { en: 'Taken into study', zh: '列入研究' },
  'petition.suggestion-officer-assigned': { en: 'Officer in charge named', zh: '确定承办人' },
  'petition.suggestion-officer-recused': { en: 'An officer was kept out of it', zh: '回避决定' },
  'petition.suggestion-decided': { en: 'Decided', zh: '作出处理决定' },
  'petition.suggestion-replied': { en: 'Reply delivered', zh: '答复送达' },
  'petition.suggestion-not-reached': { en: 'The reply did not reach you', zh: '答复未能送达' },
  'petition.suggestion-planned': { en: 'Planned how it is carried out', zh: '制定落实计划' },
  'petition.suggestion-progress-reported': { en: 'Progress reported', zh: '报告落实进展' },
  'petition.suggestion-realised': { en: 'Carried out', zh: '已落实' },
  'petition.suggestion-given-up': { en: 'Given up, with reasons', zh: '终止落实并说明理由' },
  'petition.suggestion-honoured': { en: 'Honoured', zh: '表彰奖励' },
  'petition.suggestion-name-consent': { en: 'You spoke about your name', zh: '署名公开意愿' },
  'petition.suggestion-published': { en: 'Published without personal data', zh: '去标识化公开' },
  'petition.suggestion-unpublished': { en: 'No longer published', zh: '撤回公开' },
  'petition.suggestion-duty-made': { en: 'Its support made a duty', zh: '附议达到规定人数' },
  'petition.suggestion-supports-set-aside': { en: 'Some supports were set aside', zh: '部分附议被搁置' },
  'petition.suggestion-supports-restored': { en: 'Supports were restored', zh: '恢复附议' },
  'petition.suggestion-closed': { en: 'Closed', zh: '办结' },
  'petition.suggestion-withdrawn': { en: 'Withdrawn', zh: '撤回' },
  'petition.suggestion-reopened': { en: 'Taken up again', zh: '重新办理' },
  'core.deadline-passed': { en: 'The body is late', zh: '逾期' },
}

/** What the inquiry says to an author. */
export const suggestionWords: FollowedWords = {
  status: suggestionStatusText,
  event: suggestionEventText,
  clock: suggestionClockText,
  told: {
    'petition.suggestion-filed': ['title'],
    'petition.suggestion-declined': ['reasons', 'advice'],
    'petition.suggestion-decided': ['reasons', 'adopted'],
    'petition.suggestion-planned': ['measures', 'reason'],
    'petition.suggestion-progress-reported': ['progress'],
    'petition.suggestion-given-up': ['reasons'],
    'petition.suggestion-honoured': ['award'],
    'petition.suggestion-published': ['publicTitle', 'publicText', 'publicAnswer'],
    'petition.suggestion-unpublished': ['reason'],
  },
}
