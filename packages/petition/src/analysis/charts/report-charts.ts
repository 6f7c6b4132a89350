import type { Text } from '../../matter/text.js'
import type { AnnualReport } from '../report/annual-report.js'
import { percent } from '../report/markdown.js'
import { dutyWords, type RenderOptions, wordOf } from '../report/words.js'
import { counts, dutiesOf, names, onBar, percents, rowsHigh } from './axes.js'
import { type Caption, type ChartOptions, colours, draw, ink } from './draw.js'

/** How many kinds of matters a chart names. */
const mostMatters = 12

const say = ({ language }: ChartOptions, zh: string, en: string): string => (language === 'zh' ? zh : en)

function caption(
  report: AnnualReport,
  options: ChartOptions,
  title: Text,
  note: Text,
  shown: readonly (number | null)[],
): Caption {
  const place = report.unit === undefined ? '' : (report.names[report.unit]?.[options.language] ?? '')
  const on = report.asOf.slice(0, 10)
  const isWhole = shown.every((count) => count !== null)
  return options.language === 'zh'
    ? {
        title: `${place}${report.year}年${title.zh}`,
        note: `${note.zh}${isWhole ? '' : '较小的数字未予公布，图中空缺。'}统计截至${on}。`,
      }
    : {
        title: `${title.en}, ${report.year}${place === '' ? '' : ` · ${place}`}`,
        note: `${note.en}${isWhole ? '' : ' Small counts are kept back and missing here.'} As of ${on}.`,
      }
}

/**
 * Matters received and completed in each month of a year, as SVG.
 *
 * @throws CHARTS_NOT_INSTALLED
 * @example
 * ```ts
 * const svg = await monthsChart(report, { language: 'zh' })
 * ```
 */
export async function monthsChart(report: AnnualReport, options: ChartOptions): Promise<string> {
  const { received, completed } = report.statistics
  const [first, second] = [say(options, '收到', 'received'), say(options, '办结', 'completed')]
  const bar = (name: string, rows: typeof received, color: string) => ({
    type: 'bar',
    name,
    color,
    barMaxWidth: 22,
    barGap: '12%',
    data: rows.map(({ count }) => count),
    label: { show: true, position: 'top', color: ink.soft, fontSize: 11, formatter: onBar() },
  })
  const months = received.map(({ of }) => say(options, `${Number(of.slice(5))}月`, of.slice(5)))
  return await draw(
    caption(
      report,
      options,
      { zh: '各月收到和办结的信访事项', en: 'Matters received and completed by month' },
      { zh: '单位：件。', en: 'Number of matters.' },
      [...received, ...completed].map(({ count }) => count),
    ),
    {
      legend: [first, second],
      xAxis: names(months),
      yAxis: counts(),
      series: [bar(first, received, colours.blue), bar(second, completed, colours.orange)],
    },
    300,
    options,
  )
}

/** The most frequent fields of a year, as SVG: of problems, not of people or places. @throws CHARTS_NOT_INSTALLED */
export async function mattersChart(
  report: AnnualReport,
  options: ChartOptions & RenderOptions,
): Promise<string> {
  const rows = report.fields.byMatter.filter(({ count }) => count !== null).slice(0, mostMatters)
  return await draw(
    caption(
      report,
      options,
      { zh: '信访事项主要涉及领域', en: 'The most frequent fields' },
      {
        zh: `收到件数最多的${rows.length}个领域及其占比。`,
        en: `The ${rows.length} fields with most matters received, and their share.`,
      },
      report.fields.byMatter.map(({ count }) => count),
    ),
    {
      xAxis: counts(),
      yAxis: names(
        rows.map(({ of }) => wordOf(options.matters ?? {}, of, options.language)),
        true,
      ),
      series: [
        {
          type: 'bar',
          color: colours.blue,
          barMaxWidth: 18,
          data: rows.map(({ count, share }) => ({
            value: count,
            label: {
              show: true,
              position: 'right',
              color: ink.text,
              fontSize: 12,
              formatter: () => `${count}${say(options, '件', '')} · ${percent(share)}`,
            },
          })),
        },
      ],
    },
    rowsHigh(rows.length),
    options,
  )
}

