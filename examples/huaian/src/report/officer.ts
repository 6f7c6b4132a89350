import type { Action, Reason } from '@redress/core'
import type { HuaianPlatform } from '../city.js'
import { officerOf } from '../staff.js'
import type { CaseFile } from '../survey.js'
import { left, section, wrap } from './text.js'

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
