import type { RuleProfile } from '@redress/core'

/** The petition rules of one place and time. */
export type PetitionRules = RuleProfile<PetitionPolicy>

/** What petition rules settle beside the time limits. */
export interface PetitionPolicy {
  /** How many representatives a collective visit may send, by the number of people it speaks for; the first row that fits holds. */
  readonly representatives: readonly RepresentativeRule[]
  /** Whether a body may object to a case sent to it (管辖异议); the limit is the clock `jurisdictionObjection`. */
  readonly objection: boolean
  /** Which requests the `handle` limit governs: every appeal, or only those that no other statutory procedure takes. */
  readonly handleLimitFor: 'everyAppeal' | 'petitionRoute'
  /** Days after which a public notice counts as delivered. */
  readonly publicNoticeDays: number
  /** What ends a matter for good (终结), beside withdrawal. */
  readonly endingGrounds: readonly EndingGround[]
}

export interface RepresentativeRule {
  /** Holds for at most this many people; absent: for any number. */
  readonly people?: number
  readonly most: number
  readonly source: string
}

/** Why a matter ends for good. */
export type EndingGround =
  /** The re-review opinion is delivered (三级终结). */
  | 'reReviewDelivered'
  /** The time to ask for the next review has lapsed after a valid notice. */
  | 'reviewWindowLapsed'
  /** A mediation or settlement agreement was reached and performed. */
  | 'agreementPerformed'
  /** The petitioner died or ceased to exist and nobody succeeds. */
  | 'noSuccessor'
