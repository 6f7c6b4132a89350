import type { HuaianPlatform } from '../city.js'
import { officerOf } from '../staff.js'
import { city } from '../units.js'
import { countBy, prose } from './text.js'

/** 红黄灯: signals on steps and agencies. In the order of the units: no ranking. */
export async function signals(platform: HuaianPlatform): Promise<string[]> {
  const { supervision } = platform.petition
  const office = await officerOf(platform, `${city}/petition`, 'petitionOfficer')
  const steps: string[] = []
  let cursor: string | undefined
  do {
    const page = await supervision.signals({ limit: 200, cursor }, office)
    steps.push(...page.steps.map(({ signal }) => signal))
    cursor = page.next
  } while (cursor !== undefined)
  const { red = 0, yellow = 0 } = countBy(steps, (signal) => signal)
  const agencies = await supervision.agencies({}, office)
  const by = countBy(agencies, ({ signal }) => signal ?? 'none')
  const directory = await platform.organizations.current()
  const marked = agencies
    .filter(({ signal }) => signal === 'red' || signal === 'yellow')
    .map(({ unit, red: late, open }) => `${directory.unit(unit)?.name ?? unit} ${late}/${open}`)
  return [
    '',
    ...prose(
      `红黄灯 Steps: ${red} red (past their end), ${yellow} yellow (end within a week). Agencies, by their share of late duties (invented ` +
        `thresholds): ${by.red ?? 0} red, ${by.yellow ?? 0} yellow, ${by.green ?? 0} green.`,
    ),
    ...prose(`逾期/在办 late of running: ${marked.join('、')}`, 4),
  ]
}
