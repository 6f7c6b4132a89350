import { type HuaianPlatform, host } from '../city.js'
import { allCases } from '../survey.js'
import { localDay, wrap } from './text.js'

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
      `  联合接访 One visit, ${state.ticket?.on}, ticket ${state.ticket?.number}: received together with ${units.join('、')}`,
      ...wrap(`“${said?.fields.text}”`, 98).map((line) => `    ${line}`),
      ...wrap(steps.map(({ at, text }) => `${clockOf(at)} ${text.zh}`).join(' → '), 100).map(
        (line) => `    ${line}`,
      ),
      `    承诺 promised ${promise.on} by ${promise.by}, kept ${promise.keptOn} 已兑现`,
    ]
  }
  return []
}

/** The local time; of another day the day as well. */
const clockOf = (at: string): string => {
  const local = new Date(Date.parse(at) + 8 * 3_600_000).toISOString()
  return `${localDay(at).slice(5)} ${local.slice(11, 16)}`
}
