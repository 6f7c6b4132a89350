import type { DomainEvent } from '@redress/core'
import type { Dated } from '../matter/dated.js'
import type * as Answer from './commands/answer.js'
import type * as Duplicates from './commands/duplicates.js'
import type * as Feedback from './commands/feedback.js'
import type * as Handling from './commands/handling.js'
import type * as Intake from './commands/intake.js'
import type * as Referral from './commands/referral.js'
import type {
  AnswerChannel,
  Complaint,
  DeliveryManner,
  FailedDelivery,
  Opinion,
  SecondLook,
  Referral as Sent,
  Stage,
} from './state.js'

export interface ComplaintFiled
  extends Pick<
    Complaint,
    | 'channel'
    | 'unit'
    | 'receivedOn'
    | 'area'
    | 'matter'
    | 'petitioners'
    | 'people'
    | 'representatives'
    | 'anonymous'
    | 'confidentiality'
    | 'accused'
    | 'letter'
    | 'class'
    | 'codeDigest'
    | 'receivedAs'
    | 'answerBy'
    | 'newsBy'
    | 'number'
    | 'legacy'
  > {}

export interface ComplaintReferred extends Sent {}

export interface ComplaintDelivered extends Dated {
  readonly stage: Stage
  readonly manner: DeliveryManner
  readonly channel: AnswerChannel | null
  /** The day on which it counts as received, where that is later (public notice). */
  readonly receivedOn: string
  /** Where it goes back to if it was quashed and remanded. */
  readonly remandedTo: string | null
}

export interface ReviewRequested extends Dated {
  readonly reviewer: string
}

/** What happens to a complaint, by the type of the event. What people write is sealed beside it and stands in the vault. */
export interface ComplaintEventData {
  readonly 'petition.complaint-filed': ComplaintFiled
  readonly 'petition.complaint-registered': {
    readonly number: string
    readonly matter: string | null
    readonly area: string | null
  }
  readonly 'petition.complaint-classified': Pick<Complaint, 'class' | 'route' | 'accused'>
  readonly 'petition.complaint-separated': {
    readonly letter: string | null
    readonly cases: readonly string[]
  }
  readonly 'petition.complaint-merged': Omit<Intake.MergeComplaint, 'finding'>
  readonly 'petition.complaint-linked': Dated & Omit<Duplicates.LinkComplaint, 'finding'>
  readonly 'petition.complaint-duplicate-dismissed': Dated & Omit<Duplicates.DismissDuplicate, 'reason'>
  readonly 'petition.complaint-supplemented': Dated
  readonly 'petition.complaint-noted': Dated
  readonly 'petition.complaint-referred': ComplaintReferred
  readonly 'petition.complaint-objected': Dated & { readonly by: string }
  readonly 'petition.complaint-returned': Dated & { readonly to: string }
  readonly 'petition.complaint-objection-refused': Dated
  readonly 'petition.complaint-dispute-settled': Dated & {
    readonly by: string
    readonly to: string
  }
  readonly 'petition.complaint-accepted': Dated & { readonly noticeOn: string | null }
  readonly 'petition.complaint-not-accepted': Omit<Referral.NotAcceptComplaint, 'reasons' | 'advice'>
  readonly 'petition.complaint-routed-out': Omit<Referral.RouteOutComplaint, 'body' | 'advice'>
  readonly 'petition.complaint-reported-back': Dated
  readonly 'petition.complaint-assisted': Dated & Omit<Referral.AssistPetitioner, 'to'>
  readonly 'petition.complaint-handler-assigned': { readonly handler: string }
  readonly 'petition.complaint-recusal-requested': Omit<Handling.RequestRecusal, 'reason'>
  readonly 'petition.complaint-recusal-decided': Omit<Handling.DecideRecusal, 'reason'>
  readonly 'petition.complaint-statement-heard': Omit<Handling.HearStatement, 'summary'>
  readonly 'petition.complaint-extended': Omit<Handling.ExtendHandling, 'reason'>
  readonly 'petition.complaint-hearing-opened': Handling.OpenHearing & { readonly stage: Stage }
  readonly 'petition.complaint-hearing-concluded': Dated & { readonly stage: Stage }
  readonly 'petition.complaint-mediation-opened': Dated
  readonly 'petition.complaint-mediation-failed': Dated
  readonly 'petition.complaint-settled': Dated & Pick<Handling.SettleComplaint, 'by'>
  readonly 'petition.complaint-agreement-performed': Dated
  readonly 'petition.complaint-answered': Omit<Opinion, 'version'>
  readonly 'petition.complaint-delivered': ComplaintDelivered
  readonly 'petition.complaint-channels-chosen': Pick<Complaint, 'answerBy' | 'newsBy'>
  readonly 'petition.complaint-delivery-failed': FailedDelivery
  readonly 'petition.complaint-evaluation-asked': Dated & Feedback.AskEvaluation
  readonly 'petition.complaint-evaluated': Dated & Omit<Feedback.EvaluateAnswer, 'comment'>
  readonly 'petition.complaint-second-look-opened': Pick<SecondLook, 'on' | 'unit' | 'about'>
  readonly 'petition.complaint-second-look-assigned': Feedback.AssignSecondLook
  readonly 'petition.complaint-second-look-concluded': Dated & Omit<Feedback.ConcludeSecondLook, 'finding'>
  readonly 'petition.complaint-review-requested': ReviewRequested
  readonly 'petition.complaint-re-review-requested': ReviewRequested
  readonly 'petition.complaint-executed': Dated
  readonly 'petition.complaint-closed': Dated
  readonly 'petition.complaint-ended': Dated & Omit<Answer.EndComplaint, 'finding'>
  readonly 'petition.complaint-withdrawn': Dated
  readonly 'petition.complaint-reopened': Dated & Omit<Answer.ReopenComplaint, 'facts'>
}

/** A fact in the life of a complaint. */
export type ComplaintEvent = {
  readonly [Type in keyof ComplaintEventData]: DomainEvent<Type, ComplaintEventData[Type]>
}[keyof ComplaintEventData]
