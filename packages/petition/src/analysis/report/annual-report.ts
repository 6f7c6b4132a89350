import type { AnalysisAnswer, HotSpots, ScopeQuery, Topics } from '../api.js'
import type { BothSatisfactions, MatterCounts, Timeliness } from '../statistics/measures.js'
import type { PublishedTable } from '../statistics/two-way.js'
import type { Published, ReportRow } from './published.js'
import type { SupervisionFigures } from './supervision-figures.js'

export interface AnnualReportQuery extends ScopeQuery {
  /** Such as 2024. */
  readonly year: number
}

export interface PublicReportQuery {
  /** A year that is over. */
  readonly year: number
}

/** The annual report (信访工作条例 2022 Art. 41), as data. A number is `null` where it is kept back. */
export interface AnnualReport extends AnalysisAnswer {
  readonly audience: 'internal' | 'public'
  readonly year: number
  /** Whether the year is over. */
  readonly isFinished: boolean
  /** What units are called, by their ids. */
  readonly names: Readonly<Record<string, UnitName>>
  /** (1) 数据统计 */
  readonly statistics: {
    readonly counts: Published<MatterCounts>
    readonly yearBefore: Published<MatterCounts>
    readonly received: readonly ReportRow[]
    readonly completed: readonly ReportRow[]
    readonly byChannel: readonly ReportRow[]
    readonly byClass: readonly ReportRow[]
    /**
     * 检举控告: of the whole organisation and the whole year, for the system alone, which publishes; undefined for everybody else and for
     * parts of it.
     */
    readonly accusations: { readonly received: number | null; readonly answered: number | null } | undefined
  }
  /** (1) 涉及领域: what the matters were about, and where. */
  readonly fields: {
    readonly byMatter: readonly ReportRow[]
    readonly byArea: readonly ReportRow[]
    readonly table: PublishedTable
  }
  /**
   * (1) 被投诉较多的机关、单位: the bodies with more than twice as many matters as the one in the middle, in the order of their ids. It
   * tells where problems lie, and ranks nobody; governments of places are left out.
   */
  readonly bodies: readonly BodyRow[]
  /** (2) 转送、交办、督办 */
  readonly timeliness: Published<Timeliness>
  /** Each unit that owed something, in the order of the ids. */
  readonly units: readonly UnitRow[]
  /** (2)–(3) 督办、督查、三项建议 */
  readonly supervision: SupervisionFigures
  /** (4) 其他 */
  readonly satisfaction: Published<BothSatisfactions>
  readonly topics: Topics['rows']
  readonly hotSpots: HotSpots['rows']
}

export interface UnitName {
  readonly zh: string
  readonly en: string
}

export interface BodyRow {
  readonly unit: string
  readonly received: number
  readonly timeliness: Published<Timeliness>
}

export interface UnitRow {
  readonly unit: string
  readonly timeliness: Published<Timeliness>
}
