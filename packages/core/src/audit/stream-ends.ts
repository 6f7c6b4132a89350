import type { Digest } from '../event/chain.js'
import type { RecordedEvent } from '../event/event.js'
import type { Store } from '../store/port.js'
import { endAt, noEvents, replay, type StreamEnd } from './link.js'
import { isPruned, sealedUntil } from './seal.js'

/** The ends of streams, in bounded memory: of those that were not met for long it asks the store again. */
export interface StreamEnds {
  of(stream: string): StreamEnd
  set(stream: string, end: StreamEnd): void
  /** Gets from the store, side by side, what the events of a page need and what is not known. */
  prepare(page: readonly RecordedEvent[]): Promise<void>
}

/**
 * @param most how many streams a generation holds; there are two
 * @param whole whether the log is read from its beginning: then a stream that was never met has no events
 */
export function keepStreamEnds(store: Store, digest: Digest, most: number, whole: boolean): StreamEnds {
  let young = new Map<string, StreamEnd>()
  let old = new Map<string, StreamEnd>()
  let complete = whole

  const known = (stream: string) => young.get(stream) ?? old.get(stream)

  return {
    set: (stream, end) => void young.set(stream, end),
    of: (stream) => known(stream) ?? noEvents,
    async prepare(page) {
      // Only between two pages: what a page needs stays while it is looked at.
      if (young.size >= most) {
        complete &&= old.size === 0
        old = young
        young = new Map()
      }
      const loading = new Map<string, Promise<StreamEnd>>()
      for (const event of page) {
        const { stream } = event
        if ((complete && !isPruned(event)) || loading.has(stream)) continue
        const end = known(stream)
        if (isPruned(event) && !(end !== undefined && event.version <= end.sealed)) {
          loading.set(stream, sealedEnd(store, digest, event, end ?? (complete ? noEvents : undefined)))
        } else if (end === undefined) {
          loading.set(stream, endBefore(store, digest, event))
        }
      }
      await Promise.all(
        Array.from(loading, async ([stream, end]) => {
          young.set(stream, await end)
        }),
      )
    },
  }
}

/** Where the stream of an event ended before it. Mostly the store has the event before it, and that is all. */
async function endBefore(store: Store, digest: Digest, event: RecordedEvent): Promise<StreamEnd> {
  const { stream, version, position } = event
  const after = version > 2 ? version - 2 : 0
  const events = await store.read(stream, after)
  const [last, ...others] = events
  const isOnly = others.every((other) => other.version >= version && other.position >= position)
  if (last?.version === version - 1 && last.position < position && isOnly) return endAt(last, noEvents)
  return replay(digest, after === 0 ? events : await store.read(stream), position)
}

async function sealedEnd(
  store: Store,
  digest: Digest,
  { stream, position }: RecordedEvent,
  end: StreamEnd | undefined,
): Promise<StreamEnd> {
  const events = await store.read(stream)
  return end === undefined ? replay(digest, events, position) : { ...end, sealed: sealedUntil(events) }
}
