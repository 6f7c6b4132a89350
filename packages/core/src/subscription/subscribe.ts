import type { Engine } from '../case/engine.js'
import type { DomainEvent } from '../event/event.js'
import type { Subscription, SubscriptionDefinition } from './api.js'
import { invalid, settingsOf } from './settings.js'
import { startWorker } from './worker.js'

/**
 * Starts a worker for a subscription.
 *
 * @param running the names that run in this process
 */
export function subscribe(engine: Engine, running: Set<string>, definition: object): Subscription {
  const settings = settingsOf(definition as SubscriptionDefinition<DomainEvent>)
  const { name } = settings
  if (running.has(name)) throw invalid(name, 'it runs in this process already')
  running.add(name)
  const worker = startWorker(engine, settings)
  return Object.freeze({
    ...worker,
    name,
    async stop() {
      await worker.stop()
      running.delete(name)
    },
  })
}
