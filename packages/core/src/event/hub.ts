import { EventEmitter } from 'eventemitter3'
import { coreErrors } from '../errors.js'
import type { DomainEvent, RecordedEvent } from './event.js'

/** Maps each event of a union to its listener. */
export type ListenerMap<Event extends DomainEvent> = {
  readonly [One in Event as One['type']]: (event: RecordedEvent<One>) => unknown
}

/** The reading side of the event hub. Hosts and plugins listen; only core emits. */
export interface EventListeners<in Event extends DomainEvent> {
  /**
   * Calls `listener` after each stored event of that type, in this process, best effort. It can neither fail nor hold up the
   * command: what it throws goes to `onListenerError`.
   *
   * @returns the function that stops it
   */
  on<Type extends Event['type']>(type: Type, listener: ListenerMap<Event>[Type]): () => void
}

/** The emitting side, kept inside core. */
export interface EventHub extends EventListeners<DomainEvent> {
  publish(events: readonly RecordedEvent[]): void
}

/** Called when a listener throws or rejects. What it returns, throws or rejects with is ignored. */
export type ListenerErrorHandler = (error: unknown, event: RecordedEvent) => unknown

export function createHub(onListenerError: ListenerErrorHandler = () => {}): EventHub {
  // Untyped on purpose: eventemitter3 cannot `emit` over an unresolved generic map (its issue #243).
  const emitter = new EventEmitter<Record<string, (event: RecordedEvent) => void>>()

  const report = async (error: unknown, event: RecordedEvent) => {
    try {
      await onListenerError(error, event)
    } catch {
      // The handler of last resort has failed; the command is stored and must not hear of it.
    }
  }

  return {
    on(type, listener) {
      if (typeof type !== 'string' || typeof listener !== 'function') {
        const reason = 'it takes the type of an event and a function'
        throw coreErrors.OPTIONS_INVALID({ what: 'events.on', reason })
      }
      const guarded = (event: RecordedEvent) => {
        try {
          const pending = listener(event)
          // Anything with a `then`: hosts have promises of other makes and other realms.
          if (isThenable(pending)) pending.then(undefined, (error: unknown) => report(error, event))
        } catch (error) {
          void report(error, event)
        }
      }
      emitter.on(type, guarded)
      return () => emitter.off(type, guarded)
    },
    publish(events) {
      for (const event of events) {
        if (emitter.listenerCount(event.type) > 0) queueMicrotask(() => emitter.emit(event.type, event))
      }
    },
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}
