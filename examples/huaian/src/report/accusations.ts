import { type HuaianPlatform, host } from '../city.js'
import { allCases } from '../survey.js'
import type { Chronicle } from '../year.js'
import { allUnseen, type Search } from './guards.js'
import { section } from './text.js'

/** What anybody may see of accusations: how many there were, if there were enough of them. */
export async function accusations(
  platform: HuaianPlatform,
  { first, notes }: Chronicle,
  searches: readonly Search[],
): Promise<string[]> {
  const year = Number(first.slice(0, 4))
  const { statistics } = await platform.petition.analysis.annualReport({ year }, host)
  const { received = null, answered = null } = statistics.accusations ?? {}
  const number = (count: number | null) => (count === null ? '※' : String(count))
  const sealed = await allCases(platform, { kind: 'petition.accusation' })
  return section('检举控告', 'Accusations: what anybody may see of them', [
    `  ${year}年 received ${number(received)}, answered ${number(answered)} (※: fewer than five are told to nobody). They are in no other figure of this report.`,
    '  Here is no number, no place, no date and no word of them: they are sealed from the first moment.',
    '',
    `  两个世界 An accused officer looked at everything that the platform shows them (inbox, counts, overview, findings, signals):`,
    `  right before an accusation of them came, and right after it was registered and sent on. ${notes.looks.looked} times looked, ` +
      `${notes.looks.differences} differences.`,
    `  查找 ${sealed.length} accusations and the letters that led to them: the accused asked for each by its id and in the inbox;`,
    `  ${allUnseen(searches)} of ${searches.length} times there was no such case (CASE_NOT_FOUND).`,
  ])
}
