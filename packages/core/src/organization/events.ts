import type { DomainEvent } from '../event/event.js'
import type { Post, Responsibility, Unit } from './unit.js'

/** What the organisation's stream records, by the type of the event. */
export interface OrganizationEventData {
  readonly 'core.units-opened': UnitsOpened
  readonly 'core.unit-renamed': UnitRenamed
  readonly 'core.unit-moved': UnitMoved
  readonly 'core.units-merged': UnitsMerged
  readonly 'core.unit-split': UnitSplit
  readonly 'core.unit-closed': UnitClosed
  readonly 'core.person-appointed': PersonAppointed
  readonly 'core.person-dismissed': PersonDismissed
  readonly 'core.responsibility-assigned': ResponsibilityAssigned
  readonly 'core.responsibility-revoked': ResponsibilityRevoked
}

/** A change of the organisation. It takes effect on a day of its own, which may differ from the day of recording. */
export type OrganizationEvent = {
  readonly [Type in keyof OrganizationEventData]: DomainEvent<Type, OrganizationEventData[Type]>
}[keyof OrganizationEventData]

/** A change of a unit. */
interface UnitEvent {
  /** The first day on which it holds, as a local date. */
  readonly on: string
  /** The decision it rests on. */
  readonly source?: string
}

export interface UnitsOpened {
  /** In the order in which lists show them; a parent may stand after its children. */
  readonly units: readonly Unit[]
}

export interface UnitRenamed extends UnitEvent {
  readonly unit: string
  readonly name: string
  readonly nameEn?: string
  readonly code?: string
}

export interface UnitMoved extends UnitEvent {
  readonly unit: string
  /** The new parent; `null` for none, absent if it stays. */
  readonly parent?: string | null
  /** The new superior department; `null` for none, absent if it stays. */
  readonly superior?: string | null
}

/** The units end and `into` goes on. Units that stood below them moved in the same commit. */
export interface UnitsMerged extends UnitEvent {
  readonly from: readonly string[]
  readonly into: string
}

/** The unit ends and its work goes to several. */
export interface UnitSplit extends UnitEvent {
  readonly unit: string
  readonly into: readonly string[]
}

export interface UnitClosed extends UnitEvent {
  readonly unit: string
  readonly successor?: string
}

export interface PersonAppointed {
  readonly post: Post
}

export interface PersonDismissed {
  readonly unit: string
  readonly person: string
  /** The first day without the post, as a local date. */
  readonly on: string
}

export interface ResponsibilityAssigned {
  readonly responsibility: Responsibility
}

export interface ResponsibilityRevoked {
  readonly matter: string
  readonly area: string
  /** The first day without the row, as a local date. */
  readonly on: string
}
