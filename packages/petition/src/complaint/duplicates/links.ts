import { type Actor, type CaseApi, systemActor } from '@redress/core'
import type { ComplaintLink } from '../state.js'
import type { ComplaintTypes } from '../types.js'
import { caseIfThere, mayKnow } from './may-know.js'

/** The cases that people found to belong with this one, as far as the reader may know of them. @throws CASE_NOT_FOUND, READ_NOT_ALLOWED */
export async function linksOf(
  cases: CaseApi<ComplaintTypes>,
  id: string,
  by: Actor,
): Promise<readonly ComplaintLink[]> {
  await cases.get(id, by)
  const { state } = await cases.get(id, systemActor)
  const told: ComplaintLink[] = []
  for (const link of state.links) {
    const other = await caseIfThere(cases, link.to)
    if (other !== undefined && (await mayKnow(cases, other, by))) told.push(link)
  }
  return told
}
