import type { Actor } from '../access/actor.js'
import type { Engine } from '../case/engine.js'
import { eventFor } from '../case/may-see.js'
import { inShapeOfToday } from '../case/record.js'
import type { RecordedEvent } from '../event/event.js'
import type { Delivery, StopSignal } from './api.js'
import type { Failure } from './dead-letters.js'
import type { Pauses } from './pauses.js'

/** How events are tried. */
export interface Trial {
  readonly reader: Actor | undefined
  readonly handle: (event: RecordedEvent, delivery: Delivery) => unknown
  readonly attempts: number
  readonly retryAfter: number
  readonly onError: (error: unknown, event: RecordedEvent) => void
  readonly signal: StopSignal
  readonly fence: number
  readonly pauses: Pauses
}

const longestWait = 60_000

/**
 * Tries one event until it is taken or has failed too often. Undefined if it is taken; `stopped` if the worker must end before it
 * knows, so that the event comes again.
 */
export async function deliver(
  engine: Engine,
  stored: RecordedEvent,
  trial: Trial,
): Promise<Failure | 'stopped' | undefined> {
  const { handle, reader, attempts, retryAfter, onError, signal, fence, pauses } = trial
  for (let attempt = 1; ; attempt++) {
    if (signal.aborted) return 'stopped'
    let event = stored
    try {
      event = inShapeOfToday(engine, stored)
      const shown = reader === undefined ? event : await eventFor(engine, event, reader)
      if (shown !== undefined) await handle(shown, { attempt, signal, fence })
      return undefined
    } catch (error) {
      onError(error, event)
      if (attempt >= attempts) return { error, attempts: attempt }
      await pauses.pause(Math.min(retryAfter * 2 ** (attempt - 1), longestWait))
      if (pauses.ended()) return 'stopped'
    }
  }
}
