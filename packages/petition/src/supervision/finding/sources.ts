import {
  type Actor,
  coreErrors,
  type FailedCase,
  type PluginHost,
  type RowPlace,
  type RowQuery,
} from '@redress/core'
import type { WatchedComplaint, WatchedField } from '../../complaint/watch.js'
import type { PetitionEvent } from '../../events.js'
import { isRefusal } from '../duties.js'
import type { SupervisionFinding } from './finding.js'

/** A finding before it is known which matters of supervision there are on its case. */
export type Found = Omit<SupervisionFinding, 'matters'>

/** A page of what one source yields. */
export interface SourcePage {
  readonly found: readonly Found[]
  readonly next: string | undefined
  readonly failed: readonly FailedCase[]
}

/** Where findings come from: late duties, or one field of the watch on complaints. */
export type Source = (cursor: string | undefined, limit: number, by: Actor) => Promise<SourcePage>

/** Looks at one case after another; one that fails does not stop the others. */
async function judgeAll(
  ids: readonly string[],
  judge: (id: string) => Promise<readonly Found[]>,
): Promise<Pick<SourcePage, 'found' | 'failed'>> {
  const found: Found[] = []
  const failed: FailedCase[] = []
  for (const id of ids) {
    try {
      found.push(...(await judge(id)))
    } catch (error) {
      if (!isRefusal(error)) failed.push({ id, error })
    }
  }
  return { found, failed }
}

/** The late duties, from the inbox: what it costs depends on how many are late. */
export function lateSource(
  host: PluginHost<PetitionEvent>,
  kinds: readonly string[],
  unit: string | undefined,
  judge: (id: string, by: Actor) => Promise<readonly Found[]>,
): Source {
  return async (cursor, limit, by) => {
    const query = { kind: kinds, unit, overdue: true, limit, cursor }
    const { items, next } = await host.platform.cases.find(query, by)
    const judged = await judgeAll(
      items.map(({ id }) => id),
      (id) => judge(id, by),
    )
    return { ...judged, next }
  }
}

/** The complaints with something in one field of the watch: what it costs depends on how many have. */
export function watchSource(
  host: PluginHost<PetitionEvent>,
  units: readonly string[] | undefined,
  range: { readonly field: WatchedField; readonly from?: number; readonly below?: number },
  judge: (id: string, row: WatchedComplaint, by: Actor) => Promise<readonly Found[]>,
): Source {
  const query: RowQuery = {
    ...(units === undefined ? {} : { where: { unit: units } }),
    range,
    sort: { field: range.field },
    limit: rowsAtOnce,
  }
  return async (cursor, limit, by) => {
    const seen: { readonly place: RowPlace; readonly row: WatchedComplaint }[] = []
    let after = cursor === undefined ? undefined : readPlace(cursor)
    // Rows that the reader may not see are passed over, and no place of theirs is told: the cursor names the last one that was shown.
    do {
      const page = await host.rows(
        'petition.complaint-watch',
        after === undefined ? query : { ...query, after },
      )
      for (const { key, row } of page.rows) {
        // Written by `complaintWatch` and by nothing else.
        const watched = row as unknown as WatchedComplaint
        if (seen.length <= limit && (await isShown(host, key, by)))
          seen.push({ place: { value: watched[range.field], key }, row: watched })
      }
      after = page.next
    } while (after !== undefined && seen.length <= limit)
    const shown = seen.slice(0, limit)
    const rows = new Map(shown.map(({ place, row }) => [place.key, row]))
    const judged = await judgeAll([...rows.keys()], (id) => judge(id, rows.get(id) as WatchedComplaint, by))
    const last = shown.at(-1)?.place
    return {
      ...judged,
      next: seen.length > limit && last ? JSON.stringify([last.value, last.key]) : undefined,
    }
  }
}

/** Whether a reader may see a case. One that cannot be read is told to the system alone: nobody knows whom it may reach. */
async function isShown(host: PluginHost<PetitionEvent>, id: string, by: Actor): Promise<boolean> {
  if (by.kind === 'system') return true
  try {
    return await host.platform.cases.mayRead(id, by)
  } catch {
    return false
  }
}

const rowsAtOnce = 100

/** @throws CURSOR_INVALID */
function readPlace(cursor: string): RowPlace {
  try {
    const [value, key] = JSON.parse(cursor) as unknown[]
    if (typeof value === 'number' && typeof key === 'string' && key.length <= 200) return { value, key }
  } catch {
    // No JSON: the same answer.
  }
  throw coreErrors.CURSOR_INVALID()
}
