import {
  type Actor,
  type CaseDeadline,
  type InboxItem,
  isPlatformError,
  type PluginHost,
} from '@redress/core'
import type { PetitionEvent } from '../events.js'

/** A duty of a case that runs. */
export interface OpenDuty extends CaseDeadline {
  /** Its place among the clocks of the case, from 0: tells the runs of one clock apart. */
  readonly run: number
  readonly dueOn: string
  readonly dueAt: string
}

/** The duties of a case that run and have an end; none of a case that is not there for the actor (any more). */
export async function openDuties(
  host: PluginHost<PetitionEvent>,
  id: string,
  by: Actor,
): Promise<readonly OpenDuty[]> {
  try {
    const deadlines = await host.platform.deadlines.of(id, by)
    return deadlines.flatMap((one, run): readonly OpenDuty[] => {
      const { dueOn, dueAt, state, limit } = one
      const isDuty = state === 'running' && limit?.nature !== 'right'
      return isDuty && dueOn !== undefined && dueAt !== undefined ? [{ ...one, run, dueOn, dueAt }] : []
    })
  } catch (error) {
    if (isRefusal(error)) return []
    throw error
  }
}

/** It was there a moment ago, and is not for this reader now. */
export const isRefusal = (error: unknown): boolean =>
  isPlatformError(error) && (error.kind === 'not-found' || error.kind === 'not-allowed')

/** Every case with a late duty that an actor may read, nearest first. */
export async function* lateCases(
  host: PluginHost<PetitionEvent>,
  kinds: readonly string[],
  by: Actor,
): AsyncIterable<InboxItem> {
  let cursor: string | undefined
  do {
    const page = await host.platform.cases.find({ kind: kinds, overdue: true, limit: 200, cursor }, by)
    yield* page.items
    cursor = page.next
  } while (cursor !== undefined)
}
