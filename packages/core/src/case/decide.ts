import { type Actor, actorRef } from '../access/actor.js'
import { dateText } from '../clock/local-date.js'
import { coreErrors } from '../errors.js'
import { selectRules } from '../rules/select.js'
import { askCommand, askNamed } from './ask.js'
import type { CaseChange, Stamp } from './change.js'
import { contextFor, instantFor, instantText } from './context.js'
import type { Engine } from './engine.js'
import { type AnyRecord, emptyRecord } from './record.js'
import type { WiredCommand, WiredKind } from './wire.js'

/** One call of a command, after its input was parsed. */
export interface Call {
  readonly kind: WiredKind
  readonly command: WiredCommand
  readonly input: unknown
  readonly actor: Actor
  /** The other case that the command names: its id, and what there is under it. */
  readonly named?: { readonly id: string; readonly record: AnyRecord | undefined } | undefined
}

/** What a command does, before it is sealed and stored. */
export interface Decided {
  readonly changes: readonly CaseChange[]
  readonly stamp: Stamp
}

/**
 * Asks and decides: the middle of the flow, in which nothing waits. Returns what happens, or undefined if the command changes
 * nothing; throws what refuses it.
 */
export function decide(
  engine: Engine,
  { kind, command, input, actor, named }: Call,
  record: AnyRecord,
  expectedVersion?: number,
): Decided | undefined {
  const instant = instantFor(engine, record)
  const rules = record.version === 0 ? chooseRules(engine, kind, input, instant) : record.rules
  const context = contextFor(engine, kind, record, actor, instant, rules, named?.record)
  askCommand(kind, command, record, context)
  // Only now: the version of a case is not for those who may not even know of it.
  if (expectedVersion !== undefined && expectedVersion !== record.version)
    throw coreErrors.VERSION_CONFLICT({
      stream: record.id,
      expected: expectedVersion,
      actual: record.version,
    })
  if (named !== undefined) askNamed(kind, named.id, named.record, actor, context.directory)

  const decision = command.decide(record.state, input, context)
  const events = 'events' in decision ? decision.events : decision
  if (events.length === 0) return undefined
  const changes: CaseChange[] = [{ kind, record, events, rules }]
  if ('opens' in decision) {
    for (const { id, events: first } of decision.opens) {
      changes.push({ kind, record: emptyRecord(kind, id), events: first, rules })
    }
  }
  return { changes, stamp: { at: instantText(instant), by: actorRef(actor) } }
}

/** The profile that a new case pins. */
function chooseRules(engine: Engine, kind: WiredKind, input: unknown, instant: number): string {
  const first = kind.rules[0]
  if (first === undefined) return ''
  const today = dateText(engine.calendarOf(first).dayOf(instant))
  if (kind.chooseRules === undefined) return selectRules(kind.rules, today).id
  return kind.chooseRules(input, { today, directory: engine.directory() })
}