/** How each duty was kept in time, as SVG. @throws CHARTS_NOT_INSTALLED */
export async function timelinessChart(report: AnnualReport, options: ChartOptions): Promise<string> {
  const duties = dutiesOf(report.timeliness.clocks).filter(([, { rate }]) => rate !== null)
  return await draw(
    caption(
      report,
      options,
      { zh: '法定时限按期完成率', en: 'Duties done in time' },
      { zh: '按期完成件数占应完成件数的比例。', en: 'Done in time, of what was due.' },
      Object.values(report.timeliness.clocks).map(({ of }) => of),
    ),
    {
      xAxis: percents(),
      yAxis: names(
        duties.map(([clock]) => wordOf(dutyWords, clock, options.language)),
        true,
      ),
      series: [
        {
          type: 'bar',
          barMaxWidth: 18,
          showBackground: true,
          backgroundStyle: { color: ink.grid },
          color: colours.blue,
          data: duties.map(([, { rate, count, of }]) => ({
            value: (rate ?? 0) * 100,
            label: {
              show: true,
              // Inside a long bar, beside a short one.
              position: (rate ?? 0) > 0.3 ? 'insideRight' : 'right',
              color: (rate ?? 0) > 0.3 ? '#ffffff' : ink.text,
              fontSize: 12,
              formatter: () => (count === null ? percent(rate) : `${percent(rate)}  ${count}/${of}`),
            },
          })),
        },
      ],
    },
    rowsHigh(duties.length),
    options,
  )
}

/** How satisfied petitioners were, with those who said nothing beside them, as SVG. @throws CHARTS_NOT_INSTALLED */
export async function satisfactionChart(report: AnnualReport, options: ChartOptions): Promise<string> {
  const { petitionOffice, handlingBody } = report.satisfaction
  const both = [petitionOffice, handlingBody]
  const parts = [
    ['satisfied', say(options, '满意', 'satisfied'), colours.blue],
    ['basicallySatisfied', say(options, '基本满意', 'basically satisfied'), colours.sky],
    ['notSatisfied', say(options, '不满意', 'not satisfied'), colours.orange],
    ['silent', say(options, '未参评', 'no answer'), colours.grey],
  ] as const
  const subjects = [
    [say(options, '信访部门', 'Petition offices'), petitionOffice],
    [say(options, '有权处理机关、单位', 'Handling bodies'), handlingBody],
  ] as const
  const name = ([subject, { satisfaction, response }]: (typeof subjects)[number]) =>
    `${subject}\n${say(options, '满意率', 'satisfied')} ${percent(satisfaction.rate)} · ${say(options, '参评率', 'response')} ${percent(response.rate)}`
  return await draw(
    caption(
      report,
      options,
      { zh: '群众满意度评价', en: 'Satisfaction' },
      {
        zh: '满意率以参评者为分母，未参评不视为满意。',
        en: 'Rates are of those who answered; silence is not satisfaction.',
      },
      both.flatMap((one) => parts.map(([key]) => one[key])),
    ),
    {
      legend: parts.map(([, words]) => words),
      xAxis: counts(),
      yAxis: { ...names(subjects.map(name), true), axisLabel: { color: ink.text, lineHeight: 19 } },
      series: parts.map(([key, words, color]) => ({
        type: 'bar',
        stack: 'all',
        name: words,
        color,
        barMaxWidth: 30,
        label: {
          show: true,
          color: key === 'satisfied' ? '#ffffff' : ink.text,
          fontSize: 12,
          formatter: onBar(0.03 * Math.max(...both.map(({ asked }) => asked ?? 0))),
        },
        data: both.map((one) => one[key] ?? 0),
      })),
    },
    rowsHigh(4),
    options,
  )
}
