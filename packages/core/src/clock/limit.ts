/**
 * The four ways in which Chinese administrative rules count time (`紧急工作时`, `工作时`, `工作日`, `自然日`).
 *
 * - `urgentHour`: hours on the wall clock; nights, weekends and holidays count.
 * - `workHour`: hours inside the calendar's working hours on working days only.
 * - `workDay`: working days; the day of the start is not counted.
 * - `naturalDay`: calendar days; the day of the start is not counted, and a last day that is a rest day rolls forward.
 */
export type LimitUnit = 'urgentHour' | 'workHour' | 'workDay' | 'naturalDay'

/** One time limit of a rule profile: how long, for whom, and where the law says so. */
export interface Limit {
  readonly unit: LimitUnit
  /** Length in `unit`; a positive whole number. */
  readonly amount: number
  /** The article that sets it, such as `信访工作条例 2022 Art. 34`. */
  readonly source: string
  /**
   * A `duty` of an agency can be late. A `right`, of a petitioner or of a body, is a window in which it can be used: it is shown
   * and explained, and never counted as overdue.
   */
  readonly nature: 'duty' | 'right'
  /** Bands before the end at which `deadlines.tick` records an approaching deadline; most distant first. */
  readonly warnings?: readonly Warning[]
  /** The grounds that stop this clock while they last. Other pauses are recorded and do not move the end. */
  readonly pausedBy?: readonly string[]
  /** How much may be added, how often, and by which article. Absent: no extension. */
  readonly extension?: ExtensionRule
}

/** A band before the end of a limit. */
export interface Warning {
  /** A name such as `near`. */
  readonly band: string
  /** How long before the end, in days for day limits and hours for hour limits. */
  readonly before: number
}

/** What a rule profile allows as an extension (`延期`) of one limit. */
export interface ExtensionRule {
  /** The most that all extensions together may add, in the limit's unit. */
  readonly most: number
  /** How many extensions may be granted. */
  readonly times: number
  readonly source: string
}
