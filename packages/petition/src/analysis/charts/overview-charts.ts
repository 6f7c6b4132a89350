import type { Rises } from '../api.js'
import type { Overview } from '../report/overview.js'
import { dutyWords, type RenderOptions, wordOf } from '../report/words.js'
import { counts, dutiesOf, names, onBar, rowsHigh } from './axes.js'
import { type ChartOptions, colours, draw, ink } from './draw.js'

/**
 * The duties that run, with their lights (红黄绿灯), as SVG: of steps, never of people.
 *
 * @throws CHARTS_NOT_INSTALLED
 */
export async function standingChart(overview: Overview, options: ChartOptions): Promise<string> {
  const isChinese = options.language === 'zh'
  const { clocks, open } = overview.standing
  const duties = dutiesOf(clocks)
  const most = Math.max(0, ...duties.map(([, one]) => one.overdue + one.near + one.inTime + one.paused))
  const lights = [
    ['overdue', isChinese ? '逾期' : 'overdue', colours.red],
    ['near', isChinese ? '临近到期' : 'near its end', colours.amber],
    ['inTime', isChinese ? '正常' : 'in time', colours.green],
    ['paused', isChinese ? '中止或到期日未定' : 'paused', colours.grey],
  ] as const
  const place = overview.unit === undefined ? '' : (overview.names[overview.unit]?.[options.language] ?? '')
  return await draw(
    {
      title: isChinese
        ? `${place}在办信访事项时限状态`
        : `Time limits that run${place === '' ? '' : ` · ${place}`}`,
      note: isChinese
        ? `在办${open}件。统计截至${overview.today}。`
        : `${open} open matters. As of ${overview.today}.`,
    },
    {
      legend: lights.map(([, words]) => words),
      xAxis: counts(),
      yAxis: names(
        duties.map(([clock]) => wordOf(dutyWords, clock, options.language)),
        true,
      ),
      series: lights.map(([light, name, color]) => ({
        type: 'bar',
        stack: 'all',
        name,
        color,
        barMaxWidth: 20,
        label: {
          show: true,
          color: light === 'near' || light === 'paused' ? ink.text : '#ffffff',
          fontSize: 12,
          formatter: onBar(0.03 * most),
        },
        data: duties.map(([, one]) => one[light]),
      })),
    },
    rowsHigh(duties.length),
    options,
  )
}

/** One line of `rises`: the week beside the weeks that it was held against, as SVG. @throws CHARTS_NOT_INSTALLED */
export async function riseChart(
  { before, week, asOf }: Rises,
  row: Rises['rows'][number],
  options: ChartOptions & RenderOptions,
): Promise<string> {
  const isChinese = options.language === 'zh'
  const name = [row.key, row.matter]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => wordOf(options.matters ?? {}, String(part), options.language))
    .join(' · ')
  const weekText = (one: string) => (isChinese ? `第${Number(one.slice(6))}周` : one.slice(5))
  const isRise = row.state === 'rise'
  return await draw(
    {
      title: isChinese
        ? `${name === '' ? '' : `${name}：`}${week.week.slice(0, 4)}年第${Number(week.week.slice(6))}周收到件数`
        : `Received in ${week.week}${name === '' ? '' : ` · ${name}`}`,
      note: `${row.explanation[options.language]}${isChinese ? `统计截至${asOf.slice(0, 10)}。` : ` As of ${asOf.slice(0, 10)}.`}`,
    },
    {
      xAxis: names([...before, week.week].map(weekText)),
      yAxis: counts(),
      series: [
        {
          type: 'bar',
          barMaxWidth: 34,
          data: [...row.before, row.count].map((value, n) => ({
            value,
            itemStyle: {
              color: n < before.length ? colours.sky : isRise ? colours.red : colours.blue,
            },
          })),
          label: { show: true, position: 'top', color: ink.soft, fontSize: 11, formatter: onBar() },
          ...((row.median ?? 0) === 0
            ? {}
            : {
                markLine: {
                  silent: true,
                  symbol: 'none',
                  lineStyle: { color: ink.soft, type: 'dashed' },
                  label: {
                    formatter: isChinese ? `中位数 ${row.median}` : `median ${row.median}`,
                    position: 'insideStartTop',
                    color: ink.soft,
                  },
                  data: [{ yAxis: row.median }],
                },
              }),
        },
      ],
    },
    280,
    options,
  )
}
