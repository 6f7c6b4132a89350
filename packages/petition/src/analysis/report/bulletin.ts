import type { Actor } from '@redress/core'
import type { AnalysisAnswer, HotSpots, ScopeQuery, Topics } from '../api.js'
import { monthsBefore, shiftMonth } from '../count/period.js'
import { answerOf, openDesk, type Workshop } from '../desk.js'
import { hotSpotsIn, topicsIn } from '../problems.js'
import { checkMonth, read, readUnit } from '../query.js'
import { readSheet, sumAll } from '../sheet.js'
import {
  type BothSatisfactions,
  countsOf,
  type MatterCounts,
  satisfactionsOf,
  type Timeliness,
  timelinessOf,
} from '../statistics/measures.js'
import type { UnitName, UnitRow } from './annual-report.js'
import { asTheyAre } from './published.js'
import { namesOf, unitsOf } from './report-parts.js'
import { type SupervisionFigures, supervisionOf } from './supervision-figures.js'

export interface BulletinQuery extends ScopeQuery {
  /** Such as `2024-05`. */
  readonly month: string
}

/** The monthly bulletin (信访工作通报), as data: for those who do the work, not for publication. */
export interface Bulletin extends AnalysisAnswer {
  readonly month: string
  readonly isFinished: boolean
  readonly names: Readonly<Record<string, UnitName>>
  readonly counts: MatterCounts
  /** The month before. */
  readonly before: MatterCounts
  /** The same month of the year before. */
  readonly yearBefore: MatterCounts
  readonly timeliness: Timeliness
  readonly timelinessYearBefore: Timeliness
  /** Each unit that owed something, in the order of the ids. */
  readonly units: readonly UnitRow[]
  readonly satisfaction: BothSatisfactions
  readonly supervision: SupervisionFigures
  /** Of the months that the rules name, up to this one. */
  readonly topics: Topics['rows']
  readonly hotSpots: HotSpots['rows']
}

export async function bulletin(shop: Workshop, query: BulletinQuery, by: Actor): Promise<Bulletin> {
  const given = read(query)
  const month = checkMonth(given.month)
  const desk = await openDesk(shop, readUnit(given.unit), by)
  const [before, yearBefore] = [shiftMonth(month, -1), shiftMonth(month, -12)]
  const sheet = await readSheet(desk.host, 'unit', [yearBefore, before, month], desk.scope)
  const linesOf = (one: string) => sheet.lines.filter(({ period }) => period === one)
  const upTo = (months: number) => monthsBefore(shiftMonth(month, 1), months)
  const hot = await hotSpotsIn(desk, upTo(desk.policy.hotSpot.months))
  const frequent = await topicsIn(desk, upTo(desk.policy.topic.months))
  const supervised = await supervisionOf(desk, [month])
  const [own, earlier] = [sumAll(linesOf(month)), sumAll(linesOf(yearBefore))]
  const places = hot.rows.map(({ area }) => area)
  const units = unitsOf(linesOf(month), asTheyAre)
  return {
    ...answerOf(
      desk,
      [sheet, hot, frequent, supervised].every(({ isComplete }) => isComplete),
    ),
    month,
    isFinished: desk.today.slice(0, 7) > month,
    names: await namesOf(desk, `${month}-01`, [
      ...units.map(({ unit }) => unit),
      ...places,
      desk.scope.root ?? '',
    ]),
    counts: countsOf(own),
    before: countsOf(sumAll(linesOf(before))),
    yearBefore: countsOf(earlier),
    timeliness: timelinessOf(own),
    timelinessYearBefore: timelinessOf(earlier),
    units,
    satisfaction: satisfactionsOf(own),
    supervision: supervised.figures,
    topics: frequent.rows,
    hotSpots: hot.rows,
  }
}
