import type { Actor, InboxItem } from '@redress/core'
import type { AnalysisAnswer, HotSpots, Rises, ScopeQuery, Topics } from '../api.js'
import { openPeriod, openTable } from '../count/counts.js'
import { sumOf } from '../count/line.js'
import { dateOf, dayOf, monthOf, monthsBefore, shiftMonth } from '../count/period.js'
import { answerOf, type Desk, lastWeekBefore, openDesk, type Workshop } from '../desk.js'
import { hotSpotsIn, topicsIn } from '../problems.js'
import { read, readUnit } from '../query.js'
import { readSheet, sumAll, sumBy } from '../sheet.js'
import {
  type BothSatisfactions,
  countsOf,
  type MatterCounts,
  satisfactionsOf,
  type Timeliness,
  timelinessOf,
} from '../statistics/measures.js'
import { risesAt } from '../weeks.js'
import type { UnitName } from './annual-report.js'
import { namesOf } from './report-parts.js'
import { allLights, type ClockLights, type Standing, standingOf } from './standing.js'
import { type SupervisionFigures, supervisionOf } from './supervision-figures.js'

export interface OverviewQuery extends ScopeQuery {}

/** The state of the city on one page (领导驾驶舱): what waits, what is late and where, what grows, and what was proposed. */
export interface Overview extends AnalysisAnswer {
  /** The local date. */
  readonly today: string
  readonly names: Readonly<Record<string, UnitName>>
  /** What waits; due dates as they were after the last act in each matter. */
  readonly standing: Standing
  /** Each unit in which a duty runs, in the order of the ids. */
  readonly units: readonly UnitLights[]
  /** The matters whose limit ends first, as far as the reader may read them. */
  readonly nearest: readonly InboxItem[]
  /** This month so far, and the same month of the year before. */
  readonly month: MonthFigures
  readonly yearBefore: MonthFigures
  /** Of the answers delivered this month and in the two before: petitioners take their time. */
  readonly satisfaction: BothSatisfactions
  /** Matters and areas that rose in the last week that is over. */
  readonly rises: {
    readonly week: Rises['week']
    readonly total: Rises['rows'][number] | undefined
    readonly matters: Rises['rows']
    readonly areas: Rises['rows']
  }
  readonly hotSpots: HotSpots['rows']
  readonly topics: Topics['rows']
  /** Of this year. */
  readonly supervision: SupervisionFigures
}

export interface UnitLights {
  readonly unit: string
  readonly lights: ClockLights
  readonly clocks: Readonly<Record<string, ClockLights>>
}

export interface MonthFigures {
  readonly month: string
  readonly counts: MatterCounts
  readonly timeliness: Timeliness
}

/** How many matters are named one by one. */
const fewNearest = 10

export async function overview(shop: Workshop, query: OverviewQuery, by: Actor): Promise<Overview> {
  const desk = await openDesk(shop, readUnit(read(query).unit), by)
  const { host, scope, today, policy } = desk
  const month = monthOf(today)
  const recent = [...monthsBefore(month, 2), month]
  const yearBefore = shiftMonth(month, -12)
  const standing = await readSheet(host, openTable, [openPeriod], scope)
  const months = await readSheet(host, 'unit', [yearBefore, ...recent], scope)
  const hot = await hotSpotsIn(desk, monthsBefore(month, policy.hotSpot.months))
  const frequent = await topicsIn(desk, monthsBefore(month, policy.topic.months))
  const week = lastWeekBefore(today)
  const total = await risesAt(desk, { table: 'total', week })
  const matters = await risesAt(desk, { table: 'matter', week })
  const areas = await risesAt(desk, { table: 'area', week })
  const supervised = await supervisionOf(desk, yearTo(month))
  const parts = [standing, months, hot, frequent, total, matters, areas, supervised]
  const units = unitsIn(standing.lines, desk)
  const figures = (one: string): MonthFigures => {
    const amounts = sumAll(months.lines.filter(({ period }) => period === one))
    return { month: one, counts: countsOf(amounts), timeliness: timelinessOf(amounts) }
  }
  const sinceRecent = months.lines.filter(({ period }) => recent.includes(period))
  const risen = ({ rows }: Rises) => rows.filter(({ state }) => state === 'rise')
  const places = [...hot.rows.map(({ area }) => area), ...areas.rows.map(({ key }) => key)]
  return {
    ...answerOf(
      desk,
      parts.every(({ isComplete }) => isComplete),
    ),
    today,
    names: await namesOf(desk, `${yearBefore}-01`, [
      ...units.map(({ unit }) => unit),
      ...places,
      scope.root ?? '',
    ]),
    standing: standingOf(sumAll(standing.lines), today, nearUntil(desk)),
    units,
    nearest: await nearestOf(desk, by),
    month: figures(month),
    yearBefore: figures(yearBefore),
    satisfaction: satisfactionsOf(sumAll(sinceRecent)),
    rises: { week: total.week, total: total.rows[0], matters: risen(matters), areas: risen(areas) },
    hotSpots: hot.rows,
    topics: frequent.rows,
    supervision: supervised.figures,
  }
}

const yearTo = (month: string): readonly string[] =>
  monthsBefore(shiftMonth(month, 1), Number(month.slice(5)))

/** The last day that is near, by the first warning of each limit in the rules of today. */
function nearUntil({ inForce, today }: Desk): (clock: string) => string {
  return (clock) => {
    const limit = inForce.limits[clock]
    const days = limit?.unit === 'naturalDay' ? (limit.warnings?.[0]?.before ?? 0) : 0
    return dateOf(dayOf(today) + days)
  }
}

function unitsIn(lines: Awaited<ReturnType<typeof readSheet>>['lines'], desk: Desk): readonly UnitLights[] {
  return [...sumBy(lines, ({ unit }) => unit)].flatMap(([unit, amounts]) => {
    const { clocks } = standingOf(sumOf([amounts]), desk.today, nearUntil(desk))
    return Object.keys(clocks).length === 0 ? [] : [{ unit, lights: allLights(clocks), clocks }]
  })
}

async function nearestOf({ host, scope }: Desk, by: Actor): Promise<readonly InboxItem[]> {
  const query = { kind: 'petition.complaint', open: true, limit: fewNearest, unit: scope.root }
  return (await host.platform.cases.find(query, by)).items
}
