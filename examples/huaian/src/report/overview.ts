import type { MonthFigures, Overview } from '@redress/petition'
import type { HuaianPlatform } from '../city.js'
import { officerOf } from '../staff.js'
import { city, counties, shortName } from '../units.js'
import { matterName } from './matters.js'
import { percent, prose, section, table } from './text.js'
import { duties } from './words.js'

/** The page for leaders: the state of the city as it stands. */
export async function overviewPage(platform: HuaianPlatform): Promise<string[]> {
  const mayor = await officerOf(platform, city, 'head')
  const page = await platform.petition.analysis.overview({}, mayor)
  const { standing, month, yearBefore, satisfaction, rises, topics, hotSpots, supervision } = page
  const { thisMonth, oneMonth, twoMonths, threeToFive, sixToEleven, aYearAndMore } = standing.byAge
  const rate = satisfaction.handlingBody
  return section('领导驾驶舱', `The page for leaders, ${page.today}`, [
    `  在办 open ${standing.open}, by the months since receipt: this ${thisMonth}, one ${oneMonth}, two ${twoMonths}, ` +
      `three to five ${threeToFive}, six to eleven ${sixToEleven}, more ${aYearAndMore}`,
    '',
    ...table(
      ['在办时限 duties that run', '红 overdue', '黄 near', '绿 in time', '中止 paused'],
      Object.entries(standing.clocks).map(([clock, one]) => [
        duties[clock] ?? clock,
        one.overdue,
        one.near,
        one.inTime,
        one.paused,
      ]),
    ),
    '',
    ...lightsByPlace(page),
    '',
    ...table(
      ['本月 month', '收到 received', '办结 completed', '按期告知 notices', '按期办结 answers'],
      [monthRow(month), monthRow(yearBefore)],
    ),
    '',
    `  满意率 satisfied with handling bodies, of the last three months: ${percent(rate.satisfaction.count, rate.satisfaction.of)}, ` +
      `参评率 response ${percent(rate.response.count, rate.response.of)}`,
    `  上周突增 rose in ${rises.week.week}: ${rises.matters.map(({ key }) => matterName(key)).join(', ') || '无 nothing'} · 集中 hot spots: ${hotSpots.length}`,
    `  高频 topics: ${topics.map(({ matter }) => matterName(matter)).join(', ') || '无 none'}`,
    `  本年监督 supervision this year: 督办 ${supervision.supervisions}, 督查 ${supervision.inspections}, 三项建议 ` +
      `${supervision.improveWork + supervision.improvePolicy + supervision.pursueResponsibility}, 书面反馈 answered ${supervision.answered}`,
    `  最先到期 ended or ending first: ${page.nearest
      .slice(0, 3)
      .map(({ number }) => number)
      .join(', ')}, …`,
  ])
}

const monthRow = ({ month, counts, timeliness }: MonthFigures) => [
  month,
  counts.received,
  counts.completed,
  percent(timeliness.notice.count, timeliness.notice.of),
  percent(timeliness.completion.count, timeliness.completion.of),
]

/** The same lights by territory, in the order of the official codes. */
function lightsByPlace({ units }: Overview): string[] {
  const within = (unit: string, place: string) => unit === place || unit.startsWith(`${place}/`)
  const rows = counties.map((place) => {
    const own = units.filter(({ unit }) => within(unit, place))
    const sum = (light: 'overdue' | 'near' | 'inTime') =>
      own.reduce((many, { lights }) => many + lights[light], 0)
    return `${shortName(place)} ${sum('overdue')}/${sum('near')}/${sum('inTime')}`
  })
  return prose(`分地区 by county, red/yellow/green: ${rows.join(' · ')}`)
}
