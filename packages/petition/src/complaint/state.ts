import type { Accused } from '@redress/core'
import type { Channel } from '../matter/channel.js'
import type { Petitioner } from '../matter/persons.js'
import type { EndingGround } from '../rules/policy.js'

/** The three classes (分类): 建议意见, 检举控告, 申诉求决. */
export type PetitionClass = 'suggestion' | 'accusation' | 'appeal'

/** Which statutory procedure takes an appeal (依法分类处理, 信访工作条例 2022 Art. 31). */
export type Route =
  | 'judicial'
  | 'arbitration'
  | 'partyAppeal'
  | 'administrativeProcedure'
  | 'statutoryDuty'
  | 'petition'
  /** Out of the petition procedure into that of accusations (Art. 30). */
  | 'accusation'

export type Confidentiality = 'open' | 'confidential' | 'sealedAccusation'

/** The main road of a complaint. Objection, hearing, mediation and extension are fields beside it. */
export type ComplaintStatus =
  | 'new'
  | 'received'
  | 'registered'
  | 'referred'
  | 'accepted'
  | 'answered'
  | 'delivered'
  | 'reviewRequested'
  | 'reviewAnswered'
  | 'reviewDelivered'
  | 'reReviewRequested'
  | 'reReviewAnswered'
  | 'reReviewDelivered'
  | 'completed'
  | 'ended'
  | 'routedOut'
  | 'notAccepted'
  | 'merged'
  | 'withdrawn'

/** One request of a letter, a call or a visit, from filing to final answer. */
export interface Complaint {
  readonly status: ComplaintStatus
  readonly channel: Channel
  /** The local date on which the first body received it. */
  readonly receivedOn: string
  /** The unit that has it now. */
  readonly unit: string
  /** A petition office sorts; another body answers for itself. */
  readonly receivedAs: 'petitionOffice' | 'body'
  /** The unit that received it first. */
  readonly receivedBy: string
  /** Every unit that has or had a part in it. */
  readonly involved: readonly string[]
  readonly number: string | null
  /** The digest of the code with which its petitioner follows the case without an account. */
  readonly codeDigest: string
  /** Requests of one letter share this id. */
  readonly letter: string | null
  /** The territory it concerns: the id of a unit. */
  readonly area: string | null
  /** A matter of the host's list, such as `noise`. */
  readonly matter: string | null
  readonly class: PetitionClass | null
  readonly route: Route | null
  readonly confidentiality: Confidentiality
  readonly accused: Accused
  readonly anonymous: boolean
  readonly petitioners: readonly Petitioner[]
  /** The ids of the petitioners with accounts. */
  readonly petitionerIds: readonly string[]
  /** How many people it speaks for. */
  readonly people: number
  /** The keys of the petitioners who come for the others. */
  readonly representatives: readonly string[]
  readonly referral: Referral | null
  readonly objection: Objection | null
  readonly acceptedOn: string | null
  readonly noticeOn: string | null
  /** The officer in charge (承办人). */
  readonly handler: string | null
  /** Everybody who has handled it. */
  readonly handlers: readonly string[]
  /** The officer whom the petitioner asks to stay out of it. */
  readonly recusalRequest: string | null
  readonly recused: readonly string[]
  readonly statements: readonly Statement[]
  /** How many extensions were granted in this handling. */
  readonly extensions: number
  readonly hearing: Hearing | null
  readonly mediation: Mediation | null
  readonly settlement: Settlement | null
  /** The opinion of the current stage, once issued. */
  readonly opinion: Opinion | null
  /** The opinions delivered so far, oldest first. */
  readonly delivered: readonly DeliveredOpinion[]
  /** How the petitioner wants the answer; null if nothing was said. */
  readonly answerBy: AnswerChannel | null
  /** How the petitioner wants news of the case; null for none. */
  readonly newsBy: AnswerChannel | null
  /** The attempts at delivering the present opinion that did not reach the petitioner. */
  readonly failedDeliveries: readonly FailedDelivery[]
  /** The day on which the petitioner was asked to evaluate the last answer. */
  readonly evaluationAskedOn: string | null
  readonly evaluation: Evaluation | null
  /** The second look after an evaluation that was not satisfied. */
  readonly secondLook: SecondLook | null
  readonly executedOn: string | null
  readonly reportedOn: string | null
  readonly assistance: readonly Assistance[]
  /** The unit whose opinion is under review. */
  readonly handledBy: string | null
  readonly mergedInto: string | null
  /** Other cases that a person found to belong with it. For the system alone, as are the next two: readers ask `links`. */
  readonly links: readonly ComplaintLink[]
  /** The earlier case of which it is a repeat (重复信访). */
  readonly repeatOf: string | null
  /** The ids of cases that looked like it, and that a person found to be about another matter. */
  readonly notDuplicateOf: readonly string[]
  /** What it was led into, and what the petitioner was told. */
  readonly routedOut: RoutedOut | null
  /** Why it was not accepted, and what the petitioner was advised. */
  readonly refusal: Refusal | null
  readonly ending: Ending | null
  /** What an earlier register said of it; null for a case that began here. It counts in no statistics of timeliness. */
  readonly legacy: Legacy | null
  /** How often it was taken up again. */
  readonly reopened: number
}

