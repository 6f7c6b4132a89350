import type { Channel } from '../../matter/channel.js'
import type { Text } from '../../matter/text.js'
import { others, unstated } from '../count/line.js'
import type { MatterCounts } from '../statistics/measures.js'

export const countWords: Readonly<Record<keyof MatterCounts, Text>> = {
  received: { en: 'Received', zh: '收到信访事项' },
  registered: { en: 'Registered', zh: '登记' },
  repeats: { en: 'Repeats of earlier matters', zh: '重复信访' },
  withdrawn: { en: 'Withdrawn by the petitioner', zh: '信访人撤回' },
  merged: { en: 'Joined to a pending matter', zh: '并案' },
  reopened: { en: 'Taken up again', zh: '重新办理' },
  transferred: { en: 'Transferred', zh: '转送' },
  assigned: { en: 'Assigned, to be reported back', zh: '交办' },
  accepted: { en: 'Accepted', zh: '受理' },
  notAccepted: { en: 'Not accepted', zh: '不予受理、不再受理' },
  routedOut: { en: 'Led into another procedure', zh: '导入其他法定途径' },
  answered: { en: 'Answered', zh: '作出处理意见' },
  delivered: { en: 'Answers delivered', zh: '送达处理意见' },
  supported: { en: '– request supported', zh: '其中：支持诉求' },
  explained: { en: '– explained', zh: '其中：解释说明' },
  notSupported: { en: '– not supported', zh: '其中：不予支持' },
  completed: { en: 'Completed', zh: '办结' },
  ended: { en: 'Ended for good', zh: '终结' },
  settled: { en: 'Settled or mediated', zh: '调解、和解' },
  hearings: { en: 'Hearings', zh: '听证' },
  assisted: { en: 'Referred to help', zh: '帮扶救助' },
  reviewAsked: { en: 'Reviews asked for', zh: '申请复查、复核' },
  reviewed: { en: 'Reviewed', zh: '作出复查、复核意见' },
  reviewUpheld: { en: '– upheld', zh: '其中：维持' },
  reviewChanged: { en: '– changed or quashed', zh: '其中：变更、撤销' },
  reviewInadmissible: { en: '– inadmissible', zh: '其中：不予受理' },
  secondLooks: { en: 'Second looks', zh: '回访复核' },
  secondLooksConcluded: { en: '– concluded', zh: '其中：已完成' },
}

export const channelWords: Readonly<Record<Channel, Text>> = {
  online: { en: 'online', zh: '网上信访' },
  letter: { en: 'letter', zh: '来信' },
  phone: { en: 'telephone', zh: '来电' },
  fax: { en: 'fax', zh: '传真' },
  visit: { en: 'visit', zh: '来访' },
  email: { en: 'e-mail', zh: '电子邮件' },
  hotline: { en: 'hotline', zh: '热线转办' },
  superior: { en: 'from a superior body', zh: '上级交办' },
}

export const classWords: Readonly<Record<string, Text>> = {
  appeal: { en: 'appeal', zh: '申诉求决' },
  suggestion: { en: 'suggestion', zh: '建议意见' },
}

/** A duty as an agency sees it. */
export const dutyWords: Readonly<Record<string, Text>> = {
  sortAndForward: { en: 'Sorting and sending on', zh: '登记、转送、交办' },
  directNotice: { en: 'Notice after direct receipt', zh: '直接收到后的告知' },
  forwardedNotice: { en: 'Notice after referral', zh: '转送、交办后的告知' },
  handle: { en: 'Answer', zh: '办结答复' },
  assignedReport: { en: 'Report on an assignment', zh: '交办反馈' },
  decideReview: { en: 'Review', zh: '复查' },
  decideReReview: { en: 'Re-review', zh: '复核' },
  secondLook: { en: 'Second look', zh: '回访复核' },
}

const placeholders: Readonly<Record<string, Text>> = {
  [unstated]: { en: 'not stated', zh: '未填写' },
  [others]: { en: 'others', zh: '其他' },
}

export type Language = 'zh' | 'en'

/** What the host calls its matters, and how the report is to read. */
export interface RenderOptions {
  /** The matters of the host's list by their ids. Default: their ids. */
  readonly matters?: Readonly<Record<string, Text>> | undefined
}

/** The name of a line in a table of words; the line itself where there is none. */
export function wordOf(words: Readonly<Record<string, Text>>, name: string, language: Language): string {
  const known = Object.hasOwn(words, name) ? words[name] : placeholders[name]
  return known?.[language] ?? name
}
