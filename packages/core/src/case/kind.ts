import type { Actor } from '../access/actor.js'
import type { CaseParties } from '../access/parties.js'
import type { Reason } from '../access/reason.js'
import type { AccessRule } from '../access/rules.js'
import type { WorkingCalendar } from '../clock/calendar.js'
import type { Due } from '../clock/due.js'
import type { ClockEffect, ClockRun } from '../clock/run.js'
import type { Digest } from '../event/chain.js'
import type { DomainEvent, PendingEvent, RecordedEvent } from '../event/event.js'
import type { Directory } from '../organization/directory.js'
import type { PersonalRules } from '../personal/rules.js'
import type { RuleProfile } from '../rules/profile.js'
import type { Row, ViewIndex } from '../store/port.js'
import type { CaseTally } from '../tally/tally.js'
import type { Custody } from './custody.js'
import type { InputSchema } from './input.js'
import type { Sealed } from './sealed.js'

/**
 * The types of one kind of case, gathered under one name, so that everything else takes one type parameter.
 *
 * @example
 * ```ts
 * interface PermitTypes extends CaseTypes {
 *   state: Permit
 *   commands: PermitCommands
 *   event: PermitEvent
 *   opening: 'apply'
 * }
 * ```
 */
export interface CaseTypes {
  /** What the events fold to. `status` is the main road; everything beside it is a field of its own. */
  readonly state: { readonly status: string }
  /** The input of each command, by its name. */
  readonly commands: object
  readonly event: DomainEvent
  /** The command that opens a case. */
  readonly opening: string
  /** What the rule profiles of this kind carry beside limits. */
  readonly policy: object
  /** What the command that opens a case tells its caller alone, such as `{ queryCode: string }`. */
  readonly receipt?: object
}

/** A case as it stands: its state, and what core keeps about every case. Frozen. */
export interface CaseRecord<State = unknown> {
  readonly id: string
  readonly kind: string
  /** How many events it has. */
  readonly version: number
  /** The hash of its last event: a receipt that quotes it can be held against the log later. */
  readonly hash: string
  /** How its records are kept. */
  readonly custody: Custody
  readonly state: State
  /** The id of the rule profile in force when it was received; empty for a kind without rules. */
  readonly rules: string
  readonly clocks: readonly ClockRun[]
  /** When its first event was recorded, ISO 8601. */
  readonly openedAt: string
  /** When its last event was recorded, ISO 8601. */
  readonly updatedAt: string
}

/** Everything a decision may know beside the state and the input. No clock, no randomness and no I/O stand behind it. */
export interface DecideContext<Policy extends object = object, State = unknown> {
  /** The id of the case. */
  readonly id: string
  /** The instant of the command, ISO 8601; never before the last event of the case. */
  readonly at: string
  /** The local date of that instant in the zone of the rules. */
  readonly today: string
  readonly by: Actor
  /** The pinned profile. */
  readonly rules: RuleProfile<Policy>
  readonly calendar: WorkingCalendar
  /** The organisation of today. */
  readonly directory: Directory
  readonly clocks: readonly ClockRun[]
  /** When a clock of this case runs out; undefined if it is paused or the case has no such clock. */
  readonly due: (clock: string) => Due | undefined
  /** The other case that the command names, if its kind says that it names one: see {@link CaseKind.names}. */
  readonly named: CaseRecord<State> | undefined
  /** A new id, for another case that the decision opens. */
  readonly newId: () => string
  /** A new unguessable code of 16 characters, for people to type. */
  readonly newCode: () => string
  /** SHA-256 of a text, base64url: an event keeps the digest of a secret, never the secret. */
  readonly digest: Digest
}

/** Events for the case itself and, if a decision opens more cases of the same kind, theirs; all are stored or none. */
export type Decision<Event extends DomainEvent> =
  | readonly Decided<Event>[]
  | { readonly events: readonly Decided<Event>[]; readonly opens: readonly OpenedCase<Event>[] }

/** An event, and beside it what it keeps apart: names, texts, secrets. */
export type Decided<Event extends DomainEvent> = Event & { readonly sealed?: Sealed }

export interface OpenedCase<Event extends DomainEvent> {
  readonly id: string
  readonly events: readonly Decided<Event>[]
}

/** One small pure function for each command: what happens, or an error of the plugin's catalogue. */
export type DecideTable<Types extends CaseTypes> = {
  readonly [Command in keyof Types['commands']]: (
    state: Types['state'],
    input: Types['commands'][Command],
    context: DecideContext<Types['policy'], Types['state']>,
  ) => Decision<Types['event']>
}

/**
 * One small pure function for each event: the fields of the state that change. It never throws and never checks, since the event
 * has happened; core puts the fields onto the state.
 */
export type EvolveTable<Types extends CaseTypes> = {
  readonly [Event in Types['event'] as Event['type']]: (
    state: Types['state'],
    data: Event['data'],
    event: PendingEvent<Event>,
  ) => Partial<Types['state']>
}