/** Sent on, as a transfer (转送) or as an assignment (交办) that asks for a report by a day. */
export interface Referral {
  readonly from: string
  readonly to: string
  readonly on: string
  readonly manner: 'transfer' | 'assignment'
  readonly reportBy: string | null
}

/** A body says that it is not competent (信访工作条例 2022 Art. 23 ¶3). */
export interface Objection {
  readonly by: string
  readonly on: string
  readonly state: 'raised' | 'disputed'
}

/** The petitioner was heard (听取陈述). */
export interface Statement {
  readonly on: string
  readonly manner: 'inPerson' | 'phone' | 'video' | 'writing'
}

export interface Hearing {
  readonly from: string
  readonly to: string | null
  readonly chair: string
}

export interface Mediation {
  readonly on: string
  readonly failed: boolean
}

/** An agreement, by mediation (调解) or between the sides (和解). */
export interface Settlement {
  readonly by: 'mediation' | 'settlement'
  readonly on: string
  readonly performedOn: string | null
}

export type Stage = 'handling' | 'review' | 'reReview'

/** An opinion document (信访工作条例 2022 Art. 32). What it says, section by section, stands in the vault. */
export interface Opinion {
  /** The version of the event beside which its texts are sealed. */
  readonly version: number
  readonly stage: Stage
  readonly by: string
  readonly on: string
  readonly outcome: Outcome
  readonly legalBasis: readonly string[]
  readonly remedy: Remedy | null
  /** The notice of the remedy lacks something: the time to ask for review then never runs out here. */
  readonly defectiveNotice: boolean
}

/** Of a handling opinion: the first three. Of a review or re-review opinion: the others. */
export type Outcome =
  | 'supported'
  | 'explained'
  | 'notSupported'
  | 'upheld'
  | 'changed'
  | 'quashedRemanded'
  | 'rejectedInadmissible'

/** What the notice tells of the next remedy. */
export interface Remedy {
  /** The body to turn to. */
  readonly body: string
  /** The days that the notice gives. */
  readonly days: number
}

export interface DeliveredOpinion extends Opinion {
  readonly deliveredOn: string
  readonly manner: DeliveryManner
}

/** How it was delivered (民事诉讼法 Art. 87–95, by analogy). */
export type DeliveryManner = 'receipt' | 'refusedWithWitness' | 'electronic' | 'post' | 'publicNotice'

/** How something reaches the petitioner. */
export type AnswerChannel = 'online' | 'sms' | 'email' | 'phone' | 'post' | 'inPerson'

/** An attempt at delivery that did not reach the petitioner (未能送达). */
export interface FailedDelivery {
  readonly on: string
  readonly channel: AnswerChannel
  readonly reason: DeliveryFailureReason
}

export type DeliveryFailureReason = 'noContact' | 'unreachable' | 'unknownAddress' | 'refused' | 'technical'

/** A second look at a matter whose petitioner is not satisfied (回访复核). It takes no right of review away. */
export interface SecondLook {
  readonly on: string
  /** The unit that looks: never the one that is looked at. */
  readonly unit: string
  readonly about: readonly ('petitionOffice' | 'handlingBody')[]
  readonly person: string | null
  /** The version of the event beside which the finding is sealed. */
  readonly concluded: {
    readonly on: string
    readonly outcome: SecondLookOutcome
    readonly version: number
  } | null
}

/** Nothing to add; put right; or the matter must be taken up again, which `reopen` does. */
export type SecondLookOutcome = 'answerStands' | 'putRight' | 'takeUpAgain'

/** Satisfaction (群众满意度评价), of the petition office and the handling body separately. */
export interface Evaluation {
  readonly on: string
  readonly petitionOffice: Satisfaction
  readonly handlingBody: Satisfaction
}

export type Satisfaction = 'satisfied' | 'basicallySatisfied' | 'notSatisfied'

/** Another case that belongs with this one; both go on. */
export interface ComplaintLink {
  /** The id of the other case. */
  readonly to: string
  readonly relation: LinkRelation
  readonly on: string
}

/** The same matter, of whomever; the same matter of the same petitioners again (重复信访); something that has to do with it. */
export type LinkRelation = 'sameMatter' | 'repeat' | 'related'

/** A referral to help: in hardship or by judicial aid (信访工作条例 2022 Art. 37 ¶2), or another kind that the place offers. */
export interface Assistance {
  readonly on: string
  readonly kind: 'hardship' | 'judicialAid' | 'legalAid' | 'mediation' | 'psychological'
}

/** Not accepted (不予受理, 不再受理). */
export interface Refusal {
  readonly ground: 'notCompetent' | 'notAPetition' | 'alreadyEnded' | 'pendingElsewhere'
  /** The version of the event beside which the reasons and the advice are sealed. */
  readonly version: number
}

/** Led into another statutory procedure (导入). */
export interface RoutedOut {
  /** The version of the event beside which the body and the advice are sealed. */
  readonly version: number
  readonly knownOn: string | null
}

/** From an earlier register: whether it was closed there, and on which day if that is known. */
export interface Legacy {
  readonly closed: boolean
  readonly closedOn: string | null
}

export interface Ending {
  readonly on: string
  readonly ground: EndingGround
}
