import type { Actor, CaseDeadline, CaseSnapshot, InboxItem, InboxQuery, Unit } from '@redress/core'
import type { Complaint } from '@redress/petition'
import { type HuaianPlatform, host } from './city.js'
import { openUnit } from './staff.js'

/** Everything that the platform tells about one complaint. Nothing in it says who somebody is, or what was written. */
export interface CaseFile {
  readonly item: InboxItem
  readonly record: CaseSnapshot<Complaint>
  readonly deadlines: readonly CaseDeadline[]
  /** The unit that has it now, or the one that took that over. */
  readonly unit: Unit
}

/** Every case that fits a query, page by page. */
export async function allCases(
  { cases }: HuaianPlatform,
  query: Omit<InboxQuery, 'limit' | 'cursor'>,
  by: Actor = host,
): Promise<readonly InboxItem[]> {
  const found: InboxItem[] = []
  let cursor: string | undefined
  do {
    const page = await cases.find({ ...query, limit: 200, cursor }, by)
    found.push(...page.items)
    cursor = page.next
  } while (cursor !== undefined)
  return found
}

/** Reads every complaint as the host may. */
export async function surveyOf(platform: HuaianPlatform): Promise<readonly CaseFile[]> {
  const { complaint } = platform.petition
  const directory = await platform.organizations.current()
  const files: CaseFile[] = []
  for (const item of await allCases(platform, { kind: 'petition.complaint' })) {
    const record = await complaint.get(item.id, host)
    files.push({
      item,
      record,
      deadlines: await platform.deadlines.of(item.id, host),
      unit: directory.get(openUnit(item.unit, directory)),
    })
  }
  return files
}
