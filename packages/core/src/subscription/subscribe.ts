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
export async function subscribe(
  engine: Engine,
  running: Set<string>,
  definition: object,
): Promise<Subscription> {
  const given = settingsOf(definition as SubscriptionDefinition<DomainEvent>)
  const { name } = given
  if (running.has(name)) throw invalid(name, 'it runs in this process already')
  running.add(name)
  let settings = given
  try {
    // Now is when it is added, not when its worker gets round to it.
    if (given.from === 'now') {
      await engine.ready()
      settings = { ...given, from: await engine.store.head() }
    }
  } catch (error) {
    running.delete(name)
    throw error
  }
  let stopping: Promise<void> | undefined
  const worker = startWorker(engine, settings)
  return Object.freeze({
    ...worker,
    name,
    async stop() {
      stopping ??= worker.stop().finally(() => running.delete(name))
      await stopping
    },
  })
}
