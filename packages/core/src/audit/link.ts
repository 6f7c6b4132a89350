import { chainHash, type Digest } from '../event/chain.js'
import type { RecordedEvent } from '../event/event.js'
import type { Finding, FindingKind } from './findings.js'
import { isPruned, sealedUntil } from './seal.js'

/** Where a stream ends, as far as the log has been read. */
export interface StreamEnd {
  readonly version: number
  readonly hash: string
  /** Up to which version its pruned events are known to be sealed. */
  readonly sealed: number
}

export const noEvents: StreamEnd = Object.freeze({ version: 0, hash: '', sealed: 0 })

/** Whether an event is the next one of its stream, and what was recorded: true for nearly all, and without a look at the others. */
export function follows(digest: Digest, end: StreamEnd, event: RecordedEvent): boolean {
  if (event.version !== end.version + 1) return false
  if (isPruned(event)) return event.version <= end.sealed
  return hasHash(digest, end.hash, event)
}

export const endAt = ({ version, hash }: RecordedEvent, { sealed }: StreamEnd): StreamEnd => ({
  version,
  hash,
  sealed,
})

/** Names what is wrong with an event that does not follow, by all the events of its stream. */
export function examine(
  digest: Digest,
  known: StreamEnd,
  event: RecordedEvent,
  stream: readonly RecordedEvent[],
): { readonly end: StreamEnd; readonly findings: readonly Finding[] } {
  const end = { ...known, sealed: sealedUntil(stream) }
  const { version, position } = event
  const findings: Finding[] = []
  const find = (kind: FindingKind, message: string) =>
    findings.push({ kind, message, stream: event.stream, version, position })

  if (!Number.isSafeInteger(version) || version < 1) {
    find('EVENT_CHANGED', 'its version is no number of an event')
    return { end, findings }
  }
  const twins = stream.filter((other) => other.version === version && other.position !== position)
  const isNext = version === end.version + 1
  const before = isNext ? end.hash : stream.find((other) => other.version === version - 1)?.hash

  if (version > end.version + 1) {
    const between = stream.filter((other) => other.version > end.version && other.version < version)
    const missing = version - end.version - 1 - new Set(between.map((other) => other.version)).size
    if (missing > 0)
      find('EVENT_MISSING', `${missing} events are missing before it, after version ${end.version}`)
  } else if (!isNext && twins.length > 0) {
    find('EVENT_INSERTED', 'its stream has another event of this version')
    return { end, findings }
  } else if (!isNext) {
    find('EVENTS_REORDERED', `it stands behind version ${end.version} of its stream`)
  }

  if (isPruned(event)) {
    if (version > end.sealed) find('EVENT_REMOVED', 'it was pruned, and no later event of its stream says so')
  } else if (before !== undefined && !hasHash(digest, before, event)) {
    if (isNext && twins.some((twin) => hasHash(digest, before, twin))) {
      find('EVENT_INSERTED', 'its stream has another event of this version, which has the right hash')
      return { end, findings }
    }
    find('EVENT_CHANGED', 'it, or what stood before it in its stream, is not what was recorded')
  }
  return { end: version > end.version ? endAt(event, end) : end, findings }
}

/** Where a stream ended before a position, from its events in any order. */
export function replay(digest: Digest, stream: readonly RecordedEvent[], position: number): StreamEnd {
  let end: StreamEnd = { ...noEvents, sealed: sealedUntil(stream) }
  const earlier = stream.filter((event) => event.position < position)
  for (const event of earlier.sort((a, b) => a.position - b.position)) {
    end = follows(digest, end, event) ? endAt(event, end) : examine(digest, end, event, stream).end
  }
  return end
}

function hasHash(digest: Digest, previous: string, event: RecordedEvent): boolean {
  return chainHash(digest, previous, event) === event.hash
}
