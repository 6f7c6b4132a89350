import type { Actor } from '../access/actor.js'
import type { DomainEvent, RecordedEvent } from '../event/event.js'

/** Durable subscribers: each hears every event at least once, in order per case, also after a crash of its process. */
export interface Subscriptions<in Event extends DomainEvent> {
  /**
   * Starts a subscriber in this process. Of all processes that add the same name one is active; another takes over when it stops
   * or falls silent.
   *
   * @throws SUBSCRIPTION_INVALID
   * @example
   * ```ts
   * const mail = await platform.subscriptions.add({
   *   name: 'mail',
   *   types: ['petition.complaint-answered'],
   *   handle: (event) => sendMail(event.stream),
   * })
   * await mail.stop()
   * ```
   */
  add<Type extends Event['type']>(
    definition: SubscriptionDefinition<Extract<Event, { readonly type: Type }>> & {
      readonly types: readonly Type[]
    },
  ): Promise<Subscription>
  /** The same for every event, also of plugins that are installed later: their types are not known here. */
  add(definition: SubscriptionDefinition<DomainEvent> & { readonly types?: undefined }): Promise<Subscription>
}

export interface SubscriptionDefinition<Event extends DomainEvent> {
  /** Its checkpoint stands under this name, so it stays the same over restarts and releases: 1 to 100 characters. */
  readonly name: string
  /**
   * Where a subscription that never ran begins: with the first event, after the last one, or after a position. Later it goes on from
   * its checkpoint. Default: `start`.
   */
  readonly from?: 'start' | 'now' | number | undefined
  /** At least one. Left out: every type. */
  readonly types?: readonly Event['type'][] | undefined
  /**
   * For whom the events are: only those of cases that this actor may read when they are delivered, and as it may see them. Left out:
   * the host itself, which hears everything.
   */
  readonly reader?: Actor | undefined
  /** Takes one event. It is done when the promise resolves; what it throws is tried again. It may come twice: make it idempotent. */
  readonly handle: (event: RecordedEvent<Event>, delivery: Delivery) => unknown
  /** How often an event is tried before it goes to the dead letters. Default: 6. */
  readonly attempts?: number | undefined
  /** Milliseconds before the second attempt; doubled before each further one, up to a minute. Default: 250. */
  readonly retryAfter?: number | undefined
  /** How many cases are served at once; the events of one case always come one after the other. Default: 8. */
  readonly concurrency?: number | undefined
  /** How many events are read at once; a crash repeats at most these. Default: 100. */
  readonly batch?: number | undefined
  /** Milliseconds between two looks at the log when nothing wakes the subscriber. Default: 1,000. */
  readonly pollEvery?: number | undefined
  /** Milliseconds of silence after which another process takes over. Default: 15,000. */
  readonly leaseFor?: number | undefined
  /** Hears of failed attempts and of troubles with the store. */
  readonly onError?: ((error: unknown, event: RecordedEvent<Event> | undefined) => unknown) | undefined
}

/** The host's own `AbortSignal`; only `aborted` where its types know none. */
export type StopSignal = typeof globalThis extends {
  readonly AbortSignal: { readonly prototype: infer Signal }
}
  ? Signal
  : { readonly aborted: boolean }

/** What a handler gets to know beside the event. */
export interface Delivery {
  /** 1 for the first attempt. */
  readonly attempt: number
  /** Aborted when another process has taken over: what is still under way counts for nothing here. */
  readonly signal: StopSignal
  /** Grows with every take-over. A receiver that remembers the greatest one refuses a process that was taken for dead. */
  readonly fence: number
}

/** A subscriber in this process. */
export interface Subscription {
  readonly name: string
  /**
   * Lets what is under way end, keeps the checkpoint and lets another process take over at once. It waits for the handlers, so a
   * handler must neither wait for it nor wait for ever.
   */
  stop(): Promise<void>
  status(): Promise<SubscriptionStatus>
  /** Events that failed too often, and the later ones of the same cases, which wait behind them; oldest first. At most 200. */
  deadLetters(): Promise<readonly DeadLetter[]>
  /**
   * Delivers dead letters again, in order; of one case or of all. A case whose letter fails again keeps the rest of its letters. Let
   * one process at a time do it: two of them may deliver a letter twice.
   *
   * @param stream the id of the case
   */
  replay(stream?: string): Promise<ReplayReport>
}

export interface SubscriptionStatus {
  /** Whether this process is the active one. */
  readonly active: boolean
  /** The place of the last event that is done with, in any process; 0 before the first. */
  readonly position: number
  /** The place of the last event of the log. */
  readonly head: number
}

export interface DeadLetter {
  readonly position: number
  readonly stream: string
  readonly type: string
  /** What the last attempt threw, cut to 200 characters; or that it waits behind an earlier letter of its case. */
  readonly error: string
  /** 0 for one that waits. */
  readonly attempts: number
  /** When it was put there, ISO 8601. */
  readonly at: string
}

export interface ReplayReport {
  readonly delivered: number
  readonly failed: number
}
