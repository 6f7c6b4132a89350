import type { ActorRef } from '../access/actor.js'

/** A fact that happened, named in the past tense: `petition.complaint-filed`. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly type: Type
  readonly data: Data
}

/** What the log adds to an event when it is stored. */
export interface EventRecord {
  /** The id of the case, or the name of one of core's own streams. */
  readonly stream: string
  /** 1 for the first event of the stream. */
  readonly version: number
  /** The place in the whole log; grows, with gaps. 0 in a history that is read by anybody but the system. */
  readonly position: number
  /** When it was recorded: ISO 8601, UTC, milliseconds. Never earlier than the event before it in the stream. */
  readonly at: string
  readonly by: ActorRef
  /** The rule profile that the case pins; only on the event that opens a case. */
  readonly rules?: string
  /** Digests of what was sealed in the vault beside this event, by the key of its subject. They tell nothing of it. */
  readonly sealed?: Readonly<Record<string, string>>
  /** SHA-256 over the hash before it in the stream and everything above but the position: base64url, 43 characters. */
  readonly hash: string
}

/** An event on its way into the log: decided, and without its place in the whole. */
export type PendingEvent<Event extends DomainEvent = DomainEvent> = Event & Omit<EventRecord, 'position'>

/** An event as it stands in the log. */
export type RecordedEvent<Event extends DomainEvent = DomainEvent> = Event & EventRecord
