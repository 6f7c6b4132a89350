import { type Actor, actorRef } from '../access/actor.js'
import { instantText } from '../case/context.js'
import type { Engine } from '../case/engine.js'
import { appended, endOf } from './append.js'
import type { DomainEvent } from './event.js'

/** Stores events at the end of one of core's own streams and tells the listeners. @throws VERSION_CONFLICT */
export async function appendTo(
  engine: Engine,
  stream: string,
  expectedVersion: number,
  events: readonly DomainEvent[],
  by: Actor,
): Promise<void> {
  await engine.ready()
  const end = await endOf(engine.store, stream, expectedVersion)
  const stamp = { at: instantText(engine.now()), by: actorRef(by) }
  const write = appended(engine.digest, stream, end, events, stamp)
  const result = await engine.store.commit({ streams: [write], rows: [] })
  if ('events' in result) engine.hub.publish(result.events)
}
