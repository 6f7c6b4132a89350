import type { Actor } from '../access/actor.js'
import type { Reason } from '../access/reason.js'
import type { RecordedEvent } from '../event/event.js'
import type { CoreCaseEvent } from './core-event.js'
import type { CaseRecord, CaseTypes } from './kind.js'

/** What a caller may ask for with any command. */
export interface CommandOptions {
  /** Refuse with VERSION_CONFLICT unless the case is at this version. */
  readonly expectedVersion?: number | undefined
  /** Makes the command safe to repeat: a second one with the same key changes nothing and returns the first result. */
  readonly idempotencyKey?: string | undefined
}

/** Whether one command will work now for one actor, and if not, why. */
export interface Action<Command extends string = string> {
  readonly command: Command
  readonly allowed: boolean
  readonly reasons: readonly Reason[]
}

/** A case as its reader may see it. */
export type CaseSnapshot<State> = CaseRecord<State>

/** A case that was opened, and what its caller alone is told. */
export type OpenedSnapshot<Types extends CaseTypes> = CaseSnapshot<Types['state']> &
  (Types extends { readonly receipt: infer Receipt } ? { readonly receipt: Receipt } : unknown)

/** One method per command. The opening command takes no id. */
export type CaseCommands<Types extends CaseTypes> = {
  readonly [Command in keyof Types['commands'] as Extract<Command, Types['opening']>]: (
    input: Types['commands'][Command],
    by: Actor,
    options?: CommandOptions,
  ) => Promise<OpenedSnapshot<Types>>
} & {
  readonly [Command in keyof Types['commands'] as Exclude<Command, Types['opening']>]: (
    id: string,
    input: Types['commands'][Command],
    by: Actor,
    options?: CommandOptions,
  ) => Promise<CaseSnapshot<Types['state']>>
}

/** Reading one kind of case. */
export interface CaseReads<Types extends CaseTypes> {
  /** The case as it stands. @throws CASE_NOT_FOUND, READ_NOT_ALLOWED */
  get(id: string, by: Actor): Promise<CaseSnapshot<Types['state']>>
  /** Every command: allowed, or the reasons why not. The same verdicts guard the commands. @throws CASE_NOT_FOUND, READ_NOT_ALLOWED */
  actions(id: string, by: Actor): Promise<readonly Action<keyof Types['commands'] & string>[]>
  /** The events of the case in order, without what the reader may not see. @throws CASE_NOT_FOUND, READ_NOT_ALLOWED */
  history(id: string, by: Actor): Promise<readonly RecordedEvent<Types['event'] | CoreCaseEvent>[]>
}

/**
 * What every kind of case offers: one method per command, and reading. Name it with an interface of its own:
 * `interface ComplaintApi extends CaseApi<ComplaintTypes> {}`.
 */
export type CaseApi<Types extends CaseTypes> = CaseCommands<Types> & CaseReads<Types>
