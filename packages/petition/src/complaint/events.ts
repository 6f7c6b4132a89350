import type { DomainEvent } from '@redress/core'
import type * as Answer from './commands/answer.js'
import type * as Handling from './commands/handling.js'
import type * as Intake from './commands/intake.js'
import type * as Referral from './commands/referral.js'
import type { Complaint, DeliveryManner, Opinion, Referral as Sent, Stage } from './state.js'

/** The day of an act, as a local date. */
export interface Dated {
  readonly on: string
}

export interface ComplaintFiled
  extends Pick<
    Complaint,
    | 'channel'
    | 'unit'
    | 'receivedOn'
    | 'title'
    | 'text'
    | 'area'
    | 'place'
    | 'matter'
    | 'petitioners'
    | 'people'
    | 'representatives'
    | 'anonymous'
    | 'confidentiality'
    | 'accused'
    | 'letter'
    | 'class'
    | 'queryCode'
    | 'receivedAs'
  > {}

export interface ComplaintReferred extends Sent {}

export interface ComplaintDelivered extends Dated {
  readonly stage: Stage
  readonly manner: DeliveryManner
  readonly proof: string
  /** The day on which it counts as received, where that is later (public notice). */
  readonly receivedOn: string
  /** Where it goes back to if it was quashed and remanded. */
  readonly remandedTo: string | null
}

export interface ReviewRequested extends Dated {
  readonly reviewer: string
  readonly reasons: string
  readonly lateBecause?: string | undefined
}

/** What happens to a complaint, by the type of the event. */
export interface ComplaintEventData {
  readonly 'petition.complaint-filed': ComplaintFiled
  readonly 'petition.complaint-registered': {
    readonly number: string
    readonly matter: string | null
    readonly area: string | null
  }
  readonly 'petition.complaint-classified': Required<Pick<Complaint, 'class' | 'route' | 'accused'>> & {
    readonly reason?: string | undefined
  }
  readonly 'petition.complaint-separated': {
    readonly letter: string | null
    readonly cases: readonly string[]
  }
  readonly 'petition.complaint-merged': Intake.MergeComplaint
  readonly 'petition.complaint-supplemented': Dated & { readonly text: string }
  readonly 'petition.complaint-noted': Dated & { readonly text: string }
  readonly 'petition.complaint-referred': ComplaintReferred
  readonly 'petition.complaint-objected': Dated & { readonly by: string; readonly reasons: string }
  readonly 'petition.complaint-returned': Dated & { readonly to: string; readonly reasons: string }
  readonly 'petition.complaint-objection-refused': Dated & { readonly reasons: string }
  readonly 'petition.complaint-dispute-settled': Dated & {
    readonly by: string
    readonly to: string
    readonly reasons: string
  }
  readonly 'petition.complaint-accepted': Dated & { readonly noticeOn: string | null }
  readonly 'petition.complaint-not-accepted': Referral.NotAcceptComplaint
  readonly 'petition.complaint-routed-out': Referral.RouteOutComplaint
  readonly 'petition.complaint-reported-back': Dated & { readonly report: string }
  readonly 'petition.complaint-assisted': Dated & Referral.AssistPetitioner
  readonly 'petition.complaint-handler-assigned': { readonly handler: string }
  readonly 'petition.complaint-recusal-requested': Handling.RequestRecusal
  readonly 'petition.complaint-recusal-decided': Handling.DecideRecusal
  readonly 'petition.complaint-statement-heard': Handling.HearStatement
  readonly 'petition.complaint-extended': Handling.ExtendHandling
  readonly 'petition.complaint-hearing-opened': Handling.OpenHearing & { readonly stage: Stage }
  readonly 'petition.complaint-hearing-concluded': Handling.ConcludeHearing & { readonly stage: Stage }
  readonly 'petition.complaint-mediation-opened': Dated & { readonly mediator: string }
  readonly 'petition.complaint-mediation-failed': Dated & { readonly reason: string }
  readonly 'petition.complaint-settled': Dated & Pick<Handling.SettleComplaint, 'by' | 'agreement'>
  readonly 'petition.complaint-agreement-performed': Handling.RecordPerformance
  readonly 'petition.complaint-answered': Opinion
  readonly 'petition.complaint-delivered': ComplaintDelivered
  readonly 'petition.complaint-evaluated': Dated & Answer.EvaluateAnswer
  readonly 'petition.complaint-review-requested': ReviewRequested
  readonly 'petition.complaint-re-review-requested': ReviewRequested
  readonly 'petition.complaint-executed': Answer.RecordExecution
  readonly 'petition.complaint-closed': Dated & { readonly summary: string }
  readonly 'petition.complaint-ended': Dated & Answer.EndComplaint
  readonly 'petition.complaint-withdrawn': Dated & { readonly reason: string }
  readonly 'petition.complaint-reopened': Dated & Answer.ReopenComplaint
}

/** A fact in the life of a complaint. */
export type ComplaintEvent = {
  readonly [Type in keyof ComplaintEventData]: DomainEvent<Type, ComplaintEventData[Type]>
}[keyof ComplaintEventData]
