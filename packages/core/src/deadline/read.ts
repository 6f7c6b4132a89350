import type { Actor } from '../access/actor.js'
import { readableCase } from '../case/any-case.js'
import { instantText } from '../case/context.js'
import type { Engine } from '../case/engine.js'
import type { AnyRecord } from '../case/record.js'
import type { WiredKind } from '../case/wire.js'
import { type DueExplanation, explainDue } from '../clock/explain.js'
import { dateText, dayIn } from '../clock/local-date.js'
import type { ClockRun } from '../clock/run.js'
import { coreErrors, shown } from '../errors.js'
import type { CaseDeadline } from './deadlines.js'
import { runDue } from './run-due.js'

/** The clocks of a case. */
export async function deadlinesOf(
  engine: Engine,
  id: string,
  actor: Actor,
): Promise<readonly CaseDeadline[]> {
  const [kind, record] = await readableCase(engine, id, actor)
  return record.clocks.map((run) => deadlineOf(engine, kind, record, run))
}

/** Why a clock of a case ends when it ends. */
export async function explainClock(
  engine: Engine,
  id: string,
  clock: string,
  actor: Actor,
): Promise<DueExplanation> {
  const [kind, record] = await readableCase(engine, id, actor)
  const run = record.clocks.findLast((one) => one.clock === clock)
  if (run === undefined) throw coreErrors.CLOCK_UNKNOWN({ clock: shown(clock), id })
  const rules = kind.profile(record.rules)
  return explainDue(run, rules, engine.calendarOf(rules))
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
