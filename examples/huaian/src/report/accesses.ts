import type { PersonalAccess } from '@redress/core'
import type { HuaianPlatform } from '../city.js'
import { localDay } from './text.js'
import { fieldNames, purposeNames } from './words.js'

/** The access log as rows of a table: equal readings of one day are one row. */
export async function accessRows(
  { organizations }: HuaianPlatform,
  accesses: readonly PersonalAccess[],
): Promise<readonly (readonly string[])[]> {
  const directory = await organizations.current()
  const nameOf = ({ by: { kind, id, unit } }: PersonalAccess): string => {
    if (unit !== undefined) return `${directory.successors(unit)[0]?.name ?? unit} ${id}`
    if (kind === 'resident') return '本人 this person'
    return id === 'query-code' ? '查询码 the code' : '系统 the host itself'
  }
  const rows = accesses.map((one) => [
    localDay(one.at),
    nameOf(one),
    purposeNames[one.purpose] ?? one.purpose,
    one.revealed.map((field) => fieldNames[field] ?? field).join(', ') || '–',
  ])
  const known = new Set<string>()
  return rows.filter((row) => !known.has(row.join()) && known.add(row.join()))
}
