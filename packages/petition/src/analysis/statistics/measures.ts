import type { Amounts } from '../count/line.js'
import { type Rate, rate } from './rate.js'
import { type DaySpread, spreadOf } from './spread.js'

/** What happened to complaints, in numbers of matters; never of people. */
export interface MatterCounts {
  /** 收到: by the day of receipt. */
  readonly received: number
  /** 登记: of those received in the period. */
  readonly registered: number
  /** 重复信访: of those received in the period, as a person has found. */
  readonly repeats: number
  /** 撤回: of those received in the period. */
  readonly withdrawn: number
  /** 并案: of those received in the period. */
  readonly merged: number
  /** 重新办理: of those received in the period. */
  readonly reopened: number
  /** 转送: by the body that sent it, of the last time a matter was sent on. */
  readonly transferred: number
  /** 交办: as {@link transferred}. */
  readonly assigned: number
  /** 受理 */
  readonly accepted: number
  /** 不予受理、不再受理 */
  readonly notAccepted: number
  /** 导入其他法定途径 */
  readonly routedOut: number
  /** 作出处理意见 */
  readonly answered: number
  /** 送达处理意见 */
  readonly delivered: number
  /** 支持诉求, of those delivered. */
  readonly supported: number
  /** 解释说明, of those delivered. */
  readonly explained: number
  /** 不予支持, of those delivered. */
  readonly notSupported: number
  /** 办结: the answer is delivered, or an agreement is performed. */
  readonly completed: number
  /** 终结 */
  readonly ended: number
  /** 调解、和解 */
  readonly settled: number
  /** 听证 */
  readonly hearings: number
  /** 帮扶救助 */
  readonly assisted: number
  /** 申请复查、复核 */
  readonly reviewAsked: number
  readonly reviewed: number
  readonly reviewUpheld: number
  /** 变更、撤销 */
  readonly reviewChanged: number
  readonly reviewInadmissible: number
  /** 回访复核 */
  readonly secondLooks: number
  readonly secondLooksConcluded: number
}

const names: readonly (keyof MatterCounts)[] = [
  'received',
  'registered',
  'repeats',
  'withdrawn',
  'merged',
  'reopened',
  'transferred',
  'assigned',
  'accepted',
  'notAccepted',
  'routedOut',
  'answered',
  'delivered',
  'supported',
  'explained',
  'notSupported',
  'completed',
  'ended',
  'settled',
  'hearings',
  'assisted',
  'reviewAsked',
  'reviewed',
  'reviewUpheld',
  'reviewChanged',
  'reviewInadmissible',
  'secondLooks',
  'secondLooksConcluded',
]

export const countsOf = (amounts: Amounts): MatterCounts =>
  Object.fromEntries(names.map((name) => [name, amounts[name] ?? 0])) as unknown as MatterCounts

/** How well units keep their time limits. */
export interface Timeliness {
  /** 按期受理告知率: notices to the petitioner in time ÷ notices due. */
  readonly notice: Rate
  /** 按期办结率: answers delivered in time ÷ answers due. */
  readonly completion: Rate
  /** 初次信访办理联系率: accepted matters whose petitioner was heard ÷ accepted matters. */
  readonly firstContact: Rate
  /** Extended answers ÷ answers due. */
  readonly extended: Rate
  /** By clock, every duty: what was done in time ÷ what was due. */
  readonly clocks: Readonly<Record<string, Rate>>
  /** Days from receipt to notice. */
  readonly noticeDays: DaySpread
  /** Days from acceptance to the delivery of the first answer. */
  readonly handleDays: DaySpread
}

/** Sums by day, so they add up over units and months; the rates of a sum are no means of rates. */
export function timelinessOf(amounts: Amounts): Timeliness {
  const clocks = Object.keys(amounts)
    .filter((name) => name.startsWith('due:'))
    .map((name) => name.slice('due:'.length))
    .sort()
  const of = (...some: readonly string[]) => rate(total(amounts, 'onTime', some), total(amounts, 'due', some))
  return {
    notice: of('directNotice', 'forwardedNotice'),
    completion: of('handle'),
    firstContact: rate(amounts.contacted ?? 0, amounts.accepted ?? 0),
    extended: rate(amounts['extended:handle'] ?? 0, amounts['due:handle'] ?? 0),
    clocks: Object.fromEntries(clocks.map((clock) => [clock, of(clock)])),
    noticeDays: spreadOf(amounts, 'noticeDays'),
    handleDays: spreadOf(amounts, 'handleDays'),
  }
}

const total = (amounts: Amounts, prefix: string, clocks: readonly string[]): number =>
  clocks.reduce((sum, clock) => sum + (amounts[`${prefix}:${clock}`] ?? 0), 0)

/** How satisfied petitioners are with one of the two (群众满意度评价). Silence is silence. */
export interface SatisfactionCounts {
  /** Answers delivered in the period. */
  readonly answers: number
  /** Of these, how many petitioners were asked, or evaluated without being asked. */
  readonly asked: number
  readonly satisfied: number
  readonly basicallySatisfied: number
  readonly notSatisfied: number
  /** Asked, and no answer. */
  readonly silent: number
  /** 满意率: satisfied or basically satisfied ÷ those who answered. */
  readonly satisfaction: Rate
  /** 参评率: those who answered ÷ those who were asked. Always shown beside the rate. */
  readonly response: Rate
}

export interface BothSatisfactions {
  /** 对信访部门 */
  readonly petitionOffice: SatisfactionCounts
  /** 对有权处理机关、单位 */
  readonly handlingBody: SatisfactionCounts
}

export const satisfactionsOf = (amounts: Amounts): BothSatisfactions => ({
  petitionOffice: satisfactionOf(amounts, 'petitionOffice'),
  handlingBody: satisfactionOf(amounts, 'handlingBody'),
})

function satisfactionOf(amounts: Amounts, object: keyof BothSatisfactions): SatisfactionCounts {
  const get = (name: string) => amounts[`${object}:${name}`] ?? 0
  const [satisfied, basicallySatisfied] = [get('satisfied'), get('basicallySatisfied')]
  const notSatisfied = get('notSatisfied')
  const answered = satisfied + basicallySatisfied + notSatisfied
  const asked = get('asked')
  return {
    answers: get('answers'),
    asked,
    satisfied,
    basicallySatisfied,
    notSatisfied,
    silent: asked - answered,
    satisfaction: rate(satisfied + basicallySatisfied, answered),
    response: rate(answered, asked),
  }
}
