import type { Actor, PluginHost } from '@redress/core'
import type { PetitionEvent } from '../events.js'

const noId = '-'.repeat(65)

/** Refuses what is no actor, as every command does. @throws ACTOR_INVALID */
export async function requireActor(host: PluginHost<PetitionEvent>, by: Actor): Promise<void> {
  // Too long to be the id of a case: only the actor is looked at, and nothing is read.
  await host.platform.cases.mayRead(noId, by)
}