/**
 * Which command is allowed in which status, and the statuses it can lead to; an empty list means that the status stays.
 * It guards every command, answers `actions`, and draws the diagram.
 */
export type Lifecycle<Types extends CaseTypes> = {
  readonly [Status in Types['state']['status']]: {
    readonly [Command in keyof Types['commands']]?: readonly Types['state']['status'][]
  }
}

/** What an event does to the clocks of its case; `state` is the state after the event. */
export type ClockTable<Types extends CaseTypes> = {
  readonly [Event in Types['event'] as Event['type']]?: (
    event: PendingEvent<Event>,
    state: Types['state'],
    rules: RuleProfile<Types['policy']>,
  ) => readonly ClockEffect[]
}

/** A reason beside the status why a command cannot be done now, whatever its input. Shown on the button. */
export type Guard<Types extends CaseTypes> = (
  state: Types['state'],
  context: DecideContext<Types['policy'], Types['state']>,
) => Reason | undefined

/** What the inbox shows of a case. Never personal data, never the content of an accusation. */
export interface InboxFacts {
  /** The number that people quote, if it has one. */
  readonly number: string | undefined
  readonly title: string
  /** Whether anybody still owes an act. */
  readonly open: boolean
  /** Free facts to filter by, such as `{ channel: 'online' }`. */
  readonly facets: Readonly<Record<string, string>>
  /** Hidden keys that find the case by an exact match and are never shown, such as `{ queryCode }`. */
  readonly lookups?: Readonly<Record<string, string>>
}

/** A further read model of one kind: one row per case, written in the same commit as the events. */
export interface CaseView<State> {
  readonly name: string
  /** Raised when `row` changes. */
  readonly version: number
  readonly indexes: readonly ViewIndex[]
  /** The row of a case, or `null` for none. Pure. */
  row(record: CaseRecord<State>): Row | null
}

/** How a reader stands to a case: decides what is shown. */
export type Viewer = 'petitioner' | 'officer' | 'system'

/** One kind of case as data plus tables of small pure functions. */
export interface CaseKind<Types extends CaseTypes> {
  /** The plugin's id and the kind, such as `petition.complaint`. */
  readonly kind: string
  readonly initial: Types['state']
  /**
   * A new object with every field of a state. Default: a spread, which costs a microsecond where a state has forty fields; a
   * literal that names each field costs a twentieth of that.
   */
  readonly copy?: (state: Types['state']) => Types['state']
  readonly opening: Types['opening']
  readonly lifecycle: Lifecycle<Types>
  readonly inputs: { readonly [Command in keyof Types['commands']]: InputSchema<Types['commands'][Command]> }
  /** Who may give each command. */
  readonly access: { readonly [Command in keyof Types['commands']]: AccessRule }
  /** Who may read. Default: one's own matter, and the work of one's unit and of those below it. */
  readonly read?: AccessRule
  readonly guards?: { readonly [Command in keyof Types['commands']]?: Guard<Types> }
  /**
   * The id of another case of the same kind that a command names, such as the one it is merged into. The decision sees that case,
   * also one which the actor may not read; one that accuses anybody exists only for who may read it.
   */
  readonly names?: {
    readonly [Command in keyof Types['commands']]?: (input: Types['commands'][Command]) => string | undefined
  }
  readonly decide: DecideTable<Types>
  readonly evolve: EvolveTable<Types>
  readonly clocks?: ClockTable<Types>
  /** The profiles that a case of this kind can pin. Empty: the kind has no limits. */
  readonly rules: readonly RuleProfile<Types['policy']>[]
  /** Which profile a new case pins. Default: the verified one in force on the local date of the opening. */
  readonly chooseRules?: (
    input: Types['commands'][Types['opening'] & keyof Types['commands']],
    context: { readonly today: string; readonly directory: Directory },
  ) => string
  readonly parties: (state: Types['state']) => CaseParties
  readonly inbox: (state: Types['state']) => InboxFacts
  /** Who may see the personal data of a case, for what, and how much of it. Needed where a decision seals any. */
  readonly personal?: PersonalRules<Types['state']>
  readonly views?: readonly CaseView<Types['state']>[]
  /** What a case adds to the statistics of its kind. Default: nothing. */
  readonly tally?: CaseTally<Types['state'], Types['policy']>
  /** The fields that a reader gets to see otherwise, such as `{ code: '' }`; undefined if none. Default: none. */
  readonly present?: (state: Types['state'], viewer: Viewer) => Partial<Types['state']> | undefined
  /** What a reader gets to see of an event in the history; undefined for nothing. Default: all of it. */
  readonly presentEvent?: (
    event: RecordedEvent<Types['event']>,
    viewer: Viewer,
  ) => RecordedEvent<Types['event']> | undefined
  /** Brings the data of an event stored by an older version to today's shape. */
  readonly upcast?: { readonly [Event in Types['event'] as Event['type']]?: (data: unknown) => Event['data'] }
}

/** Checks a kind against its types and returns it. */
export function defineKind<Types extends CaseTypes>(kind: CaseKind<Types>): CaseKind<Types> {
  return kind
}
