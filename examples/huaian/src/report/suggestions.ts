import type { PublishedSuggestion, Suggestion } from '@redress/petition'
import { type HuaianPlatform, host } from '../city.js'
import { allCases } from '../survey.js'
import { countBy, prose, section, table, wrap } from './text.js'

/** People's suggestions: the call of the city, what was published and supported, and what came of all of them. */
export async function suggestions(platform: HuaianPlatform): Promise<string[]> {
  const { suggestion } = platform.petition
  const items = await allCases(platform, { kind: 'petition.suggestion' })
  const states = await Promise.all(items.map(async ({ id }) => (await suggestion.get(id, host)).state))
  return section('人民建议', 'People’s suggestions: studied whether few or many support them', [
    ...(await calls(platform)),
    ...outcomes(states),
    ...duties(states),
  ])
}

/** The thematic call with its period, and the answers that were published. */
async function calls(platform: HuaianPlatform): Promise<string[]> {
  const { suggestion } = platform.petition
  const { items } = await suggestion.calls.published()
  const lines: string[] = []
  for (const { id, title, questions, from, until, report } of items) {
    const answers = (await suggestion.published({ call: id })).items
    lines.push(
      `  ${title}`,
      `    期限 ${from} – ${until}, extended once · 问 asked: ${questions.join('')}`,
      ...wrap(`征集结果 what came of it: ${report ?? '–'}`, 102).map((line) => `    ${line}`),
      '',
      ...table(
        ['公开的建议 published', '附议 supports', '搁置 aside', '决定 decision', '落实 realised'],
        answers.map(row),
      ),
      '',
    )
  }
  return lines
}

const row = ({ title, supports, setAside, outcome, realisation }: PublishedSuggestion) => [
  title,
  supports,
  setAside,
  outcome === null ? '研究中 in study' : decisions[outcome],
  realisation === null ? '' : realisations[realisation.state],
]

const decisions = {
  adoptFully: '采纳 adopted',
  adoptPartly: '部分采纳 in part',
  notAdopt: '未采纳 not adopted',
} as const

const realisations = {
  planned: '推进中 under way',
  realised: '已落实 realised',
  givenUp: '终止 given up',
} as const

function outcomes(states: readonly Suggestion[]): string[] {
  const decided = countBy(
    states.flatMap(({ decision }) => decision ?? []),
    ({ outcome }) => decisions[outcome],
  )
  const carried = countBy(
    states.flatMap(({ realisation }) => realisation ?? []),
    ({ state }) => realisations[state],
  )
  const list = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .map(([name, many]) => `${name} ${many}`)
      .join(' · ')
  const honoured = states.filter(({ honours }) => honours.length > 0).length
  const declined = states.filter(({ status }) => status === 'declined').length
  return [
    `  全部建议 All ${states.length}: ${list(decided)} · 不作为建议 no suggestion ${declined}`,
    `  采纳后 Of those adopted: ${list(carried)}. 表彰 Honoured: ${honoured}.`,
  ]
}

/** What support has led to: a duty, never a decision. */
function duties(states: readonly Suggestion[]): string[] {
  const made = states.flatMap((one) => one.duties)
  const [first] = made
  if (first === undefined) return []
  return prose(
    `附议 Support decides nothing. From ${first.supports} on (invented) a body must take it into study: so it came ${made.length} times. What ` +
      'comes in a burst from one machine is set aside for a person to look at: kept, counted apart, and restored where that was an error.',
  )
}
