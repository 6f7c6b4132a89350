import { daysBetween, notice2023 } from '../calendar.js'
import type { City } from '../city.js'
import type { KeyChange } from '../key-change.js'
import { surveyOf } from '../survey.js'
import { counties, townships } from '../units.js'
import type { Chronicle } from '../year.js'
import { audit } from './audit.js'
import { explanation } from './explanation.js'
import { refusals, sealed, searchesByAccused } from './guards.js'
import { afterTheMerger } from './merger.js'
import { officersView } from './officer.js'
import { overdue } from './overdue.js'
import { ownData } from './own-data.js'
import { followedCase, guesses, petitionersView } from './petitioner.js'
import { duplicates, readers } from './readers.js'
import { endOfRecords, keys } from './records.js'
import { count, section } from './text.js'
import { satisfaction, timeliness } from './timeliness.js'
import { channelsAndClasses, governingRules, totals } from './totals.js'

/** Everything that a person wants to see after the year. All of it is asked of the platform. */
export async function reportOf(city: City, year: Chronicle, change?: KeyChange): Promise<Report> {
  const { platform, clock } = city
  const files = await surveyOf(platform)
  const followed = await followedCase(platform, files, clock.today())
  const { size } = await platform.organizations.current()
  const events = files.reduce((sum, { record }) => sum + record.version, 0)
  const lines = [
    `淮安市信访工作 · Petitions in Huai'an, ${year.first} to ${year.last}, on a virtual clock`,
    '',
    `  ${count(size)} units on two lines: the city, ${counties.length} counties and districts, ` +
      `${townships.length} townships, and their departments.`,
    '  Real: the territories and their codes, the law, the holidays. Plausible: the departments and their duties.',
    '  Invented: every complaint, every person, which offices are slow, and the merger of two townships.',
    ...totals(files),
    ...channelsAndClasses(files),
    ...governingRules(files),
    ...timeliness(files, year.signals),
    ...satisfaction(files),
    ...(await overdue(platform, clock.today())),
    ...(await explanation(platform, files)),
    ...section('节假日公布', 'The holidays of 2023 were announced when they were', [
      `  Until then ${year.notice.provisional} due dates in 2023 were provisional, as nobody knew the holidays.`,
      `  ${notice2023.on}  ${notice2023.announcement.source}: ${year.notice.moved} open cases got another due date.`,
    ]),
    ...(followed === undefined ? [] : await petitionersView(platform, followed)),
    ...(followed === undefined ? [] : await guesses(platform, followed)),
    ...(followed === undefined ? [] : await ownData(platform, followed.resident)),
    ...(await officersView(platform, files)),
    ...(await readers(platform, files)),
    ...(await duplicates(platform, files)),
    ...(await afterTheMerger(platform)),
    ...refusals(year.refusals),
    ...sealed(await searchesByAccused(platform, files)),
    ...(await endOfRecords(platform, files)),
    ...keys(change),
    ...(await audit(city, year.printed)),
    '',
  ]
  const days = daysBetween(year.first, year.last) + 1
  return { lines, summary: `■ ${count(files.length)} cases, ${count(events)} events, ${days} days` }
}

export interface Report {
  readonly lines: readonly string[]
  /** The last line, without the time it took. */
  readonly summary: string
}
