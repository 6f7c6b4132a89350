import type { CaseSnapshot } from '@redress/core'
import { receptionActor } from '../actor.js'
import type { Visit, VisitStatus } from './state.js'
import type { VisitCases } from './types.js'

/** Takes a step of the centre itself: two who take it at the same time take it once. */
export async function stepFrom(
  status: VisitStatus,
  visits: VisitCases,
  id: string,
  step: () => Promise<CaseSnapshot<Visit>>,
): Promise<CaseSnapshot<Visit>> {
  try {
    return await step()
  } catch (error) {
    const now = await visits.get(id, receptionActor)
    if (now.state.status === status) throw error
    return now
  }
}
