import type { HuaianPlatform } from '../city.js'
import { officerOf } from '../staff.js'
import type { CaseFile } from '../survey.js'
import { countBy, prose, section } from './text.js'

/** What a desk is shown that looks like the same matter, and why; what persons made of it. */
export async function duplicates(platform: HuaianPlatform, files: readonly CaseFile[]): Promise<string[]> {
  const states = files.map(({ record }) => record.state)
  const merged = states.filter(({ mergedInto }) => mergedInto !== null).length
  const dismissed = states.reduce((sum, { notDuplicateOf }) => sum + notDuplicateOf.length, 0)
  const links = countBy(
    states.flatMap((one) => one.links),
    ({ relation }) => relation,
  )
  const { repeat = 0, sameMatter = 0 } = links
  return section('疑似重复件', 'What looks like the same matter, and what a person finds', [
    ...(await shown(platform, files)),
    ...prose(
      `并案 merged, the same person and matter: ${merged} · 重复信访 linked as a repeat: ${repeat} · 同一事项 linked as one matter of ` +
        `several people: ${sameMatter} · 排除 looked alike and was another matter: ${dismissed}. Nothing is merged or dropped by itself.`,
    ),
  ])
}

async function shown(platform: HuaianPlatform, files: readonly CaseFile[]): Promise<readonly string[]> {
  const open = files.filter(({ item }) => item.open && item.facets.confidentiality === 'open')
  for (const { item, unit } of open) {
    const desk = await officerOf(platform, unit.id, 'petitionOfficer')
    const { suggestions } = await platform.petition.complaint.duplicates(item.id, desk)
    const [first] = suggestions
    if (first === undefined || first.reasons.length < 2) continue
    return [
      `  Beside ${item.number}, ${unit.name} is shown ${first.number}, for these reasons:`,
      ...first.reasons.map(({ text }) => `    ${text.zh} · ${text.en}`),
      '',
    ]
  }
  return []
}
