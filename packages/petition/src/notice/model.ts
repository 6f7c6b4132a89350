import type { ProcedureDeadline } from '../complaint/procedure-deadlines.js'
import type { Outcome, Refusal, Route, SecondLookOutcome } from '../complaint/state.js'

/** A document that a body writes in the course of a complaint: what stands in it, in no language yet. */
export type NoticeModel =
  | ReceiptNotice
  | AcceptanceNotice
  | RefusalNotice
  | RoutingNotice
  | ExtensionNotice
  | OpinionNotice
  | ReferralLetter
  | CompletionReport
  | AgreementDocument
  | SecondLookAnswer

/** The kinds of documents; each model names its own. */
export type NoticeType = NoticeModel['type']

/** What every document has. */
export interface NoticeBase {
  /** The id of the case. */
  readonly case: string
  /** The number that people quote; null before the registration. */
  readonly number: string | null
  /** The day of the document, as a local date. */
  readonly on: string
  /** The body that writes it, under its name of that day. */
  readonly unit: NoticeUnit
  /** The names of the petitioners it is for; empty for a letter between bodies, and where nobody is named. */
  readonly addressees: readonly string[]
  /** Whether the names are masked, because the reader may not see them whole: such a copy is not for delivery. */
  readonly masked: boolean
  /** Whether the matter was filed without names: then there is nobody to be notified in writing (信访工作条例 2022 Art. 23 ¶2). */
  readonly anonymous: boolean
  /** The day on which the matter was received. */
  readonly receivedOn: string
  /** The provision that the document rests on, such as `信访工作条例 2022 Art. 32`; null where the rules name none. */
  readonly source: string | null
}

export interface NoticeUnit {
  readonly id: string
  readonly name: string
  readonly nameEn?: string
}

/** Something that comes next, by whom and by when. */
export interface NoticeStep {
  readonly clock: string
  /** The last day, as a local date; null while it is not known. */
  readonly by: string | null
  readonly source: string
}

/** 接收回执: that it has been received, how to follow it, and what comes next. */
export interface ReceiptNotice extends NoticeBase {
  readonly type: 'receiptNotice'
  /** The code with which the person follows the matter; null for a reader who may not see it. */
  readonly queryCode: string | null
  readonly next: readonly NoticeStep[]
}

/** 受理告知书: receipt, path and procedure (接收情况以及处理途径和程序). */
export interface AcceptanceNotice extends NoticeBase {
  readonly type: 'acceptanceNotice'
  readonly acceptedOn: string
  readonly route: Route | null
  /** The limit for handling, where the petition rules set one for this matter. */
  readonly handle: NoticeStep | null
}

/** 不予受理告知书, 不再受理告知书. */
export interface RefusalNotice extends NoticeBase {
  readonly type: 'nonAcceptanceNotice' | 'noFurtherAcceptanceNotice'
  readonly ground: Refusal['ground']
  readonly reasons: string
  /** What the petitioner can do instead. */
  readonly advice: string
}

/** 分类处理告知书: the statutory procedure that takes the matter (依法导入). */
export interface RoutingNotice extends NoticeBase {
  readonly type: 'routingNotice'
  readonly route: Route
  readonly body: string
  readonly advice: string
  /** The limits there, so that nobody loses a right by petitioning. */
  readonly limits: readonly ProcedureDeadline[]
}

/** 延长办理期限告知书. */
export interface ExtensionNotice extends NoticeBase {
  readonly type: 'extensionNotice'
  readonly days: number
  readonly reason: string
  /** The new last day; null while it is not known. */
  readonly until: string | null
  /** The most that the rules allow; null where they set no limit. */
  readonly most: number | null
}

/** 处理意见书, 复查意见书, 复核意见书. */
export interface OpinionNotice extends NoticeBase {
  readonly type: 'handlingOpinion' | 'reviewOpinion' | 'reReviewOpinion'
  readonly outcome: Outcome
  readonly request: string
  readonly facts: string
  readonly opinion: string
  readonly legalBasis: readonly string[]
  /** What can be asked for next; null where the law gives nothing further. */
  readonly remedy: NoticeRemedy | null
}

/** The next remedy: where to turn to, and until when. */
export interface NoticeRemedy {
  readonly asks: 'review' | 'reReview'
  /** The body to turn to; null if the opinion does not name it. */
  readonly body: NoticeUnit | null
  /** The days that the opinion gives, counted from its receipt; null if it does not say. */
  readonly days: number | null
  /** The days that the rules give. */
  readonly least: number | null
  /** The last day, once the opinion is delivered. */
  readonly until: string | null
  /** The opinion keeps something of the remedy from the petitioner: the time to ask never runs out by it. */
  readonly defective: boolean
  readonly source: string
}

/** 转送函, 交办函: from one body to another. Nothing in it says who petitions or what they write. */
export interface ReferralLetter extends NoticeBase {
  readonly type: 'transferLetter' | 'assignmentOrder'
  readonly to: NoticeUnit
  /** The day by which the body reports back. */
  readonly reportBy: string | null
  readonly next: readonly NoticeStep[]
}

/** 办结报告: to the body that assigned the matter. */
export interface CompletionReport extends NoticeBase {
  readonly type: 'completionReport'
  readonly to: NoticeUnit | null
  readonly report: string
  readonly outcome: Outcome | null
  /** The day on which the answer was delivered. */
  readonly deliveredOn: string | null
}

/** 调解协议书, 和解协议书. */
export interface AgreementDocument extends NoticeBase {
  readonly type: 'mediationAgreement' | 'settlementAgreement'
  readonly agreement: string
  /** Who mediated; null for a settlement between the sides. */
  readonly mediator: string | null
  readonly performedOn: string | null
}

/** 回访复核答复: what the second look found. */
export interface SecondLookAnswer extends NoticeBase {
  readonly type: 'secondLookAnswer'
  readonly outcome: SecondLookOutcome
  readonly finding: string
}
