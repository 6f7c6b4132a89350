import { type Actor, checkActor } from '../access/actor.js'
import { notSystem } from '../access/rules.js'
import type { Engine } from '../case/engine.js'
import type { DueExplanation } from '../clock/explain.js'
import type { Limit } from '../clock/limit.js'
import { coreErrors } from '../errors.js'
import type { RuleProfile } from '../rules/profile.js'
import type { RehearsedDeadline } from './rehearse.js'

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
  // Each part is loaded when it is first asked for: no command needs it.
  return {
    async of(id, by) {
      const actor = checkActor(by)
      const { deadlinesOf } = await import('./read.js')
      return await deadlinesOf(engine, id, actor)
    },

    async explain(id, clock, by) {
      const actor = checkActor(by)
      const { explainClock } = await import('./read.js')
      return await explainClock(engine, id, clock, actor)
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
      const { tick } = await import('./tick.js')
      return await tick(engine, now)
    },
  }
}
