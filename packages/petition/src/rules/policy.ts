import type { RuleProfile } from '@redress/core'
import type { AccusationPolicy } from '../accusation/policy.js'
import type { AnalysisPolicy } from '../analysis/policy.js'
import type { DuplicatePolicy } from '../duplicate/policy.js'
import type { NoticePolicy } from '../notice/policy.js'
import type { OnlineCentrePolicy } from '../online-centre/policy.js'
import type { ReceptionPolicy } from '../reception-centre/policy.js'
import type { SuggestionPolicy } from '../suggestion/policy.js'
import type { SupervisionPolicy } from '../supervision/policy.js'

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
  /** Default: `receptionPolicy`, which has no figures. */
  readonly reception?: ReceptionPolicy
  /** When two texts look like one matter. Default: `duplicatePolicy`. */
  readonly duplicates?: DuplicatePolicy
  /** What the statistics call remarkable. Default: `usualAnalysis`. */
  readonly analysis?: AnalysisPolicy
  /** Which bodies take accusations. Default: none is known, and the units above the accused are proposed. */
  readonly accusation?: AccusationPolicy
  /** What support makes of suggestions. Default: `suggestionPolicy`, which has no thresholds. */
  readonly suggestion?: SuggestionPolicy
  /** The provisions that documents rest on. Default: they name none. */
  readonly notices?: NoticePolicy
  /** What the online centre may do. Default: what the national rules of 2022 let it. */
  readonly onlineCentre?: OnlineCentrePolicy
  /** Who supervises, by which thresholds and levels. Default: petition offices, and no figures. */
  readonly supervision?: SupervisionPolicy
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
