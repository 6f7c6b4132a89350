import type { Engine } from '../case/engine.js'
import type { DomainEvent } from '../event/event.js'
import type { Subscriptions } from './api.js'

/** The public side: what serves a subscription is loaded with the first one. */
export function createSubscriptions(engine: Engine): Subscriptions<DomainEvent> {
  const running = new Set<string>()
  return {
    async add(definition: object) {
      const { subscribe } = await import('./subscribe.js')
      return subscribe(engine, running, definition)
    },
  }
}
