import type { WorkingCalendar } from '../clock/calendar.js'
import type { Digest } from '../event/chain.js'
import type { EventHub } from '../event/hub.js'
import type { IdSource } from '../id.js'
import type { Directory } from '../organization/directory.js'
import type { RuleProfile } from '../rules/profile.js'
import type { Store } from '../store/port.js'
import type { Vault } from '../vault/vault.js'
import type { Turns } from './turns.js'
import type { WiredKind } from './wire.js'
import type { WorkingSet } from './working-set.js'

/** What core's own parts share: one per platform. */
export interface Engine {
  readonly store: Store
  readonly hub: EventHub
  readonly ids: IdSource
  readonly workingSet: WorkingSet
  readonly turns: Turns
  /** Every installed kind of case, by name. */
  readonly kinds: ReadonlyMap<string, WiredKind>
  /** Resolves when the store is prepared and the organisation and calendars are loaded; undefined when they are. */
  ready(): Promise<void> | undefined
  /** Milliseconds since the epoch. */
  now(): number
  /** Where personal data goes; there when `ready` has resolved, if any kind of case has some. */
  readonly vault: Vault | undefined
  /** SHA-256 as fast as this runtime has it; there when `ready` has resolved. */
  readonly digest: Digest
  /** The organisation of today. */
  directory(): Directory
  /** The calendar of a profile, with everything announced so far. */
  calendarOf(rules: RuleProfile): WorkingCalendar
  /** The names of the views that are building. */
  building(): Promise<readonly string[]>
  /** How many holiday notices the calendars have taken in. */
  notices(): number
}

/** How often a command is decided again after another process was faster. */
export const mostAttempts = 10
