import type { Tracking } from '@redress/petition'
import { type HuaianPlatform, host } from '../city.js'
import { allCases } from '../survey.js'
import { localDay, prose } from './text.js'

/** One visit that two departments received together: what was said, promised and kept. */
export async function jointReception(platform: HuaianPlatform): Promise<string[]> {
  const { visit } = platform.petition.receptionCentre
  for (const { id } of await allCases(platform, { kind: 'petition.visit', open: false })) {
    const { state } = await visit.get(id, host)
    const [promise] = state.commitments
    if (promise === undefined || promise.keptOn === null) continue
    const { steps, letters } = await platform.petition.inquiry.follow(id, host)
    const directory = await platform.organizations.current()
    const units = state.joint.map(({ unit }) => directory.get(unit).name)
    const [said] = letters
    return [
      '',
      `  联合接访 One visit, ${state.ticket?.on}, ticket ${state.ticket?.number}, together with ${units.join('、')}`,
      ...prose(`“${said?.fields.text}”`, 4),
      ...prose(course(steps), 4),
      `    承诺 promised ${promise.on} by ${promise.by}, kept ${promise.keptOn} 已兑现`,
    ]
  }
  return []
}

/** What happened, with what came at the same time together. */
function course(steps: Tracking['steps']): string {
  const times = [...new Set(steps.map(({ at }) => clockOf(at)))]
  return times
    .map((time) => {
      const acts = steps.filter(({ at }) => clockOf(at) === time).map(({ text }) => text.zh)
      return `${time} ${[...new Set(acts)].join('、')}`
    })
    .join(' → ')
}

/** The local day and time. */
const clockOf = (at: string): string => {
  const local = new Date(Date.parse(at) + 8 * 3_600_000).toISOString()
  return `${localDay(at).slice(5)} ${local.slice(11, 16)}`
}
