import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AnnualReport, type Language, renderAnnualReport, renderBulletin } from '@redress/petition'
import {
  mattersChart,
  monthsChart,
  riseChart,
  satisfactionChart,
  standingChart,
  timelinessChart,
} from '@redress/petition/charts'
import type { HuaianPlatform } from './city.js'
import { storm } from './plots/duplicates.js'
import { annualReport, reportedYear, withShortNames } from './report/annual.js'
import { matterWords as matters } from './report/matters.js'
import { officerOf } from './staff.js'
import { city } from './units.js'
import type { Chronicle } from './year.js'

/**
 * Writes the annual report in both languages with its charts, what of it is for everybody, and the bulletin of the last month into a
 * folder.
 *
 * @returns the names of the files
 */
export async function publish(
  platform: HuaianPlatform,
  chronicle: Chronicle,
  folder: string,
): Promise<readonly string[]> {
  const { analysis } = platform.petition
  const year = reportedYear(chronicle)
  const report = await annualReport(platform, year)
  const open = withShortNames(await analysis.publicReport({ year }))
  const mayor = await officerOf(platform, city, 'head')
  const bulletin = await analysis.bulletin({ month: chronicle.last.slice(0, 7) }, mayor)
  const files: (readonly [name: string, content: string])[] = [
    [`annual-report-${year}.public.zh.md`, renderAnnualReport(open, 'zh', { matters })],
    [`annual-report-${year}.public.en.md`, renderAnnualReport(open, 'en', { matters })],
    [`bulletin-${bulletin.month}.zh.md`, renderBulletin(bulletin, 'zh', { matters })],
  ]
  for (const language of ['zh', 'en'] as const) {
    const charts = await chartsOf(platform, report, language)
    const written = renderAnnualReport(report, language, { matters })
    files.push(...charts, [`annual-report-${year}.${language}.md`, withCharts(written, charts, language)])
  }
  mkdirSync(folder, { recursive: true })
  for (const [name, content] of files) writeFileSync(join(folder, name), content)
  return files.map(([name]) => name).sort()
}

type File = readonly [name: string, content: string]

async function chartsOf(
  platform: HuaianPlatform,
  report: AnnualReport,
  language: Language,
): Promise<readonly File[]> {
  const { analysis } = platform.petition
  const mayor = await officerOf(platform, city, 'head')
  const options = { language, matters }
  const rises = await analysis.rises({ table: 'matter', week: storm.week }, mayor)
  const risen = rises.rows.find(({ key }) => key === storm.matter)
  return [
    [`months.${language}.svg`, await monthsChart(report, options)],
    [`fields.${language}.svg`, await mattersChart(report, options)],
    [`timeliness.${language}.svg`, await timelinessChart(report, options)],
    [`satisfaction.${language}.svg`, await satisfactionChart(report, options)],
    [`standing.${language}.svg`, await standingChart(await analysis.overview({}, mayor), options)],
    ...(risen === undefined
      ? []
      : [[`rise.${language}.svg`, await riseChart(rises, risen, options)] as const]),
  ]
}

/** The charts at the end, as pictures beside the file. */
function withCharts(markdown: string, charts: readonly File[], language: Language): string {
  const title = language === 'zh' ? '图表' : 'Charts'
  return [markdown, `## ${title}`, '', ...charts.flatMap(([name]) => [`![${name}](${name})`, ''])].join('\n')
}
