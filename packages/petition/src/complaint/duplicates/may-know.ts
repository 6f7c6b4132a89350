import { type Actor, type CaseApi, type CaseRecord, isPlatformError, systemActor } from '@redress/core'
import type { Complaint } from '../state.js'
import type { ComplaintTypes } from '../types.js'

/** A complaint as the system sees it; undefined where there is none. */
export async function caseIfThere(
  cases: CaseApi<ComplaintTypes>,
  id: string,
): Promise<CaseRecord<Complaint> | undefined> {
  try {
    return await cases.get(id, systemActor)
  } catch (error) {
    if (isPlatformError(error) && error.code === 'CASE_NOT_FOUND') return undefined
    throw error
  }
}

/**
 * Whether somebody may learn that a case exists: one that they may read, and for staff one that is open to all of them and does not
 * accuse them. A resident learns of no case of others.
 */
export async function mayKnow(
  cases: CaseApi<ComplaintTypes>,
  { id, state }: CaseRecord<Complaint>,
  by: Actor,
): Promise<boolean> {
  try {
    await cases.get(id, by)
    return true
  } catch (error) {
    if (!isPlatformError(error)) throw error
    if (error.code === 'READ_NOT_ALLOWED') return by.kind === 'officer' && state.confidentiality === 'open'
    if (error.code === 'CASE_NOT_FOUND') return false
    throw error
  }
}
