import { type Inspection, supervision2022 } from '@redress/petition'
import { type HuaianPlatform, host } from '../city.js'
import { allCases } from '../survey.js'
import { shortName } from '../units.js'
import type { Chronicle } from '../year.js'
import { proposals } from './proposals.js'
import { signals } from './signals.js'
import { countBy, prose, section, table } from './text.js'

const triggers = {
  late: '逾期 late',
  notReported: '未反馈 report',
  procedure: '程序 form',
  shirking: '拖延 delay',
  notExecuted: '未执行 undone',
} as const

const levels = { unit: '→ 本单位', above: '→ 上级', city: '→ 市' } as const

/** Supervision of agencies and their steps; never of petitioners. */
export async function supervision(platform: HuaianPlatform, { notes }: Chronicle): Promise<string[]> {
  return section('监督', 'Supervision: what a monthly sweep finds in the cases, and what follows', [
    ...table(
      ['月份 sweep', ...Object.values(triggers), ...Object.values(levels)],
      notes.sweeps
        .slice(-13)
        .map(({ month, findings, told }) => [
          month,
          ...Object.keys(triggers).map((name) => findings[name] ?? 0),
          ...Object.keys(levels).map((level) => told[level] ?? 0),
        ]),
    ),
    '',
    ...prose(
      'Findings by trigger (信访工作条例 2022 Art. 40 ¶1), and → how many late duties the unit, the one above and the city were told of, each once. ' +
        'After how many days delay counts, and a higher level hears of it, is invented: no national text says it.',
    ),
    '',
    ...(await matters(platform)),
    ...(await proposals(platform)),
    ...(await signals(platform)),
    ...(await inspections(platform)),
  ])
}

/** 督办: urged, listed, interviewed, put right. */
async function matters(platform: HuaianPlatform): Promise<string[]> {
  const { matters: api } = platform.petition.supervision
  const items = await allCases(platform, { kind: 'petition.supervision' })
  const states = await Promise.all(items.map(async ({ id }) => (await api.get(id, host)).state))
  const count = (of: (state: (typeof states)[number]) => number) =>
    states.reduce((sum, state) => sum + of(state), 0)
  const failed = count(({ rectifications }) =>
    rectifications.reduce((sum, { checks }) => sum + checks.filter(({ passed }) => !passed).length, 0),
  )
  const closed = states.filter(({ status }) => status === 'closed').length
  return prose(
    `督办 ${states.length} matters were opened on findings, ${closed} are closed: 催办 urged ${count((one) => one.urgings.length)}, ` +
      `挂牌 listed under a leader ${count((one) => one.listings.length)}, ` +
      `约谈 interviews ${count((one) => one.interviews.length)}, 限期整改 rectifications ${count((one) => one.rectifications.length)}; ` +
      `${failed} of them failed a first check, by somebody who had neither ordered nor reported it.`,
  )
}

/** 督查: a sample that anybody can draw again. */
async function inspections(platform: HuaianPlatform): Promise<string[]> {
  const { inspections: api } = platform.petition.supervision
  const items = await allCases(platform, { kind: 'petition.inspection', sort: 'opened' })
  const states = await Promise.all(items.map(async ({ id }) => (await api.get(id, host)).state))
  return [
    '',
    '  督查 Inspections of samples that anybody can draw again from the seed:',
    ...states.flatMap(sample),
  ]
}

function sample({ unit, openedOn, drawn, population, seed, checked }: Inspection): string[] {
  const place = shortName(unit.split('/').slice(0, 2).join('/'))
  const failed = countBy(
    checked.flatMap(({ checks }) => Object.entries(checks).filter(([, result]) => result === 'failed')),
    ([item]) => supervision2022.checklist.find((one) => one.id === item)?.text.zh ?? item,
  )
  const found = Object.entries(failed).map(([item, many]) => `${item} ${many}件`)
  return [
    `    ${openedOn} ${place}: ${drawn.length} of ${population} closed cases, “${seed}”`,
    `      未达到 not met: ${found.join('，') || '无 none'}`,
  ]
}
