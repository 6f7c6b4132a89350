import { daysBetween, notice2023 } from '../calendar.js'
import type { City } from '../city.js'
import type { KeyChange } from '../key-change.js'
import { type CaseFile, surveyOf } from '../survey.js'
import { counties, territoryOf, townships, unitsOfHuaian } from '../units.js'
import type { Chronicle } from '../year.js'
import { accusations } from './accusations.js'
import { analysis } from './analysis.js'
import { annualReportLines, reportedYear } from './annual.js'
import { audit } from './audit.js'
import { duplicates } from './duplicates.js'
import { explanation } from './explanation.js'
import { feedback } from './feedback.js'
import { refusals, searchesByAccused } from './guards.js'
import { afterTheMerger } from './merger.js'
import { officersView } from './officer.js'
import { onlineCentre } from './online.js'
import { overdue } from './overdue.js'
import { overviewPage } from './overview.js'
import { ownData } from './own-data.js'
import { type Followed, followedCase, guesses, petitionersView } from './petitioner.js'
import { readers } from './readers.js'
import { receptionCentres } from './reception.js'
import { endOfRecords, keys } from './records.js'
import { suggestions } from './suggestions.js'
import { supervision } from './supervision.js'
import { count, part, prose, section } from './text.js'
import { timeliness } from './timeliness.js'
import { channelsAndClasses, governingRules, totals } from './totals.js'

export interface Report {
  readonly lines: readonly string[]
  /** The last line, without the time it took. */
  readonly summary: string
}

/** Everything that a person wants to see after the year. All of it is asked of the platform. */
export async function reportOf(city: City, year: Chronicle, change?: KeyChange): Promise<Report> {
  const { platform, clock, store } = city
  await platform.tallies.update()
  const files = await surveyOf(platform)
  const followed = await followedCase(platform, files, clock.today())
  const lines = [
    ...(await oneSystem(city, year, files)),
    ...part('两个中心', 'Two centres'),
    ...(await receptionCentres(platform, year)),
    ...(await onlineCentre(platform, year)),
    ...part('六项功能', 'Six functions'),
    ...(await complaints(city, year, files)),
    ...(followed === undefined ? [] : await inquiry(city, followed)),
    ...(await feedback(platform, files, year)),
    ...(await suggestions(platform)),
    ...(await analysis(platform, year)),
    ...(await supervision(platform, year)),
    ...(await accusations(platform, year, await searchesByAccused(platform, files))),
    ...part('如何守规矩', 'What keeps it honest'),
    ...(await honesty(city, year, files, followed, change)),
    ...part('给领导看的一页', 'The page for leaders'),
    ...(await overviewPage(platform)),
    ...part(`${reportedYear(year)}年度报告`, 'The statutory annual report (信访工作条例 2022 Art. 41)'),
    ...(await annualReportLines(platform, year)),
    '',
  ]
  const days = daysBetween(year.first, year.last) + 1
  const summary = `■ ${count(year.courses.length)} cases, ${count(await store.head())} events, ${days} days`
  return { lines, summary }
}

/** One system for every department of every level. */
async function oneSystem({ platform }: City, year: Chronicle, files: readonly CaseFile[]): Promise<string[]> {
  const { size } = await platform.organizations.current()
  const departments = unitsOfHuaian().filter(({ id }) => territoryOf(id) !== id).length
  return [
    `淮安市信访工作 · Petitions in Huai'an, ${year.first} to ${year.last}, on a virtual clock`,
    '',
    '  “126”：一个系统、两个中心、六项功能 · One system, two centres, six functions.',
    '  Real: the territories and their codes, the law, the holidays. Plausible: the departments and their duties.',
    ...prose(
      'Invented: every complaint, suggestion and person, all conduct of offices and which of them are slow, what the place has settled ' +
        'for itself beside the law, and the merger of two townships.',
    ),
    ...part('一个系统', 'One system'),
    '',
    `  ${count(size)} units on two lines: the city, ${counties.length} counties and districts, ` +
      `${townships.length} townships, and ${departments} departments and stations.`,
    '  The model of its time had 400 departments, 9 counties, 147 townships; the territories here are those of 2023.',
    ...totals(files),
    ...channelsAndClasses(files),
    ...governingRules(files),
  ]
}

/** 投诉 */
async function complaints(
  { platform, clock }: City,
  year: Chronicle,
  files: readonly CaseFile[],
): Promise<string[]> {
  return [
    ...timeliness(files, year.signals),
    ...(await overdue(platform, clock.today())),
    ...(await explanation(platform, files)),
    ...section('节假日公布', 'The holidays of 2023 were announced when they were', [
      `  Until then ${year.notice.provisional} due dates in 2023 were provisional, as nobody knew the holidays.`,
      `  ${notice2023.on}  ${notice2023.announcement.source}: ${year.notice.moved} open cases got another due date.`,
    ]),
    ...(await duplicates(platform, files)),
  ]
}

/** 查询 */
async function inquiry({ platform }: City, followed: Followed): Promise<string[]> {
  return [...(await petitionersView(platform, followed)), ...(await guesses(platform, followed))]
}

/** Who may do and see what, what was refused, how records end, and whether the log is what it was. */
async function honesty(
  city: City,
  year: Chronicle,
  files: readonly CaseFile[],
  followed: Followed | undefined,
  change: KeyChange | undefined,
): Promise<string[]> {
  const { platform } = city
  return [
    ...(await officersView(platform, files)),
    ...(await readers(platform, files)),
    ...(followed === undefined ? [] : await ownData(platform, followed.resident)),
    ...(await afterTheMerger(platform)),
    ...refusals(year.notes.refusals),
    ...(await endOfRecords(platform, files)),
    ...keys(change),
    ...(await audit(city, year.printed)),
  ]
}
