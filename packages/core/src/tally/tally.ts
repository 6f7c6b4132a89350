import type { CaseRecord } from '../case/kind.js'
import type { WorkingCalendar } from '../clock/calendar.js'
import type { Due } from '../clock/due.js'
import type { ClockRun } from '../clock/run.js'
import type { RuleProfile } from '../rules/profile.js'

/**
 * What each case of a kind adds to its statistics. Core keeps the sums: a query reads the lines that it names, however many cases
 * there are. Count agencies, matters and places; never a person.
 *
 * @example
 * ```ts
 * const tally: CaseTally<Permit> = {
 *   version: 1,
 *   counts: ({ state, openedAt }) => [
 *     { period: openedAt.slice(0, 7), by: 'unit', of: state.unit, amounts: { filed: 1, [`is:${state.status}`]: 1 } },
 *   ],
 * }
 * ```
 */
export interface CaseTally<State, Policy extends object = object> {
  /** Raised when `counts` changes; a whole number from 1. Everything is then counted anew, beside the old. */
  readonly version: number
  /**
   * What a case adds, as it stands. Pure: of the record, its rules and the ends of its clocks alone, never of "now" or of another case.
   * Equal lines are added up; at most 1,000, each with at most 100 amounts.
   *
   * A case that throws, or counts what a {@link Count} cannot hold, keeps what it counted before and is reported by
   * `platform.tallies.update`. One whose records are pruned keeps it too, also in later versions.
   */
  counts(record: CaseRecord<State>, context: TallyContext<Policy>): readonly Count[]
}

/** What a count may know beside the record. */
export interface TallyContext<Policy extends object = object> {
  /** The profile that the case pins. */
  readonly rules: RuleProfile<Policy>
  readonly calendar: WorkingCalendar
  /**
   * The end of one run of a clock of the case; undefined while it is paused and while the year's holidays are unknown. Holidays that
   * are announced later may move it: what was counted by it stays as it is until the case changes.
   */
  readonly due: (run: ClockRun) => Due | undefined
}

/**
 * One line of the statistics.
 *
 * @example
 * ```ts
 * const line: Count = { period: '2024-05', by: 'unit', of: 'county-housing', amounts: { filed: 1, 'handleDays:17': 1 } }
 * ```
 */
export interface Count {
  /** In the kind's own words, such as `2024-05` or `2024-W22`: 1 to 64 characters. */
  readonly period: string
  /** The table, such as `unit` or `area×matter`: 1 to 64 characters. */
  readonly by: string
  /** The line of the table, such as the id of a unit: up to 256 characters, none of them a control character. */
  readonly of: string
  /** What is added, by name of 1 to 64 characters: whole numbers from 0 to a thousand million. */
  readonly amounts: Readonly<Record<string, number>>
}

/** Which lines are asked for: at most 100,000 periods, or periods times `of`. */
export interface TallyQuery {
  readonly by: string
  readonly periods: readonly string[]
  /** Default: every line of the table. */
  readonly of?: readonly string[] | undefined
}

export interface TallyResult {
  /** Summed for each period and `of`, in the order of both. What is zero is left out. */
  readonly lines: readonly Count[]
  /** The instant of the last event that is counted in, ISO 8601; undefined before the first one. */
  readonly countedUntil: string | undefined
  /** False while a long history is still being counted: `platform.tallies.update()` finishes it. */
  readonly isComplete: boolean
}
