import type { ActorRef } from '../access/actor.js'
import { deepFreeze } from '../freeze.js'
import type { Store, StreamWrite } from '../store/port.js'
import { chainHash, type Digest } from './chain.js'
import type { DomainEvent, PendingEvent } from './event.js'

/** Where a stream ends: its version and the hash of its last event. */
export interface StreamEnd {
  readonly version: number
  readonly hash: string
}

/** The end of a stream at a version that the caller knows. */
export async function endOf(store: Store, stream: string, version: number): Promise<StreamEnd> {
  if (version === 0) return noEvents
  const [last] = await store.read(stream, version - 1)
  return { version, hash: last?.hash ?? '' }
}

export const noEvents: StreamEnd = Object.freeze({ version: 0, hash: '' })

/** What to write so that events stand at the end of one of core's own streams. */
export function appended(
  digest: Digest,
  stream: string,
  end: StreamEnd,
  events: readonly DomainEvent[],
  stamp: { readonly at: string; readonly by: ActorRef },
): StreamWrite {
  let { version, hash } = end
  const pending: PendingEvent[] = []
  for (const { type, data } of events) {
    version++
    const event = deepFreeze({ type, data, stream, version, at: stamp.at, by: stamp.by })
    hash = chainHash(digest, hash, event)
    pending.push(Object.freeze({ ...event, hash }))
  }
  return { stream, expectedVersion: end.version, events: pending }
}
