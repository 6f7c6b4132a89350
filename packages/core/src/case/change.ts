import type { ActorRef } from '../access/actor.js'
import type { DomainEvent } from '../event/event.js'
import type { AnyRecord } from './record.js'
import type { Sealed } from './sealed.js'
import type { WiredKind } from './wire.js'

/** New events of one case, decided on `record`. */
export interface CaseChange {
  readonly kind: WiredKind
  readonly record: AnyRecord
  readonly events: readonly ChangeEvent[]
  /** The profile that the case pins; only for a case that opens. */
  readonly rules?: string
}

/** An event with what it keeps apart; and once that is sealed, with the digests of it. */
export interface ChangeEvent extends DomainEvent {
  readonly sealed?: Sealed
  readonly digests?: Readonly<Record<string, string>>
}

export interface Stamp {
  readonly at: string
  readonly by: ActorRef
}
