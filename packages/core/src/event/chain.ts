import type { ActorRef } from '../access/actor.js'
import type { PendingEvent } from './event.js'

/** SHA-256 of a text in UTF-8, as base64url without padding: 43 characters. */
export type Digest = (text: string) => string

/** An event that is ready but for its link to the one before it. */
export type UnchainedEvent = Omit<PendingEvent, 'hash'>

/**
 * The hash of an event: over the hash of the event before it in its stream (empty for the first one) and everything that the log keeps
 * of it but its position, which no commit knows.
 *
 * The text is that of a JSON list, `[previous, stream, version, type, at, by, rules, sealed, data]`, written piece by piece: the
 * actor is the same for many events, and the whole at once takes twice as long.
 */
export function chainHash(digest: Digest, previous: string, event: UnchainedEvent): string {
  const { stream, version, type, at, by, rules, sealed, data } = event
  const rest = `${rules === undefined ? 'null' : JSON.stringify(rules)},${sealed === undefined ? 'null' : JSON.stringify(sealed)}`
  return digest(
    `["${previous}",${quoted(stream)},${JSON.stringify(version)},${quoted(type)},${quoted(at)},${actorText(by)},${rest},${JSON.stringify(data) ?? 'null'}]`,
  )
}

/** As JSON writes it; what needs no escaping is most often known at a glance. In a forged log a text can be anything. */
const quoted = (text: string): string =>
  typeof text === 'string' && /^[\w./:-]*$/.test(text) ? `"${text}"` : (JSON.stringify(text) ?? 'null')

const actorTexts = new WeakMap<ActorRef, string>()

/** Kept for the frozen ones that the platform makes; what was read from a database comes once. */
function actorText(by: ActorRef): string {
  if (typeof by !== 'object' || by === null || !Object.isFrozen(by)) return JSON.stringify(by) ?? 'null'
  let text = actorTexts.get(by)
  if (text === undefined) {
    text = JSON.stringify(by)
    actorTexts.set(by, text)
  }
  return text
}
