import { type Actor, checkActor } from '../access/actor.js'
import { notSystem } from '../access/rules.js'
import type { DueExplanation } from '../clock/explain.js'
import type { Limit } from '../clock/limit.js'
import { dateText, dayIn, instantMs } from '../clock/local-date.js'
import type { ClockRun } from '../clock/run.js'
import { coreErrors, shown } from '../errors.js'
import type { RuleProfile } from '../rules/profile.js'
import { askRead } from './ask.js'
import { instantText } from './context.js'
import type { Engine } from './engine.js'
import { loadFresh } from './load.js'
import type { AnyRecord } from './record.js'
import type { RehearsedDeadline } from './rehearse.js'
import { runDue } from './run-due.js'
import type { WiredKind } from './wire.js'

/** The time limits of every case. */
export interface Deadlines {
  /** The clocks of a case, in the order they were started. @throws CASE_NOT_FOUND, READ_NOT_ALLOWED */
  of(id: string, by: Actor): Promise<readonly CaseDeadline[]>
  /**
   * Why a clock ends when it ends: start, rule and article, each day counted or skipped, extensions, roll-forward. Speaks of the
   * last run of a clock that ran more than once. @throws CASE_NOT_FOUND, READ_NOT_ALLOWED, CLOCK_UNKNOWN
   */
  explain(id: string, clock: string, by: Actor): Promise<DueExplanation>
  /**
   * Records each deadline that is approaching or has passed, once, in the history of its case. Call it as often as you like and
   * from as many processes as you like. A case that fails is reported and does not stop the others.
   *
   * @param now ISO 8601, never after the platform's clock: what has not come due yet is not recorded. Default: the platform's clock
   * @throws DATE_INVALID, INPUT_INVALID
   */
  tick(now?: string): Promise<TickReport>
  /**
   * Tries changed rules on the cases there are: replays each case that pins a profile under other rules and yields every deadline
   * that would fall on another day. Stores nothing. Only for the system.
   *
   * @param rules the changed profile
   * @param pinned the id of the profile that the cases pin; default: that of `rules`
   * @throws ACTOR_INVALID, COMMAND_NOT_ALLOWED, RULES_INVALID
   * @example
   * ```ts
   * for await (const moved of platform.deadlines.rehearse(draft, system)) console.log(moved.id, moved.before, moved.after)
   * ```
   */
  rehearse(rules: RuleProfile, by: Actor, pinned?: string): AsyncIterable<RehearsedDeadline>
}

export interface CaseDeadline {
  readonly clock: string
  /** The unit that owes the act. */
  readonly unit: string
  readonly limit: Limit | undefined
  /** A right whose window has closed unused has `lapsed`. */
  readonly state: 'running' | 'paused' | 'stopped' | 'lapsed'
  /** The first instant after the limit, ISO 8601; undefined while paused and while the year's holidays are unknown. */
  readonly dueAt: string | undefined
  /** The last day of the limit, as a local date. */
  readonly dueOn: string | undefined
  /** The year whose holidays are not announced yet. */
  readonly provisional: number | undefined
  /** When the act was done, as it was recorded: a local date or an instant. */
  readonly stoppedAt: string | undefined
  /** Whether a duty is not done and past its end. Always false for a right. */
  readonly overdue: boolean
  /** Whether a duty was or is late: done after its last day, or overdue. Always false for a right. */
  readonly late: boolean
}

export interface TickReport {
  /** How many deadline events were recorded. */
  readonly recorded: number
  /** The cases that could not be looked at, and why. */
  readonly failed: readonly FailedCase[]
}

/** A case that could not be brought up to date. */
export interface FailedCase {
  readonly id: string
  readonly error: unknown
}

export function createDeadlines(engine: Engine): Deadlines {
  const readable = async (id: string, by: Actor): Promise<readonly [WiredKind, AnyRecord]> => {
    const actor = checkActor(by)
    await engine.ready()
    const kind = await kindOf(engine, id)
    const record = await loadFresh(engine, kind, id)
    askRead(kind, id, kind.parties(record.state), actor, engine.directory())
    return [kind, record]
  }

  return {
    async of(id, by) {
      const [kind, record] = await readable(id, by)
      return record.clocks.map((run) => deadlineOf(engine, kind, record, run))
    },

    async explain(id, clock, by) {
      const [kind, record] = await readable(id, by)
      const run = record.clocks.findLast((one) => one.clock === clock)
      if (run === undefined) throw coreErrors.CLOCK_UNKNOWN({ clock: shown(clock), id })
      const rules = kind.profile(record.rules)
      // Here and below: loaded when first asked for, since no command needs it.
      const { explainDue } = await import('../clock/explain.js')
      return explainDue(run, rules, engine.calendarOf(rules))
    },

    async *rehearse(rules, by, pinned = rules?.id) {
      if (checkActor(by).kind !== 'system') {
        throw coreErrors.COMMAND_NOT_ALLOWED({ command: 'deadlines.rehearse', reasons: [notSystem] })
      }
      await engine.ready()
      const { rehearse } = await import('./rehearse.js')
      yield* rehearse(engine, rules, pinned)
    },

    async tick(now) {
      await engine.ready()
      const latest = engine.now()
      const instant = now === undefined ? latest : instantMs(now)
      if (instant > latest) {
        const issue = { path: 'now', code: 'too_big', message: "it lies after the platform's clock" }
        throw coreErrors.INPUT_INVALID({ what: 'deadlines.tick', issues: [issue] })
      }
      const { tick } = await import('./tick.js')
      return await tick(engine, instant)
    },
  }
}

function deadlineOf(engine: Engine, kind: WiredKind, record: AnyRecord, run: ClockRun): CaseDeadline {
  const rules = kind.profile(record.rules)
  const calendar = engine.calendarOf(rules)
  const limit = rules.limits[run.clock]
  const { due, unknownYear } = runDue(run, rules, calendar)
  const { clock, unit, stoppedAt } = run
  const past = due !== undefined && due.at <= engine.now()
  const isRight = limit?.nature === 'right'
  const overdue = stoppedAt === undefined && past && !isRight
  const stoppedLate =
    stoppedAt !== undefined && due !== undefined && dateText(dayIn(stoppedAt, calendar)) > due.date
  const paused = due === undefined && unknownYear === undefined
  return {
    clock,
    unit,
    limit,
    state: stoppedAt !== undefined ? 'stopped' : paused ? 'paused' : isRight && past ? 'lapsed' : 'running',
    dueAt: due === undefined ? undefined : instantText(due.at),
    dueOn: due?.date,
    provisional: due?.provisional ?? unknownYear,
    stoppedAt,
    overdue,
    late: overdue || (stoppedLate && !isRight),
  }
}

/** The kind of any case, from the event that opened it. */
async function kindOf(engine: Engine, id: string): Promise<WiredKind> {
  const known = engine.workingSet.get(id)
  const byName = known === undefined ? undefined : engine.kinds.get(known.kind)
  if (byName !== undefined) return byName
  const events = typeof id === 'string' && id.length <= 64 ? await engine.store.read(id) : []
  const first = events[0]
  for (const kind of engine.kinds.values())
    if (first !== undefined && kind.evolve.has(first.type)) return kind
  throw coreErrors.CASE_NOT_FOUND({ kind: 'case', id: shown(id) })
}
