import { type Actor, actorRef, checkActor, systemActor } from '../access/actor.js'
import { notSystem } from '../access/rules.js'
import { dueOf, signalsOf } from '../clock/due.js'
import type { DueExplanation } from '../clock/explain.js'
import type { Limit } from '../clock/limit.js'
import { instantMs } from '../clock/local-date.js'
import { coreErrors, isPlatformError } from '../errors.js'
import type { RuleProfile } from '../rules/profile.js'
import { askRead } from './ask.js'
import { commitChanges, rowsOf } from './commit.js'
import { instantText } from './context.js'
import type { CoreCaseEvent } from './core-event.js'
import { type Engine, mostAttempts } from './engine.js'
import { type InboxRow, inboxView } from './inbox-row.js'
import { loadFresh } from './load.js'
import type { AnyRecord } from './record.js'
import { type RehearsedDeadline, rehearse } from './rehearse.js'
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
   * @param now ISO 8601; default: the platform's clock
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
  readonly state: 'running' | 'paused' | 'stopped'
  /** The first instant after the limit, ISO 8601; undefined while paused and while the year's holidays are unknown. */
  readonly dueAt: string | undefined
  /** The last day of the limit, as a local date. */
  readonly dueOn: string | undefined
  /** The year whose holidays are not announced yet. */
  readonly provisional: number | undefined
  /** Whether an agency is late: always false for a petitioner's window. */
  readonly overdue: boolean
}

export interface TickReport {
  /** How many deadline events were recorded. */
  readonly recorded: number
  /** The cases that could not be looked at, and why. */
  readonly failed: readonly { readonly id: string; readonly error: unknown }[]
}

const pageSize = 200

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
      return record.clocks.map((_, index) => deadlineOf(engine, kind, record, index))
    },

    async explain(id, clock, by) {
      const [kind, record] = await readable(id, by)
      const run = record.clocks.findLast((one) => one.clock === clock)
      if (run === undefined) throw coreErrors.CLOCK_UNKNOWN({ clock: String(clock).slice(0, 64), id })
      const rules = kind.profile(record.rules)
      // Loaded when the first explanation is asked for: much text, and no part of a command.
      const { explainDue } = await import('../clock/explain.js')
      return explainDue(run, rules, engine.calendarOf(rules))
    },

    async *rehearse(rules, by, pinned = rules.id) {
      if (checkActor(by).kind !== 'system') {
        throw coreErrors.COMMAND_NOT_ALLOWED({ command: 'deadlines.rehearse', reasons: [notSystem] })
      }
      await engine.ready()
      yield* rehearse(engine, rules, pinned)
    },

    async tick(now) {
      await engine.ready()
      const instant = now === undefined ? engine.now() : instantMs(now)
      const failed: { id: string; error: unknown }[] = []
      let recorded = 0
      // A case whose turn is over gets a later signal or none, so each page starts at the front; the failed ones are passed over.
      let after: { value: number | null; key: string } | undefined
      for (;;) {
        const page = await engine.store.find(inboxView.name, {
          range: { field: 'signalAt', below: instant + 1 },
          sort: { field: 'signalAt' },
          ...(after === undefined ? {} : { after }),
          limit: pageSize,
        })
        for (const { key, row } of page.rows) {
          try {
            recorded += await signal(engine, key, (row as unknown as InboxRow).kind, instant)
          } catch (error) {
            failed.push({ id: key, error })
          }
        }
        if (page.next === undefined) return { recorded, failed }
        after = page.next
      }
    },
  }
}

/** Records what is due on one case, in its own turn. Two processes at once: one of them loses the version and looks again. */
function signal(engine: Engine, id: string, kindName: string, instant: number): Promise<number> {
  const kind = engine.kinds.get(kindName)
  if (kind === undefined)
    throw coreErrors.KIND_INVALID({ kind: kindName, reason: 'no installed plugin defines it' })
  return engine.turns.take(id, async () => {
    for (let attempt = 1; ; attempt++) {
      const record = await loadFresh(engine, kind, id)
      const events = dueEvents(engine, kind, record, instant)
      try {
        if (events.length === 0) {
          // The row promised a signal that the case does not have: mend the row.
          await engine.store.commit({
            streams: [{ stream: id, expectedVersion: record.version, events: [] }],
            rows: rowsOf(engine, kind, record),
          })
          return 0
        }
        const at = instantText(Math.max(instant, instantMs(record.updatedAt)))
        await commitChanges(engine, [{ kind, record, events }], { at, by: actorRef(systemActor) })
        return events.length
      } catch (error) {
        const lost = isPlatformError(error) && error.code === 'VERSION_CONFLICT'
        if (!lost || attempt >= mostAttempts) throw error
      }
    }
  })
}

function dueEvents(
  engine: Engine,
  kind: WiredKind,
  record: AnyRecord,
  instant: number,
): readonly CoreCaseEvent[] {
  const rules = kind.profile(record.rules)
  const calendar = engine.calendarOf(rules)
  const events: CoreCaseEvent[] = []
  for (const run of record.clocks) {
    if (run.stoppedAt !== undefined) continue
    const due = dueOf(run, rules, calendar)
    if (due === undefined) continue
    for (const { band, at } of signalsOf(run, rules, calendar)) {
      if (at > instant) continue
      const type = band === 'passed' ? 'core.deadline-passed' : 'core.deadline-approaching'
      events.push({ type, data: { clock: run.clock, unit: run.unit, band, due: due.at, date: due.date } })
    }
  }
  return events
}

function deadlineOf(engine: Engine, kind: WiredKind, record: AnyRecord, index: number): CaseDeadline {
  const run = record.clocks[index] as AnyRecord['clocks'][number]
  const rules = kind.profile(record.rules)
  const limit = rules.limits[run.clock]
  const stopped = run.stoppedAt !== undefined
  const base = { clock: run.clock, unit: run.unit, limit }
  const unknown = { dueAt: undefined, dueOn: undefined, provisional: undefined, overdue: false }
  try {
    const due = dueOf(run, rules, engine.calendarOf(rules))
    if (due === undefined) return { ...base, ...unknown, state: stopped ? 'stopped' : 'paused' }
    return {
      ...base,
      state: stopped ? 'stopped' : 'running',
      dueAt: instantText(due.at),
      dueOn: due.date,
      provisional: due.provisional,
      overdue: !stopped && limit?.nature !== 'right' && due.at <= engine.now(),
    }
  } catch (error) {
    if (!isPlatformError(error) || error.code !== 'CALENDAR_NOT_COVERED') throw error
    const year = Number((error.details as { date: string }).date.slice(0, 4))
    return { ...base, ...unknown, provisional: year, state: stopped ? 'stopped' : 'running' }
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
  throw coreErrors.CASE_NOT_FOUND({ kind: 'case', id: String(id).slice(0, 64) })
}
