import type { Text } from '../matter/text.js'

/**
 * What petition rules settle about supervision (监督). What no checked text sets is `null` or empty: nothing is then judged by it,
 * and the answers say so.
 */
export interface SupervisionPolicy {
  /** The types of units that supervise for the government they belong to (信访部门, 信访工作联席会议). */
  readonly offices: readonly string[]
  /** The article behind each trigger of supervision. */
  readonly articles: Readonly<Partial<Record<SupervisionTrigger, string>>>
  /** The proposals that the limit `answerProposal` governs, where the profile has one. */
  readonly answerLimitFor: readonly ProposalType[]
  /** Delay (拖延): so many working days without an act of the body. Notes and supplements are no acts. */
  readonly idleWorkDays: SupervisionThreshold | null
  /** Shirking (推诿): bodies objected so many times that they are not competent; 2 or more. */
  readonly objections: SupervisionThreshold | null
  /** A supported request is to be carried out within so many days after the delivery of the opinion. */
  readonly executionDays: SupervisionThreshold | null
  /** When an agency turns yellow and red by its share of open duties that are late. */
  readonly agency: AgencyThreshold | null
  /** Who is told of a late duty, level by level, nearest first; each level has a limit of its own. */
  readonly escalation: readonly EscalationLevel[]
  /** What an inspection checks in each case. */
  readonly checklist: readonly CheckItem[]
}

/** What calls for supervision (督办情形). Falsification and other grounds are found by people alone. */
export type SupervisionTrigger =
  /** A duty is late without good reason. */
  | 'late'
  /** The result of an assignment was not reported. */
  | 'notReported'
  /** The procedure was not followed. */
  | 'procedure'
  /** Shirking, perfunctory work or delay (推诿、敷衍、拖延). */
  | 'shirking'
  /** An opinion that supports a request is not carried out. */
  | 'notExecuted'
  /** 弄虚作假 */
  | 'falsification'
  | 'other'

/** The three proposals (三项建议, 信访工作条例 2022 Art. 40): improve the work, improve a policy, pursue responsibility. */
export type ProposalType = 'improveWork' | 'improvePolicy' | 'pursueResponsibility'

/** A figure that somebody has set. */
export interface SupervisionThreshold {
  readonly amount: number
  readonly source: string
  /** False for a figure that nobody has checked in the primary text. */
  readonly verified: boolean
}

/** Shares from 0 to 1; red is above yellow. */
export interface AgencyThreshold {
  readonly yellow: number
  readonly red: number
  readonly source: string
  readonly verified: boolean
}

/** One level of the reporting chain. */
export interface EscalationLevel {
  /** A word of the host's, such as `unitHead`. Each level hears of a late duty once. */
  readonly level: string
  /** Steps up the territorial line from the unit that is late; 0 is the unit itself. */
  readonly up: number
  /** Who hears of it there: whoever has a post with this role. */
  readonly role: string
  /** Days of 24 hours after the end of the limit. */
  readonly afterDays: number
  readonly source: string
}

/** A punishable failure (应予追责情形) that an inspection looks for in a case. */
export interface CheckItem {
  readonly id: string
  readonly text: Text
  readonly source: string
}
