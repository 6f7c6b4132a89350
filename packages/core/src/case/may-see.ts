import { type Actor, checkActor } from '../access/actor.js'
import { isPlatformError } from '../errors.js'
import type { RecordedEvent } from '../event/event.js'
import { readableCase } from './any-case.js'
import type { Engine } from './engine.js'
import { visibleEvents } from './history.js'

/** Whether an actor may read a case now: the verdict of every other way to it. */
export async function mayReadCase(engine: Engine, id: string, by: Actor): Promise<boolean> {
  return (await readableOrNone(engine, id, checkActor(by))) !== undefined
}

async function readableOrNone(engine: Engine, id: string, actor: Actor) {
  try {
    return await readableCase(engine, id, actor)
  } catch (error) {
    // The actor itself is a valid one by now; what is wrong with it is that its unit has ended.
    const isRefused = isPlatformError(error) && (error.code === 'ACTOR_INVALID' || refusals.has(error.kind))
    if (isRefused) return undefined
    throw error
  }
}

/**
 * An event as a reader may see it; undefined where the reader may not. What stands beside the cases, such as who has read personal
 * data, is for the host alone.
 */
export async function eventFor(
  engine: Engine,
  event: RecordedEvent,
  reader: Actor,
): Promise<RecordedEvent | undefined> {
  const readable = await readableOrNone(engine, event.stream, reader)
  return readable === undefined ? undefined : visibleEvents(readable[0], [event], reader)[0]
}

const refusals: ReadonlySet<string> = new Set(['not-allowed', 'not-found'])
