import { type Accused, nobodyAccused } from '@redress/core'
import type { AnswerChannel } from '../complaint/state.js'
import type { Channel } from '../matter/channel.js'
import type { Petitioner } from '../matter/persons.js'
import type { SupportedDuty } from './policy.js'

/** The main road of a suggestion. Publication, support, realisation and honours are fields beside it. */
export type SuggestionStatus =
  | 'new'
  | 'received'
  | 'registered'
  | 'screened'
  | 'referred'
  | 'inStudy'
  | 'decided'
  | 'replied'
  | 'closed'
  | 'declined'
  | 'handedOver'
  | 'withdrawn'

/** A suggestion (建议意见类信访事项, 信访工作条例 2022 Art. 29), from filing to its realisation. */
export interface Suggestion {
  readonly status: SuggestionStatus
  readonly channel: Channel
  /** The local date on which the first body received it. */
  readonly receivedOn: string
  /** The unit that has it now. */
  readonly unit: string
  readonly receivedAs: 'petitionOffice' | 'body'
  /** The unit that received it first. */
  readonly receivedBy: string
  /** Every unit that has or had a part in it. */
  readonly involved: readonly string[]
  readonly number: string | null
  /** The digest of the code with which its author follows it without an account. */
  readonly codeDigest: string
  /** The territory it concerns: the id of a unit. */
  readonly area: string | null
  readonly matter: string | null
  /** The call (征集) that it answers. */
  readonly call: string | null
  readonly anonymous: boolean
  /** Only staff with a duty in it may know of it; it is never published. */
  readonly confidential: boolean
  /** Whom it accuses, as was found when it was handed over: they never learn of it here. */
  readonly accused: Accused
  /** Its authors. */
  readonly petitioners: readonly Petitioner[]
  /** The ids of the authors with accounts. */
  readonly petitionerIds: readonly string[]
  /** The keys of the authors who agree that their name is published. */
  readonly nameConsents: readonly string[]
  readonly referral: SuggestionReferral | null
  /** The body that asks to send it back (退回). */
  readonly returnAskedBy: string | null
  /** The officer in charge of the study (承办人). */
  readonly officer: string | null
  /** Everybody who has studied it. */
  readonly handlers: readonly string[]
  readonly recused: readonly string[]
  readonly study: SuggestionStudy | null
  readonly decision: SuggestionDecision | null
  /** The decisions before it was taken up again, oldest first. */
  readonly earlier: readonly SuggestionDecision[]
  readonly reply: SuggestionReply | null
  /** Attempts to reply that did not reach the author since the decision, and the day of the last one. */
  readonly notReached: { readonly attempts: number; readonly on: string } | null
  readonly realisation: Realisation | null
  readonly honours: readonly Honour[]
  /** What the public reads; null while nothing is published. */
  readonly publication: Publication | null
  /** The duties that its supporters have made, oldest first. */
  readonly duties: readonly SupportedBy[]
  /** How often supports were set aside: the number of the last time. */
  readonly setAsides: number
  readonly handedOver: HandOver | null
  /** Why it is no suggestion: the version of the event beside which the reasons are sealed, and the day. */
  readonly declined: { readonly version: number; readonly on: string } | null
  readonly closedOn: string | null
  readonly reopened: number
}

/** Sent on to the competent body (转送). */
export interface SuggestionReferral {
  readonly from: string
  readonly to: string
  readonly on: string
}

export interface SuggestionStudy {
  readonly unit: string
  readonly on: string
  /** The day on which the author was told who studies it (Art. 23 ¶3); null where nobody can be reached. */
  readonly noticeOn: string | null
  /** How many views were heard. */
  readonly views: number
}

/** Adopted, adopted in part, or not adopted (采纳, 部分采纳, 不予采纳). */
export type SuggestionOutcome = 'adoptFully' | 'adoptPartly' | 'notAdopt'

export interface SuggestionDecision {
  readonly on: string
  /** The unit that decided. */
  readonly by: string
  readonly outcome: SuggestionOutcome
  /** The version of the event beside which the reasons are sealed. */
  readonly version: number
}

export interface SuggestionReply {
  readonly on: string
  readonly channel: AnswerChannel
}

/** What became of what was adopted (转化落实). */
export interface Realisation {
  /** The unit that carries it out. */
  readonly unit: string
  /** The planned day, as a local date. */
  readonly by: string
  /** When it was planned first. */
  readonly on: string
  /** How often the plan was changed. */
  readonly changed: number
  readonly reports: number
  readonly state: 'planned' | 'realised' | 'givenUp'
  readonly endedOn: string | null
}

/** An honour or a reward (奖励, 信访工作条例 2022 Art. 29 ¶2; 信访条例 2005 Art. 8). */
export interface Honour {
  readonly on: string
  readonly kind: HonourKind
}

export type HonourKind = 'commendation' | 'certificate' | 'reward'

/** A text without personal data, written by the office. The text stands in the vault. */
export interface Publication {
  /** The version of the event beside which the text is sealed. */
  readonly version: number
  /** When it was first published, ISO 8601. */
  readonly since: string
  /** Whether the names of the authors who agree are shown. */
  readonly names: boolean
  /** Whether the answer is published too. */
  readonly answered: boolean
}

/** A duty made by support. */
export interface SupportedBy {
  readonly supports: number
  readonly duty: SupportedDuty
  readonly on: string
}

/** Handed over, since it is a matter of another class. */
export interface HandOver {
  readonly on: string
  /** The other case. Only the host's own code is told: see `handedOverTo`. */
  readonly to: string | null
}

const none: readonly never[] = Object.freeze([])

export const noSuggestion: Suggestion = Object.freeze({
  status: 'new',
  channel: 'online',
  receivedOn: '',
  unit: '',
  receivedAs: 'petitionOffice',
  receivedBy: '',
  involved: none,
  number: null,
  codeDigest: '',
  area: null,
  matter: null,
  call: null,
  anonymous: false,
  confidential: false,
  accused: nobodyAccused,
  petitioners: none,
  petitionerIds: none,
  nameConsents: none,
  referral: null,
  returnAskedBy: null,
  officer: null,
  handlers: none,
  recused: none,
  study: null,
  decision: null,
  earlier: none,
  reply: null,
  notReached: null,
  realisation: null,
  honours: none,
  publication: null,
  duties: none,
  setAsides: 0,
  handedOver: null,
  declined: null,
  closedOn: null,
  reopened: 0,
})

/** Whether a reply can reach an author: by account or by what they left. */
export const isReachable = ({ petitioners }: Suggestion): boolean => petitioners.some((one) => one.reachable)

/** Whether it was adopted, fully or in part. */
export const isAdopted = ({ decision }: Suggestion): boolean =>
  decision !== null && decision.outcome !== 'notAdopt'

/** Whether people may support it now: it is published and not decided. */
export const isOpenForSupport = ({ publication, status }: Suggestion): boolean =>
  publication !== null && (status === 'screened' || status === 'referred' || status === 'inStudy')
