import type { Actor } from '@redress/core'
import type { Text } from '../matter/text.js'
import type { AnnualReport, AnnualReportQuery, PublicReportQuery } from './report/annual-report.js'
import type { Bulletin, BulletinQuery } from './report/bulletin.js'
import type { Overview, OverviewQuery } from './report/overview.js'
import type { HotSpot } from './statistics/hot-spot.js'
import type { BothSatisfactions, MatterCounts, Timeliness } from './statistics/measures.js'
import type { WeekJudgement } from './statistics/rise.js'
import type { Topic } from './statistics/topic.js'

/**
 * Statistics (分析): of agencies, matters and places; never of people.
 *
 * Staff with a duty in petitions see the own unit and those below it, a petition office its territory. Accusations are in no answer to
 * an officer: a count that changes when somebody is accused would tell the accused. There is no table of units by how many people
 * turned to them: units stand in the order of their ids, and what is said of them are rates of their own work.
 *
 * @example
 * ```ts
 * const late = await platform.petition.analysis.timeliness({ table: 'unit', periods: ['2024-05'] }, officer)
 * for (const { key, timeliness } of late.rows) console.log(key, timeliness.completion.rate)
 * ```
 */
export interface AnalysisApi {
  /** How many matters were received, accepted, answered … by unit, area, matter, channel or class. @throws ANALYSIS_NOT_ALLOWED, ANALYSIS_UNIT_ELSEWHERE, UNIT_UNKNOWN, QUERY_INVALID, PERIOD_NOT_COUNTED */
  counts(query: TableQuery, by: Actor): Promise<CountTable>
  /** How well time limits are kept. @throws as {@link counts} */
  timeliness(query: WorkQuery, by: Actor): Promise<TimelinessTable>
  /** How satisfied petitioners are with petition office and handling body, with the response rate beside it. @throws as {@link counts} */
  satisfaction(query: WorkQuery, by: Actor): Promise<SatisfactionTable>
  /** Whether more came in one week than the weeks before lead to expect. @throws as {@link counts} */
  rises(query: RisesQuery, by: Actor): Promise<Rises>
  /** Areas with more of a matter than both alone lead to expect. @throws as {@link counts} */
  hotSpots(query: MonthsQuery, by: Actor): Promise<HotSpots>
  /** Classes of problems that come so often that they should be solved as a class. @throws as {@link counts} */
  topics(query: MonthsQuery, by: Actor): Promise<Topics>
  /** The annual report (信访工作条例 2022 Art. 41) as data; `renderAnnualReport` writes it. @throws as {@link counts} */
  annualReport(query: AnnualReportQuery, by: Actor): Promise<AnnualReport>
  /** The monthly bulletin (信访工作通报) as data; `renderBulletin` writes it. @throws as {@link counts} */
  bulletin(query: BulletinQuery, by: Actor): Promise<Bulletin>
  /** The state of the city on one page, for those who lead it. @throws as {@link counts} */
  overview(query: OverviewQuery, by: Actor): Promise<Overview>
  /**
   * What everybody may read: the annual report of the whole organisation for a year that is over, with small counts kept back. One
   * report per year and no finer one, since from two that overlap the counts kept back could be computed.
   *
   * @throws QUERY_INVALID, PERIOD_NOT_FINISHED, COUNTING_NOT_FINISHED
   */
  publicReport(query: PublicReportQuery): Promise<AnnualReport>
}

/** By what a table has its lines. `receivedBy` is the unit that received a matter first; `unit` the one that handles it. */
export type AnalysisTable =
  | 'total'
  | 'unit'
  | 'receivedBy'
  | 'area'
  | 'matter'
  | 'channel'
  | 'class'
  | 'area×matter'

export interface ScopeQuery {
  /** The unit whose statistics are asked for, with those below it. Default: all that the reader may see. */
  readonly unit?: string | undefined
}

export interface TableQuery extends ScopeQuery {
  /** Default: `total`. */
  readonly table?: AnalysisTable | undefined
  /** `2024`, `2024-05`; for what was received by total, unit, area or matter `2024-W22` (ISO weeks) as well. 1 to 60. */
  readonly periods: readonly string[]
}

/** Of work rather than of receipts. */
export interface WorkQuery extends TableQuery {
  readonly table?: Exclude<AnalysisTable, 'receivedBy' | 'area×matter'> | undefined
}

/** What every answer says of itself. */
export interface AnalysisAnswer {
  /** The unit at the head of what is counted; undefined for a whole organisation with several. */
  readonly unit: string | undefined
  /** When it was answered, ISO 8601. */
  readonly asOf: string
  /** False while a long history is still being counted: `platform.tallies.update()` finishes it. */
  readonly isComplete: boolean
}

export interface TableRow {
  readonly period: string
  /** The line: a unit, an area, a matter …; `-` where nobody has stated it; empty for `total`. */
  readonly key: string
  /** For `area×matter`, the matter. */
  readonly matter?: string
}

export interface CountTable extends AnalysisAnswer {
  readonly table: AnalysisTable
  /** In the order of periods and keys. */
  readonly rows: readonly (TableRow & { readonly counts: RowCounts })[]
}

/** Of weeks and of `area×matter` only what was received is counted. */
export type RowCounts = Partial<MatterCounts> & Pick<MatterCounts, 'received' | 'repeats'>

export interface TimelinessTable extends AnalysisAnswer {
  readonly table: AnalysisTable
  readonly rows: readonly (TableRow & { readonly timeliness: Timeliness })[]
}

export interface SatisfactionTable extends AnalysisAnswer {
  readonly table: AnalysisTable
  readonly rows: readonly (TableRow & { readonly satisfaction: BothSatisfactions })[]
}

export interface RisesQuery extends ScopeQuery {
  readonly table?: 'total' | 'unit' | 'area' | 'matter' | 'area×matter' | undefined
  /** An ISO week that is over, such as `2024-W22`. Default: the last one. */
  readonly week?: string | undefined
}

export interface Rises extends AnalysisAnswer {
  readonly table: NonNullable<RisesQuery['table']>
  readonly week: WeekNote
  /** The comparable weeks that it is held against, oldest first. */
  readonly before: readonly string[]
  /** The weeks between them that are left out, for their holidays. */
  readonly leftOut: readonly WeekNote[]
  /** Every line of the week, in the order of its name. */
  readonly rows: readonly (TableRow & WeekJudgement)[]
}

/** A week, and what is out of the ordinary with it. */
export interface WeekNote {
  readonly week: string
  /** Its Monday, as a local date. */
  readonly from: string
  /** Days of an ordinary working week that are off, as local dates. */
  readonly daysOff: readonly string[]
  /** Days of its weekend that are worked (调休上班). */
  readonly workedDays: readonly string[]
  /** What that means, if anything. */
  readonly note: Text | undefined
}

export interface MonthsQuery extends ScopeQuery {
  /** `2024-05`. Default: the complete months before the running one that the rules name. 1 to 24. */
  readonly months?: readonly string[] | undefined
}

export interface HotSpots extends AnalysisAnswer {
  readonly months: readonly string[]
  /** In the order of matter and area: a list of problems, not a ranking of places. */
  readonly rows: readonly HotSpot[]
}

export interface Topics extends AnalysisAnswer {
  readonly months: readonly string[]
  /** The most frequent problem first. */
  readonly rows: readonly Topic[]
}
