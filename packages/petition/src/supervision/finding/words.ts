import type { Text } from '../../matter/text.js'
import type { SupervisionThreshold } from '../policy.js'
import type { FindingFact } from './finding.js'

/** The duties behind the clocks, in the words of those who owe them. */
const duties: Readonly<Record<string, Text>> = {
  sortAndForward: { en: 'registering, sorting and forwarding', zh: '登记、甄别、转送交办' },
  directNotice: { en: 'the written notice to the petitioner', zh: '书面告知' },
  forwardedNotice: { en: 'the notice of receipt, path and procedure', zh: '告知接收情况及处理途径、程序' },
  handle: { en: 'handling the matter', zh: '办理并出具处理意见书' },
  assignedReport: { en: 'the report on the assignment', zh: '反馈交办事项办理结果' },
  decideReview: { en: 'the review opinion', zh: '作出复查意见' },
  decideReReview: { en: 'the re-review opinion', zh: '作出复核意见' },
  secondLook: { en: 'the second look', zh: '回访复核' },
  answerUrging: { en: 'the answer to the urging', zh: '书面答复催办' },
  listedSupervision: { en: 'the listed supervision', zh: '挂牌督办' },
  rectification: { en: 'the rectification', zh: '限期整改' },
  answerProposal: { en: 'the answer to the proposal', zh: '书面反馈建议采纳情况' },
  explanation: { en: 'the written explanation', zh: '书面说明' },
}

const dutyText = (clock: string): Text => duties[clock] ?? { en: `'${clock}'`, zh: `“${clock}”` }

/** Says what was found. */
export function factText(fact: FindingFact, unit: string): Text {
  switch (fact.found) {
    case 'lateDuty': {
      const { en, zh } = dutyText(fact.clock)
      return {
        en: `'${unit}' is late with ${en}: it was due on ${fact.dueOn}.`,
        zh: `“${unit}”逾期：${zh}，应于${fact.dueOn}前完成。`,
      }
    }
    case 'defectiveNotice':
      return {
        en: `The notice of the opinion of ${fact.on} by '${unit}' lacks the right body or part of the time for review.`,
        zh: `“${unit}”${fact.on}作出的意见未完整告知复查（复核）机关或者期限。`,
      }
    case 'idle':
      return {
        en: `No act of '${unit}' since ${fact.since}: ${fact.workDays} working days (threshold ${figure(fact.threshold).en}).`,
        zh: `“${unit}”自${fact.since}起${fact.workDays}个工作日无办理动作（阈值${figure(fact.threshold).zh}）。`,
      }
    case 'objections':
      return {
        en: `Bodies have objected ${fact.times} times that they are not competent, '${unit}' last (threshold ${figure(fact.threshold).en}).`,
        zh: `有关单位已${fact.times}次提出管辖异议，最近一次为“${unit}”（阈值${figure(fact.threshold).zh}）。`,
      }
    case 'notExecuted':
      return {
        en: `The supported request has not been carried out for ${fact.days} days since ${fact.since} (threshold ${figure(fact.threshold).en}).`,
        zh: `支持诉求的意见自${fact.since}送达起${fact.days}日未执行（阈值${figure(fact.threshold).zh}）。`,
      }
  }
}

/** A threshold that nobody has checked says so wherever it is used. */
export function figure({ amount, verified, source }: SupervisionThreshold): Text {
  return verified
    ? { en: `${amount}, ${source}`, zh: `${amount}，${source}` }
    : { en: `${amount}, ${source}, not verified`, zh: `${amount}，${source}，未经核实` }
}
