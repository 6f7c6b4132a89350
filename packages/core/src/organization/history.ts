import type { OrganizationEvent, OrganizationEventData } from './events.js'
import { evolve } from './evolve.js'
import type { Facts, FactsDraft } from './facts.js'

/** The organisation's events, folded. It only grows: a reader who stops at a version keeps the same picture. */
export interface OrganizationHistory extends Facts {
  /** The version of the last event. */
  readonly version: number
  /** The version of the last event about units, rather than posts or responsibilities. */
  readonly unitVersion: number
  /** Takes in the next event. One that it already has, or does not know, changes nothing. */
  apply(event: HistoryEvent): void
}

/** An event as the stream holds it. */
export interface HistoryEvent {
  readonly type: string
  readonly data: unknown
  readonly version: number
}

export function createHistory(): OrganizationHistory {
  const facts: FactsDraft = {
    units: new Map(),
    below: new Map(),
    posts: new Map(),
    unitsOf: new Map(),
    responsibilities: new Map(),
  }
  let version = 0
  let unitVersion = 0

  return {
    ...facts,
    get version() {
      return version
    },
    get unitVersion() {
      return unitVersion
    },
    apply(event) {
      if (event.version <= version) return
      version = event.version
      if (!isOrganizationEvent(event)) return
      if (event.type.startsWith('core.unit')) unitVersion = version
      fold(facts, event, version)
    },
  }
}

/** A stream written by a later version of the library may hold events that this one does not know. */
function isOrganizationEvent(event: HistoryEvent): event is HistoryEvent & OrganizationEvent {
  return Object.hasOwn(evolve, event.type)
}

function fold<Type extends keyof OrganizationEventData>(
  facts: FactsDraft,
  event: { readonly type: Type; readonly data: OrganizationEventData[Type] },
  version: number,
): void {
  evolve[event.type](facts, event.data, version)
}
