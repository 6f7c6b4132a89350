import { type AnnualReport, renderAnnualReport } from '@redress/petition'
import type { HuaianPlatform } from '../city.js'
import { officerOf } from '../staff.js'
import { city, counties, placeName, townships } from '../units.js'
import type { Chronicle } from '../year.js'
import { terminalLines } from './markdown.js'
import { matterWords } from './matters.js'

/** The year that the statutory report is about: the one in which the first run begins. */
export const reportedYear = ({ first }: Pick<Chronicle, 'first'>): number => Number(first.slice(0, 4))

/** 信访情况年度报告 (信访工作条例 2022 Art. 41), for the government of the city, with territories under their short names. */
export async function annualReport(platform: HuaianPlatform, year: number): Promise<AnnualReport> {
  const mayor = await officerOf(platform, city, 'head')
  return withShortNames(await platform.petition.analysis.annualReport({ year }, mayor))
}

/** A report is data: a host calls things in it as people there do. */
export function withShortNames(report: AnnualReport): AnnualReport {
  const territories: Record<string, { readonly zh: string; readonly en: string }> = {}
  for (const place of [...counties, ...townships])
    territories[place] = { zh: placeName(place, 'zh'), en: placeName(place, 'en') }
  const zone = `${city}/development-zone`
  const names = { ...report.names, ...territories, [zone]: { zh: '开发区', en: 'Zone' } }
  return { ...report, names }
}

/** In Chinese, and its beginning in English. */
export async function annualReportLines(platform: HuaianPlatform, chronicle: Chronicle): Promise<string[]> {
  const report = await annualReport(platform, reportedYear(chronicle))
  const options = { matters: matterWords }
  const english = terminalLines(renderAnnualReport(report, 'en', options)).slice(0, 16)
  const since = `  登记自${chronicle.first}开始 The register begins on ${chronicle.first}.`
  return ['', since, '', ...terminalLines(renderAnnualReport(report, 'zh', options)), '', ...english, '  …']
}
