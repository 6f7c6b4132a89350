import type { Actor } from '@redress/core'
import type { HotSpots, MonthsQuery, Topics } from './api.js'
import { unstated } from './count/line.js'
import { monthOf, monthsBefore } from './count/period.js'
import { answerOf, type Desk, openDesk, timeOf, type Workshop } from './desk.js'
import { checkMonthsQuery } from './query.js'
import { readSheet, sumBy } from './sheet.js'
import { findHotSpots, type ProblemCell } from './statistics/hot-spot.js'
import { findTopics } from './statistics/topic.js'

export async function hotSpots(shop: Workshop, query: MonthsQuery, by: Actor): Promise<HotSpots> {
  const { policy, today } = timeOf(shop, shop.host.now())
  const usual = monthsBefore(monthOf(today), policy.hotSpot.months)
  const { months, unit } = checkMonthsQuery(query, usual)
  return await hotSpotsIn(await openDesk(shop, unit, by), months)
}

export async function hotSpotsIn(desk: Desk, months: readonly string[]): Promise<HotSpots> {
  const { lines, isComplete } = await readSheet(desk.host, 'area×matter', months, desk.scope)
  // What nobody has stated is no place and no problem.
  const stated = lines.filter(({ keys }) => !keys.includes(unstated))
  const cells = [...sumBy(stated, ({ keys }) => JSON.stringify(keys))].map(([name, amounts]): ProblemCell => {
    const [area, matter] = JSON.parse(name) as [string, string]
    return { area, matter, count: amounts.received ?? 0 }
  })
  const rows = findHotSpots(cells, desk.policy.hotSpot)
  return { ...answerOf(desk, isComplete), months, rows }
}

export async function topics(shop: Workshop, query: MonthsQuery, by: Actor): Promise<Topics> {
  const { policy, today } = timeOf(shop, shop.host.now())
  const usual = monthsBefore(monthOf(today), policy.topic.months)
  const { months, unit } = checkMonthsQuery(query, usual)
  return await topicsIn(await openDesk(shop, unit, by), months)
}

export async function topicsIn(desk: Desk, months: readonly string[]): Promise<Topics> {
  const { lines, isComplete } = await readSheet(desk.host, 'matter', months, desk.scope)
  const byMonth = months.map((month) =>
    [
      ...sumBy(
        lines.filter(({ period, keys }) => period === month && keys[0] !== unstated),
        ({ keys }) => keys[0] ?? '',
      ),
    ].map(([matter, amounts]) => ({ matter, amounts })),
  )
  return {
    ...answerOf(desk, isComplete),
    months,
    rows: findTopics(byMonth, desk.policy.topic),
  }
}
