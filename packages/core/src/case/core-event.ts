import type { DomainEvent } from '../event/event.js'
import type { CustodyEvent } from './custody.js'

/** What core itself records in the history of a case. */
export type CoreCaseEvent =
  | DomainEvent<'core.deadline-approaching', DeadlineFact>
  | DomainEvent<'core.deadline-passed', DeadlineFact>
  | CustodyEvent

export interface DeadlineFact {
  readonly clock: string
  /** The unit that owes the act. */
  readonly unit: string
  /** The band that was entered, or `passed`. */
  readonly band: string
  /** The due instant it speaks of, in milliseconds since the epoch. */
  readonly due: number
  /** The last local day of the limit. */
  readonly date: string
}
