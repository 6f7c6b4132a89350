import { type HuaianPlatform, host } from '../city.js'
import { allCases } from '../survey.js'
import type { Chronicle } from '../year.js'
import { allUnseen, type Search } from './guards.js'
import { prose, section } from './text.js'

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
    `  ${year}年 收到 received ${number(received)} · 答复 answered ${number(answered)}  (※: fewer than five, and told to nobody)`,
    '  No number, place, day or word of them stands here, and they are in no other figure of this report.',
    '',
    ...prose(
      '两个世界 An accused officer looked at everything that the platform shows them (inbox, counts, overview, findings, signals) right ' +
        `before an accusation of them came, and right after it was registered and sent on: ${notes.looks.looked} times, with ` +
        `${notes.looks.differences} differences.`,
    ),
    ...prose(
      `查找 The accused asked for each of ${sealed.length} accusations, and for the letters that led to some, by id and in the inbox: ` +
        `${allUnseen(searches)} of ${searches.length} times there was no such case (CASE_NOT_FOUND).`,
    ),
  ])
}
