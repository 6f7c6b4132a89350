import type { PendingEvent } from './event.js'

/** SHA-256 of a text in UTF-8, as base64url without padding: 43 characters. */
export type Digest = (text: string) => string

/** An event that is ready but for its link to the one before it. */
export type UnchainedEvent = Omit<PendingEvent, 'hash'>

/**
 * The hash of an event: over the hash of the event before it in its stream (empty for the first one) and everything that the log keeps
 * of it but its position, which no commit knows.
 */
export function chainHash(digest: Digest, previous: string, event: UnchainedEvent): string {
  const { stream, version, type, at, by, rules, sealed, data } = event
  return digest(
    JSON.stringify([previous, stream, version, type, at, by, rules ?? null, sealed ?? null, data]),
  )
}
