import { type HuaianPlatform, host } from '../city.js'
import { mergedInto, mergedTownship, merger } from '../merger.js'
import { officerOf } from '../staff.js'
import { allCases } from '../survey.js'
import { left, section, wrap } from './text.js'

/** A township merged into another: who had its cases before, and who has them now. */
export async function afterTheMerger(platform: HuaianPlatform): Promise<string[]> {
  const { organizations } = platform
  const before = await organizations.asOf(merger.decidedOn)
  const now = await organizations.current()
  const [from, into] = [before.get(mergedTownship), now.get(mergedInto)]
  const stations = now.children(mergedInto).filter((unit) => unit.id.startsWith(mergedTownship))
  const items = await allCases(platform, { involving: mergedTownship })
  const lines: string[] = []
  for (const item of items) {
    const acts = await actsOn(platform, item.id)
    const told = acts.map(([act, on, unit]) => `${act} ${on} ${before.unit(unit)?.name ?? unit}`)
    const [first = '', ...more] = wrap(told.join(' · '), 84)
    lines.push(`    ${item.number}  ${first}`, ...more.map((line) => `${' '.repeat(25)}${line}`))
  }
  return section('机构变更', 'One change of the organisation (invented)', [
    `  ${left(merger.on, 12)}${from.name} · ${from.nameEn}`,
    `            → ${into.name} · ${into.nameEn}`,
    ...wrap(`with its stations: ${stations.map((unit) => unit.name).join('、')}`, 92).map(
      (line) => `              ${line}`,
    ),
    '',
    `  Its ${items.length} cases went on as they were; the successor finds ${await inherited(platform, items)} of them in its own inbox:`,
    ...lines,
  ])
}

/** Who took a case up, and who answered it. */
async function actsOn({ petition }: HuaianPlatform, id: string) {
  const history = await petition.complaint.history(id, host)
  return history.flatMap((event) => {
    const act = acts[event.type]
    return act === undefined ? [] : [[act, event.at.slice(0, 10), event.by.unit ?? ''] as const]
  })
}

const acts: Readonly<Record<string, string>> = {
  'petition.complaint-accepted': '受理 taken up',
  'petition.complaint-answered': '答复 answered',
}

async function inherited(
  platform: HuaianPlatform,
  items: readonly { readonly id: string }[],
): Promise<number> {
  const head = await officerOf(platform, mergedInto, 'head')
  const seen = await allCases(platform, { involving: mergedInto }, head)
  return items.filter((item) => seen.some((one) => one.id === item.id)).length
}
