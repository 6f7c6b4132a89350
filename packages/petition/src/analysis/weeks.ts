import type { Actor, WorkingCalendar } from '@redress/core'
import type { Text } from '../matter/text.js'
import type { Rises, RisesQuery, WeekNote } from './api.js'
import { dateOf, mondayOf, weeksBefore } from './count/period.js'
import { answerOf, type Desk, lastWeekBefore, openDesk, timeOf, type Workshop } from './desk.js'
import { checkRisesQuery } from './query.js'
import { readSheet, sumBy } from './sheet.js'
import { judgeWeek } from './statistics/rise.js'
import { keysOf, rowOf } from './tables.js'

export async function rises(shop: Workshop, query: RisesQuery, by: Actor): Promise<Rises> {
  const { today } = timeOf(shop, shop.host.now())
  const { unit, ...wanted } = checkRisesQuery(query, lastWeekBefore(today))
  return await risesAt(await openDesk(shop, unit, by), wanted)
}

/** How many weeks are looked through for one that has no holiday: a quarter has some. */
const searched = 1.5

export async function risesAt(
  desk: Desk,
  { table, week }: { readonly table: Rises['table']; readonly week: string },
): Promise<Rises> {
  const policy = desk.policy.rise
  const earlier = weeksBefore(week, Math.ceil(policy.weeks * searched))
  const stored = table === 'total' ? 'unit' : table
  const { lines, isComplete } = await readSheet(desk.host, stored, [...earlier, week], desk.scope)
  // Weeks before the first count are no weeks without a matter: nobody counted yet.
  const first = [week, ...lines.map(({ period }) => period)].sort()[0] ?? week
  const notes = earlier.filter((one) => one >= first).map((one) => noteOf(one, desk.calendar))
  const comparable = notes.filter(({ daysOff }) => daysOff.length === 0).slice(-policy.weeks)
  const since = comparable[0]?.week ?? week
  const names = sumBy(lines, (line) => JSON.stringify(keysOf(table, line)))
  const byWeek = sumBy(lines, (line) => JSON.stringify([line.period, ...keysOf(table, line)]))
  const countIn = (one: string, keys: readonly string[]) =>
    byWeek.get(JSON.stringify([one, ...keys]))?.received ?? 0
  return {
    ...answerOf(desk, isComplete),
    table,
    week: noteOf(week, desk.calendar),
    before: comparable.map((one) => one.week),
    leftOut: notes.filter((one) => one.daysOff.length > 0 && one.week >= since),
    rows: [...names.keys()].map((name) => {
      const keys = JSON.parse(name) as string[]
      const before = comparable.map((one) => countIn(one.week, keys))
      return { ...rowOf(week, keys), ...judgeWeek(countIn(week, keys), before, policy, names.size) }
    }),
  }
}

/** What is out of the ordinary with a week, by the calendar of the rules. */
export function noteOf(week: string, calendar: WorkingCalendar): WeekNote {
  const monday = mondayOf(week)
  const days = Array.from({ length: 7 }, (_, n) => monday + n)
  const kinds = days.map((day) => (calendar.covers(day) ? calendar.dayKind(day) : undefined))
  const daysOff = days.filter((_, n) => n < 5 && kinds[n] === 'holiday').map(dateOf)
  const workedDays = days.filter((_, n) => kinds[n] === 'makeUpWorkday').map(dateOf)
  const isUnknown = kinds.some((kind) => kind === undefined)
  return { week, from: dateOf(monday), daysOff, workedDays, note: wordsFor(daysOff, workedDays, isUnknown) }
}

function wordsFor(
  daysOff: readonly string[],
  worked: readonly string[],
  isUnknown: boolean,
): Text | undefined {
  if (isUnknown)
    return {
      en: 'The calendar of the rules does not know its holidays.',
      zh: '规则所附日历未载明该周的节假日。',
    }
  if (daysOff.length === 0 && worked.length === 0) return undefined
  const en = [
    ...(daysOff.length > 0 ? [`days off: ${daysOff.join(', ')}`] : []),
    ...(worked.length > 0 ? [`worked on the weekend: ${worked.join(', ')}`] : []),
  ]
  const zh = [
    ...(daysOff.length > 0 ? [`放假：${daysOff.join('、')}`] : []),
    ...(worked.length > 0 ? [`调休上班：${worked.join('、')}`] : []),
  ]
  return { en: `A week with a holiday (${en.join('; ')}).`, zh: `该周遇节假日调整（${zh.join('；')}）。` }
}
