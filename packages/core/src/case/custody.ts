import type { DomainEvent } from '../event/event.js'
import { wholeCase } from './sealed.js'

/** How the records of a case are kept: stage by stage to their end (个人信息保护法 Art. 47). */
export interface Custody {
  /** The retention class of the rule profile; `null` until one is assigned, and again when the case goes on. */
  readonly class: string | null
  /** The local date from which its periods count. */
  readonly from: string | null
  /** Stored and secured, and nothing else: no command, and no reading but for the purposes that the kind of case lets through. */
  readonly restricted: boolean
  /** The keys of the persons whose data is erased; `case` among them where everything is. */
  readonly erased: readonly string[]
  /** The content of its events is gone: the case is not found any more. */
  readonly pruned: boolean
}

/** Why records were restricted, freed or erased. A word, since a text could name somebody. */
export type CustodyGround =
  | 'retentionExpired'
  | 'personsRequest'
  | 'consentWithdrawn'
  | 'legalOrder'
  | 'securityIncident'
  | 'correction'

export type CustodyEvent =
  | DomainEvent<'core.retention-assigned', RetentionAssigned>
  | DomainEvent<'core.case-restricted', { readonly ground: CustodyGround }>
  | DomainEvent<'core.restriction-lifted', { readonly ground: CustodyGround }>
  | DomainEvent<'core.personal-data-erased', PersonalDataErased>
  | DomainEvent<'core.case-pruned', CasePruned>

export interface RetentionAssigned {
  readonly class: string
  readonly from: string
}

export interface PersonalDataErased {
  /** The keys of the persons, or `case` for everything. */
  readonly subjects: readonly string[]
  readonly ground: CustodyGround
}

/** The seal over events whose content is gone. */
export interface CasePruned {
  /** The last version that was pruned. */
  readonly until: number
  /** The hash of the event of that version, which stays. */
  readonly head: string
  readonly ground: CustodyGround
}

export const inUse: Custody = Object.freeze({
  class: null,
  from: null,
  restricted: false,
  erased: Object.freeze([]),
  pruned: false,
})

/** What an event does to the custody of its case. Frozen; the same object where it does nothing. */
export function custodyAfter(custody: Custody, event: DomainEvent): Custody {
  // Core's own events are written in these shapes and in no others.
  const { type, data } = event as CustodyEvent
  switch (type) {
    case 'core.retention-assigned':
      return Object.freeze({ ...custody, class: data.class, from: data.from })
    case 'core.case-restricted':
      return Object.freeze({ ...custody, restricted: true })
    case 'core.restriction-lifted':
      return Object.freeze({ ...custody, restricted: false })
    case 'core.personal-data-erased':
      return Object.freeze({ ...custody, erased: Object.freeze([...custody.erased, ...data.subjects]) })
    case 'core.case-pruned':
      return Object.freeze({ ...custody, pruned: true })
    default:
      return custody
  }
}

/** A case that goes on is no longer on its way out. */
export const custodyOfWork = (custody: Custody): Custody =>
  custody.class === null ? custody : Object.freeze({ ...custody, class: null, from: null })

export const isErased = ({ erased }: Custody): boolean => erased.includes(wholeCase)
