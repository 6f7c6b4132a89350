import type { DaySpread, Rate } from '@redress/petition'
import { addMonths } from '../calendar.js'
import type { HuaianPlatform } from '../city.js'
import { storm } from '../plots/duplicates.js'
import { officerOf } from '../staff.js'
import { city, placeName, territoryOf } from '../units.js'
import type { Chronicle } from '../year.js'
import { matterName } from './matters.js'
import { percent, prose, section, table, wrap } from './text.js'

/** Statistics of agencies, matters and places; none of people. Asked by the head of the city's government. */
export async function analysis(platform: HuaianPlatform, { first, last }: Chronicle): Promise<string[]> {
  return section('分析', 'Analysis: rates, percentiles, what rises and where it gathers', [
    ...(await months(platform, first, last)),
    ...(await rise(platform)),
    ...(await gathered(platform)),
    ...(await keptBack(platform, Number(first.slice(0, 4)))),
  ])
}

const mayor = (platform: HuaianPlatform) => officerOf(platform, city, 'head')

/** How time limits were kept, month by month: nothing due is no rate, and not zero. */
async function months(platform: HuaianPlatform, first: string, last: string): Promise<string[]> {
  const all: string[] = []
  for (let month = first.slice(0, 7); month <= last.slice(0, 7); month = addMonths(month, 1)) all.push(month)
  const periods = all.slice(-13)
  const { rows } = await platform.petition.analysis.timeliness({ periods }, await mayor(platform))
  const share = ({ count, of }: Rate) => percent(count, of)
  const days = ({ median, p90, longest }: DaySpread) => [median, p90, longest].map((one) => one ?? '–')
  return [
    ...table(
      [
        '月份 month',
        '按期告知 notices',
        '按期办结 answers',
        '联系率 heard',
        '告知天数 p50',
        'p90',
        '最长',
        '办理天数 p50',
        'p90',
        '最长',
      ],
      rows.map(({ period, timeliness: one }) => [
        period,
        share(one.notice),
        share(one.completion),
        share(one.firstContact),
        ...days(one.noticeDays),
        ...days(one.handleDays),
      ]),
    ),
    '',
    '  Rates are in time ÷ due, and none where nothing was due. Days are percentiles (half took no longer), no means.',
  ]
}

/** One week after heavy rain, held against the weeks before it. */
async function rise(platform: HuaianPlatform): Promise<string[]> {
  const query = { table: 'matter', week: storm.week } as const
  const { week, rows, before, leftOut } = await platform.petition.analysis.rises(query, await mayor(platform))
  const risen = rows.filter(({ state }) => state === 'rise')
  const out = leftOut.map((one) => `${one.week} (${one.daysOff.length} 天假 days off)`)
  return [
    '',
    `  突增 A sudden rise in ${week.week}, from ${week.from}: of ${rows.length} kinds of matters, ${risen.length} rose.`,
    ...risen.flatMap(({ key, before: counts, count, explanation }) => [
      `    ${matterName(key)}: ${counts.join(' ')} → ${count}`,
      ...[...wrap(explanation.zh, 100), ...wrap(explanation.en, 100)].map((line) => `      ${line}`),
    ]),
    `    Compared with ${before.length} weeks without a holiday; left out: ${out.join(', ') || '–'}.`,
  ]
}

/** In the months around it: where a kind of matter gathers, and what comes so often that it should be solved as a class. */
async function gathered(platform: HuaianPlatform): Promise<string[]> {
  const { analysis: api } = platform.petition
  const query = { months: ['2022-05', '2022-06', '2022-07'] }
  const hot = await api.hotSpots(query, await mayor(platform))
  const frequent = await api.topics(query, await mayor(platform))
  return [
    '',
    `  集中区域 Hot spots, ${query.months[0]} to ${query.months.at(-1)}: ${hot.rows.length}`,
    ...hot.rows.flatMap(({ area, matter, explanation }) => [
      `    ${placeName(territoryOf(area), 'zh')} · ${matterName(matter)}`,
      ...[...wrap(explanation.zh, 100), ...wrap(explanation.en, 100)].map((line) => `      ${line}`),
    ]),
    '  高频共性问题 Topics, to be solved once instead of answered each time:',
    ...frequent.rows.flatMap(({ matter, explanation }) => [
      `    ${matterName(matter)}`,
      `      ${explanation.zh}`,
      `      ${explanation.en}`,
    ]),
  ]
}

/** What is published keeps small counts back, and as many more as it takes that nobody computes them. */
async function keptBack(platform: HuaianPlatform, year: number): Promise<string[]> {
  const { fields } = await platform.petition.analysis.publicReport({ year })
  const cells = fields.table.cells.flat()
  const hidden = cells.filter((count) => count === null).length
  return [
    '',
    ...prose(
      `小数不公开 In the report that everybody may read, the table of areas and fields has ${cells.length} cells; ${hidden} are kept back: ` +
        'those below five, and others from which they could be computed with the totals.',
    ),
  ]
}
