import { cn2005, cn2022, complaintKind, defaultNumbering, statusText } from '@redress/petition'
import type { CaseFile } from '../survey.js'
import { section, table } from './text.js'
import { channels, classes } from './words.js'

const levels = ['city', 'county', 'township'] as const
const levelHeads = ['市 city', '县 county', '乡 township']

/** Cases by status and by the level of the unit that has them. */
export function totals(files: readonly CaseFile[]): string[] {
  // The order in which the life cycle names its statuses.
  const statuses = Object.keys(complaintKind([], defaultNumbering).lifecycle)
  const row = (label: string, some: readonly CaseFile[]) => [
    label,
    ...levels.map((level) => some.filter((file) => file.unit.level === level).length),
    some.length,
  ]
  const rowsOf = (some: readonly CaseFile[]) =>
    statuses.flatMap((status) => {
      const found = some.filter((file) => file.item.status === status)
      const [first] = found
      if (first === undefined) return []
      const { zh, en } = statusText[first.record.state.status]
      return [row(`${zh} · ${en}`, found)]
    })
  const open = files.filter((file) => file.item.open)
  const closed = files.filter((file) => !file.item.open)
  return section('事项状态', 'Where the cases stand, by the level of the unit that has them', [
    ...table(
      ['状态 status', ...levelHeads, '合计 total'],
      [
        ...rowsOf(open),
        row('在办小计 · open', open),
        ...rowsOf(closed),
        row('办结等小计 · closed', closed),
        row('合计 · total', files),
      ],
    ),
  ])
}

/** How they came in, and what they are. */
export function channelsAndClasses(files: readonly CaseFile[]): string[] {
  const row = (label: string, some: readonly CaseFile[]) => [
    label,
    ...Object.keys(classes).map((name) => some.filter(({ record }) => record.state.class === name).length),
    some.filter(({ record }) => record.state.class === null).length,
    some.length,
  ]
  const rows = Object.entries(channels).map(([name, zh]) =>
    row(
      `${zh} · ${name}`,
      files.filter(({ record }) => record.state.channel === name),
    ),
  )
  return section('渠道和分类', 'How they came in, and what they are', [
    ...table(
      ['渠道 channel', ...Object.values(classes), '未分类 none yet', '合计 total'],
      [...rows, row('合计 · total', files)],
    ),
  ])
}

/** Which law governs which case: that in force on the day of receipt, to the end of the case. */
export function governingRules(files: readonly CaseFile[]): string[] {
  const { effectiveFrom, title } = cn2022
  const older = files.filter(({ record }) => record.rules === cn2005.id)
  const days = (some: readonly CaseFile[]) => some.map(({ record }) => record.state.receivedOn).sort()
  const newer = days(files.filter(({ record }) => record.rules === cn2022.id))
  const pending = older.filter(({ record }) => record.updatedAt >= effectiveFrom)
  const filedLater = older.filter(({ record }) => record.openedAt >= effectiveFrom)
  return section('适用规则', 'The rules in force on the day of receipt govern a case to its end', [
    `  ${cn2005.title}  ${older.length} cases, received ${days(older)[0]} to ${days(older).at(-1)}`,
    `  ${title}  ${newer.length} cases, received ${newer[0]} to ${newer.at(-1)}`,
    `  When the rules changed on ${effectiveFrom}, ${pending.length} cases went on under the old ones; ` +
      `${filedLater.length} of them were filed later,`,
    '  from letters that had come before.',
  ])
}
