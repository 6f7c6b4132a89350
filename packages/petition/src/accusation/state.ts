import { type Accused, nobodyAccused } from '@redress/core'
import type { Channel } from '../matter/channel.js'
import type { Petitioner } from '../matter/persons.js'

/** The main road of an accusation. Withdrawal, protection, clarification and proposals are fields beside it. */
export type AccusationStatus =
  | 'new'
  | 'received'
  | 'registered'
  | 'routed'
  | 'accepted'
  | 'investigating'
  | 'concluded'
  | 'closed'
  | 'notAccepted'
  | 'discontinued'

/** Misconduct in office, or retaliation against a petitioner (打击报复, 信访工作条例 2022 Art. 18 ¶4). */
export type AccusationSubject = 'misconduct' | 'retaliation'

/** How much is known of the accuser: nothing, a name (实名), or a name that was checked. */
export type AccuserIdentity = 'anonymous' | 'named' | 'proved'

/** What a unit that receives it owes: to sort, to tell within the days of the petition rules, or to tell by its own rules. */
export type AccusationReceipt = 'petitionOffice' | 'body' | 'ownRules'

/** A report of misconduct, from filing to the result that its author is told. Sealed from its first event. */
export interface Accusation {
  readonly status: AccusationStatus
  readonly subject: AccusationSubject
  readonly channel: Channel
  /** The local date on which the first body received it. */
  readonly receivedOn: string
  /** The unit that has it now. */
  readonly unit: string
  /** The unit that received it first. */
  readonly receivedBy: string
  /** Every unit that has or had a part in it. */
  readonly involved: readonly string[]
  readonly number: string | null
  /** The digest of the code with which the accuser follows it without an account. */
  readonly codeDigest: string
  readonly accused: Accused
  readonly identity: AccuserIdentity
  /** The accusers. Who they are stands in the vault. */
  readonly petitioners: readonly Petitioner[]
  /** The ids of the accusers with accounts. Shown to nobody but the system. */
  readonly petitionerIds: readonly string[]
  /** The complaint that it was taken over from. */
  readonly takenFrom: string | null
  /** Of a report of retaliation: the case for which somebody is made to suffer. */
  readonly follows: FollowedCase | null
  readonly routing: AccusationRouting | null
  readonly acceptedOn: string | null
  /** The day on which the accuser was told of receipt, path and procedure. */
  readonly noticeOn: string | null
  readonly investigators: readonly string[]
  readonly recused: readonly string[]
  /** What the personnel departments were told (Art. 30 ¶2), oldest first. */
  readonly personnel: readonly PersonnelNotice[]
  /** The days on which a protective measure was taken. */
  readonly protections: readonly string[]
  readonly conclusion: AccusationConclusion | null
  readonly clarifications: readonly AccusationClarification[]
  readonly proposals: readonly AccusationProposal[]
  readonly feedback: AccusationFeedback | null
  readonly withdrawal: AccusationWithdrawal | null
  readonly refusal: AccusationRefusal | null
  /** How often it was taken up again. */
  readonly reopened: number
}

export interface FollowedCase {
  readonly case: string
  /** Such as `petition.complaint`. */
  readonly kind: string
}

/** Sent on to the competent body. */
export interface AccusationRouting {
  readonly from: string
  readonly to: string
  readonly on: string
}

export interface PersonnelNotice {
  readonly on: string
  readonly to: string
  /** It was reported to the leaders as well (重大情况). */
  readonly major: boolean
}

/** What the investigation found. */
export interface AccusationConclusion {
  readonly on: string
  readonly by: string
  readonly outcome: AccusationOutcome
  /** The version of the event beside which the findings are sealed. */
  readonly version: number
}

/** Found, found in part, not found; or not true, so that the accused is to be cleared (澄清). */
export type AccusationOutcome = 'found' | 'partlyFound' | 'notFound' | 'clarified'

/** A wrongly accused person or unit was cleared (澄清正名). */
export interface AccusationClarification {
  readonly on: string
  readonly persons: readonly string[]
  readonly units: readonly string[]
  readonly manner: ClarificationManner
}

export type ClarificationManner = 'writing' | 'inPerson' | 'meeting' | 'circular'

/** Measures against responsible persons are proposed to the body that may take them. */
export interface AccusationProposal {
  readonly on: string
  readonly to: string
  /** The version of the event beside which it is sealed. */
  readonly version: number
}

/** The result was told to the accuser; or nobody could be reached. It can be read by the query code in either case. */
export interface AccusationFeedback {
  readonly on: string
  readonly reached: boolean
  readonly manner: AccusationFeedbackManner | null
  /** The version of the event beside which the answer is sealed. */
  readonly version: number
}

/** `queryCode`: it waits for whoever has the code. The only way to somebody who is not known. */
export type AccusationFeedbackManner = 'inPerson' | 'phone' | 'post' | 'electronic' | 'queryCode'

/** The accuser has withdrawn; whether it goes on is for the body to decide. */
export interface AccusationWithdrawal {
  readonly on: string
  readonly decided: 'goesOn' | 'discontinued' | null
}

export interface AccusationRefusal {
  readonly ground: AccusationRefusalGround
  /** The version of the event beside which the reasons and the advice are sealed. */
  readonly version: number
}

/** `notAnAccusation`: it is an appeal or a suggestion, which the accuser is advised to file as one. */
export type AccusationRefusalGround = 'notCompetent' | 'notAnAccusation' | 'noSubstance' | 'handledAlready'

const none: readonly never[] = Object.freeze([])

export const noAccusation: Accusation = Object.freeze({
  status: 'new',
  subject: 'misconduct',
  channel: 'online',
  receivedOn: '',
  unit: '',
  receivedBy: '',
  involved: none,
  number: null,
  codeDigest: '',
  accused: nobodyAccused,
  identity: 'anonymous',
  petitioners: none,
  petitionerIds: none,
  takenFrom: null,
  follows: null,
  routing: null,
  acceptedOn: null,
  noticeOn: null,
  investigators: none,
  recused: none,
  personnel: none,
  protections: none,
  conclusion: null,
  clarifications: none,
  proposals: none,
  feedback: null,
  withdrawal: null,
  refusal: null,
  reopened: 0,
})
