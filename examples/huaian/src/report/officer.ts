import type { Action, Reason } from '@redress/core'
import type { TrackingNext } from '@redress/petition'
import type { HuaianPlatform } from '../city.js'
import { officerOf } from '../staff.js'
import type { CaseFile } from '../survey.js'
import { left, section, wrap } from './text.js'
import { petitionersActs, stages } from './words.js'

/** One open complaint as its petitioner sees it: that with the most steps. */
export function petitionersView(files: readonly CaseFile[], today: string): string[] {
  const isToCome = ({ by = today }: TrackingNext) => by >= today
  const [file] = files
    .filter(({ item, tracking }) => item.open && tracking.actions.length > 0 && tracking.next.length > 0)
    .filter(({ record, tracking }) => record.state.class === 'appeal' && tracking.next.every(isToCome))
    .sort((a, b) => b.tracking.steps.length - a.tracking.steps.length)
  if (file === undefined) return []
  const { tracking, record } = file
  const { state } = record
  const mayDo = tracking.actions.flatMap((one) => petitionersActs[one] ?? [])
  const names = tracking.steps.map((step) => step.unit ?? '')
  return section('群众看到的事项', 'One complaint as its petitioner sees it, by the code on the receipt', [
    `  ${tracking.number}   code ${state.queryCode}   received ${tracking.receivedOn}`,
    `  ${tracking.title}`,
    ...wrap(`“${state.text}”`, 100).map((line) => `  ${line}`),
    '',
    `  现状 now    ${tracking.statusText.zh} · ${tracking.statusText.en}`,
    `  单位 with   ${tracking.unit.name} · ${tracking.unit.nameEn}`,
    '',
    ...tracking.steps.map((step, index) =>
      `  ${localDay(step.at)}   ${left(`${step.text.zh} · ${step.text.en}`, 56)}   ${names[index]}`.trimEnd(),
    ),
    '',
    ...tracking.answers.map(
      ({ stage, deliveredOn, opinion }) => `  ${deliveredOn} ▶ ${stages[stage]}: ${opinion}`,
    ),
    ...tracking.next.map(
      (one) =>
        `  ${one.by ?? '(paused)  '} ◀ ${one.nature === 'duty' ? '应当 owed' : '可以 may'}: ` +
        `${one.text.zh} · ${one.text.en}${one.overdue ? ' (overdue)' : ''}  [${one.source}]`,
    ),
    '',
    ...wrap(`可以 you may: ${mayDo.join('; ')}`, 106).map((line) => `  ${line}`),
  ])
}

/** The local day of an instant. */
const localDay = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)

/** What one officer may do on one case now, and why not the rest: what a host draws its buttons from. */
export async function officersView(platform: HuaianPlatform, files: readonly CaseFile[]): Promise<string[]> {
  const file = files.find(
    ({ item, record: { state } }) =>
      item.status === 'accepted' && state.handler !== null && state.statements.length === 0,
  )
  if (file === undefined) return []
  const { item, record, unit } = file
  const officer = await officerOf(
    platform,
    unit.id,
    'handler',
    ({ person }) => person === record.state.handler,
  )
  const actions = await platform.petition.complaint.actions(item.id, officer)
  const allowed = actions.filter((one) => one.allowed).map((one) => one.command)
  const isUntimely = (reasons: readonly Reason[]) => reasons.some((one) => one.code === 'STATUS')
  const untimely = actions.filter((one) => isUntimely(one.reasons)).map((one) => one.command)
  const refused = actions.filter((one) => !one.allowed && !isUntimely(one.reasons))
  const list = (label: string, commands: readonly string[]) =>
    wrap(commands.join(', '), 88).map((line, index) => `  ${left(index === 0 ? label : '', 20)} ${line}`)
  return section('经办人可以做什么', 'What one officer may do on one case now, and why not the rest', [
    `  ${item.number}  ${item.title}`,
    `  officer ${officer.id} (${officer.roles.join(', ')}), ${unit.name} · ${unit.nameEn}`,
    '',
    ...list('可以 may', allowed),
    '',
    '  不可以 may not',
    ...byReason(refused).flatMap(({ reason, commands }) => [
      ...wrap(commands.join(', '), 98).map((line) => `    ${line}`),
      `        ${reason.message} · ${reason.zh}${reason.source === undefined ? '' : `  [${reason.source}]`}`,
    ]),
    '',
    ...list('此时不可 not now', untimely),
  ])
}

/** Commands that are refused for the same reason, together. */
function byReason(actions: readonly Action[]) {
  const groups = new Map<string, { readonly reason: Reason; readonly commands: string[] }>()
  for (const { command, reasons } of actions) {
    const [reason] = reasons
    if (reason === undefined) continue
    const group = groups.get(reason.message)
    if (group === undefined) groups.set(reason.message, { reason, commands: [command] })
    else group.commands.push(command)
  }
  return [...groups.values()]
}
