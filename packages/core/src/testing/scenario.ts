import { type Actor, actorRef, systemActor } from '../access/actor.js'
import { askCommand } from '../case/ask.js'
import { contextFor, instantText } from '../case/context.js'
import type { Engine } from '../case/engine.js'
import { parseInput } from '../case/input.js'
import type { CaseKind, CaseRecord, CaseTypes } from '../case/kind.js'
import { type AnyRecord, emptyRecord, fold } from '../case/record.js'
import { type WiredCommand, wire } from '../case/wire.js'
import { compileCalendar } from '../clock/calendar.js'
import { instantMs } from '../clock/local-date.js'
import { coreErrors, isPlatformError, type PlatformError } from '../errors.js'
import type { DomainEvent, PendingEvent } from '../event/event.js'
import { nobleDigest } from '../event/noble-digest.js'
import { createIdSource } from '../id.js'
import type { Directory } from '../organization/directory.js'
import { countedRandom } from './test-platform.js'

export interface ScenarioOptions {
  /** The instant of the command, ISO 8601. */
  readonly at?: string
  /** The id of the pinned profile. Default: the first of the kind. */
  readonly rules?: string
  /** Default: an organisation in which every unit is unknown. */
  readonly directory?: Directory
}

/** A kind of case, without a platform: events that happened, a command, and what it decides. */
export interface Scenario<Types extends CaseTypes> {
  given(events: readonly Types['event'][]): ScenarioGiven<Types>
}

export interface ScenarioGiven<Types extends CaseTypes> {
  /** The case after the given events. */
  readonly record: CaseRecord<Types['state']>
  when<Command extends keyof Types['commands'] & string>(
    command: Command,
    input: Types['commands'][Command],
    by?: Actor,
  ): ScenarioResult<Types>
}

/** What a command decided: events, or the error that refused it. */
export interface ScenarioResult<Types extends CaseTypes> {
  readonly events: readonly Types['event'][]
  readonly error: PlatformError | undefined
  /** The case after the decided events. */
  readonly record: CaseRecord<Types['state']>
}

/**
 * Tries a kind of case without any I/O.
 *
 * @example
 * ```ts
 * const outcome = scenario(permitKind).given([applied]).when('grant', { until: '2027-01-01' }, officer)
 * expect(outcome.events).toEqual([{ type: 'permit.granted', data: { until: '2027-01-01' } }])
 * ```
 */
export function scenario<Types extends CaseTypes>(
  kind: CaseKind<Types>,
  options: ScenarioOptions = {},
): Scenario<Types> {
  const wired = wire(kind)
  const now = instantMs(options.at ?? '2024-01-02T02:00:00.000Z')
  const ids = createIdSource(countedRandom())
  const rules = options.rules ?? wired.rules[0]?.id ?? ''
  const engine: Pick<Engine, 'calendarOf' | 'digest' | 'directory' | 'ids'> = {
    calendarOf: (profile) => compileCalendar(profile.calendar),
    directory: () => options.directory ?? emptyDirectory,
    digest: nobleDigest,
    ids,
  }
  const stamp = { at: instantText(now), by: actorRef(systemActor) }
  const record = emptyRecord(wired, ids.newId(now))
  const pend = (events: readonly DomainEvent[], from: number): PendingEvent[] =>
    events.map((event, index) => {
      const version = from + 1 + index
      return {
        ...event,
        ...stamp,
        stream: record.id,
        hash: '',
        version,
        ...(version === 1 && rules !== '' ? { rules } : {}),
      }
    })

  return {
    given(events) {
      const before = fold(wired, record, pend(events, 0))
      return {
        record: before,
        when(name, input, by = systemActor) {
          const result = (decided: readonly DomainEvent[], error?: PlatformError): ScenarioResult<Types> => ({
            events: decided,
            error,
            record: fold(wired, before, pend(decided, before.version)),
          })
          try {
            return result(decide(name, input, by, before))
          } catch (error) {
            if (isPlatformError(error)) return result([], error)
            throw error
          }
        },
      }
    },
  }

  function decide(name: string, input: unknown, by: Actor, before: AnyRecord): readonly DomainEvent[] {
    const command = wired.commands.get(name) as WiredCommand
    const parsed = parseInput(command.label, command.schema, input)
    const context = contextFor(engine, wired, before, by, now, before.version === 0 ? rules : before.rules)
    askCommand(wired, command, before, context)
    const decision = command.decide(before.state, parsed, context)
    return 'events' in decision ? decision.events : decision
  }
}

const emptyDirectory: Directory = {
  on: '0001-01-01',
  size: 0,
  roots: () => [],
  ofType: () => [],
  unit: () => undefined,
  knows: () => false,
  get: (unit) => {
    throw coreErrors.UNIT_UNKNOWN({ unit, on: '0001-01-01' })
  },
  byCode: () => undefined,
  children: () => [],
  subtree: (id) => [id],
  isWithin: (id, ancestor) => id === ancestor,
  isSuperior: () => false,
  reportingChain: () => [],
  nextHigher: () => [],
  commonSuperior: () => undefined,
  successors: () => [],
  predecessors: () => [],
  responsibleFor: () => undefined,
  posts: () => [],
  postsOf: () => [],
  unitsSince: () => [],
}
