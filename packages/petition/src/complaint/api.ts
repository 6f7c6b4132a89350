import { type Actor, type CaseApi, type InboxItem, isPlatformError, type PluginHost } from '@redress/core'
import type { PetitionEvent } from '../events.js'
import type { ComplaintTypes } from './types.js'

/** Complaints (投诉): appeals and requests from filing to final answer, and the first steps of the other classes. */
export interface ComplaintApi extends CaseApi<ComplaintTypes> {
  /**
   * Other open complaints of the same petitioners, wherever they are pending: to be looked at before work is done twice, and
   * linked by `merge` if a person finds them to be the same matter. Never decides by itself.
   *
   * @throws CASE_NOT_FOUND, READ_NOT_ALLOWED
   */
  pending(id: string, by: Actor): Promise<readonly InboxItem[]>
}

/** Puts what reaches beyond one case around the commands that the tables make. */
export function createComplaintApi(
  host: PluginHost<PetitionEvent>,
  cases: CaseApi<ComplaintTypes>,
): ComplaintApi {
  return {
    ...cases,
    async pending(id, by) {
      const { state } = await cases.get(id, by)
      const found = new Map<string, InboxItem>()
      for (const petitionerId of state.petitionerIds) {
        const query = { kind: 'petition.complaint', open: true, limit: 200 }
        let cursor: string | undefined
        do {
          const page = await host.platform.cases.find(
            { ...query, cursor },
            { kind: 'resident', id: petitionerId },
          )
          for (const item of page.items)
            if (item.id !== id && (await mayKnow(cases, item, by))) found.set(item.id, item)
          cursor = page.next
        } while (cursor !== undefined)
      }
      return [...found.values()]
    },
  }
}

/** Whether the actor may learn that a case exists: one that it may read, or an open one that does not accuse it. */
async function mayKnow(cases: CaseApi<ComplaintTypes>, item: InboxItem, by: Actor): Promise<boolean> {
  try {
    await cases.get(item.id, by)
    return true
  } catch (error) {
    const isUnread = isPlatformError(error) && error.code === 'READ_NOT_ALLOWED'
    return isUnread && item.facets.confidentiality === 'open'
  }
}
