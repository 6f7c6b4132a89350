import type { Calendar } from '../clock/calendar.js'
import type { Limit } from '../clock/limit.js'

/**
 * A versioned set of rules: the law of one place and time as data. A case pins the profile in force when its matter was
 * received and keeps it; a later law never changes a case that is already open.
 */
export interface RuleProfile<Policy extends object = object> {
  /** Stable, such as `cn-2022-regulation`. Cases store it. */
  readonly id: string
  /** A name for people. */
  readonly title: string
  /** The instrument, its number and its articles. */
  readonly source: string
  /** First day on which it applies, as a local date. */
  readonly effectiveFrom: string
  /** Last day on which it applies; absent while it is in force. */
  readonly effectiveUntil?: string
  /** False for a profile whose figures nobody has checked in the primary text. It is then never chosen by itself. */
  readonly verified: boolean
  /** Working days, working hours and the time zone in which days are counted. */
  readonly calendar: Calendar
  readonly counting: CountingRule
  /** The limits, by the name of the clock that they govern. */
  readonly limits: Readonly<Record<string, Limit>>
  /** The least count that public statistics show; smaller ones are kept back. Default: 5. */
  readonly leastCell?: number
  /** How long records are kept, by class. Periods come from the archive schedule of the place; without classes nothing expires. */
  readonly retention?: Readonly<Record<string, RetentionClass>>
  /** Everything else that the plugin's rules leave to the place: caps, categories, thresholds. */
  readonly policy: Policy
}

/** A retention class: whole years from the date that counts, each stage absent if it never comes. */
export interface RetentionClass {
  readonly title: string
  readonly zh?: string
  /** When everything but storage and security stops. */
  readonly restrictAfter?: number
  /** When personal data is erased; the course of the case stays. */
  readonly eraseAfter?: number
  /** When the course of the case is pruned down to the hashes of its events. */
  readonly pruneAfter?: number
  readonly source: string
  /** False for a period that nobody has checked in the primary text. */
  readonly verified: boolean
}

/** How a profile counts days. */
export interface CountingRule {
  readonly id: string
  /** When the last day ends, local time: `24:00`, or the close of business such as `17:30`. */
  readonly endOfDay: string
  /** Whether a `naturalDay` limit whose last day is a rest day ends on the next working day. */
  readonly rollForward: boolean
  readonly source: string
}
