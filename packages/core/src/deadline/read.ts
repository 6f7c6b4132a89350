import type { Actor } from '../access/actor.js'
import { requireStanding } from '../access/rules.js'
import { askRead } from '../case/ask.js'
import { instantText } from '../case/context.js'
import type { Engine } from '../case/engine.js'
import { loadFresh } from '../case/load.js'
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
  const [kind, record] = await readable(engine, id, actor)
  return record.clocks.map((run) => deadlineOf(engine, kind, record, run))
}

/** Why a clock of a case ends when it ends. */
export async function explainClock(
  engine: Engine,
  id: string,
  clock: string,
  actor: Actor,
): Promise<DueExplanation> {
  const [kind, record] = await readable(engine, id, actor)
  const run = record.clocks.findLast((one) => one.clock === clock)
  if (run === undefined) throw coreErrors.CLOCK_UNKNOWN({ clock: shown(clock), id })
  const rules = kind.profile(record.rules)
  return explainDue(run, rules, engine.calendarOf(rules))
}

async function readable(engine: Engine, id: string, actor: Actor): Promise<readonly [WiredKind, AnyRecord]> {
  await engine.ready()
  requireStanding(actor, engine.directory())
  const kind = await kindOf(engine, id)
  const record = await loadFresh(engine, kind, id)
  // Of whatever kind: the answer to an id that does not exist names none either.
  askRead({ ...kind, kind: 'case' }, id, kind.parties(record.state), actor, engine.directory())
  return [kind, record]
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
