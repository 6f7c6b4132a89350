import { isPlatformError, type PersonalFile, type PluginHost, systemActor } from '@redress/core'
import type { PetitionEvent } from '../../events.js'

const request = { purpose: 'duplicateCheck', fields: ['title', 'text', 'place'] } as const

/** What is written in some cases. A case whose texts are damaged is left out, or nothing would ever be compared again: the audit tells of it. */
export async function textsOf(
  host: PluginHost<PetitionEvent>,
  ids: readonly string[],
): Promise<readonly PersonalFile[]> {
  if (ids.length === 0) return []
  try {
    return await host.platform.personal.readMany(ids, request, systemActor)
  } catch (error) {
    if (!isPlatformError(error) || error.code !== 'VAULT_DAMAGED') throw error
    if (ids.length === 1) return []
    const middle = ids.length >> 1
    return [...(await textsOf(host, ids.slice(0, middle))), ...(await textsOf(host, ids.slice(middle)))]
  }
}
