import { actorRef, systemActor } from '../access/actor.js'
import { commitChanges, rowsOf } from '../case/commit.js'
import { instantText } from '../case/context.js'
import type { CoreCaseEvent } from '../case/core-event.js'
import { type Engine, mostAttempts } from '../case/engine.js'
import { loadFresh } from '../case/load.js'
import type { AnyRecord } from '../case/record.js'
import type { WiredKind } from '../case/wire.js'
import { signalsOf } from '../clock/due.js'
import { instantMs } from '../clock/local-date.js'
import { coreErrors, isPlatformError } from '../errors.js'
import { type InboxRow, inboxView } from '../inbox/row.js'
import type { RowPlace } from '../store/port.js'
import type { TickReport } from './deadlines.js'
import { rederiveRows } from './rederive.js'
import { runDue } from './run-due.js'

const pageSize = 200

/** Records what has come due by an instant, case by case. */
export async function tick(engine: Engine, now: string | undefined): Promise<TickReport> {
  const latest = engine.now()
  const instant = now === undefined ? latest : instantMs(now)
  if (instant > latest) {
    const issue = { path: 'now', code: 'too_big', message: "it lies after the platform's clock" }
    throw coreErrors.INPUT_INVALID({ what: 'deadlines.tick', issues: [issue] })
  }
  const { failed: behind } = await rederiveRows(engine)
  const failed = [...behind]
  let recorded = 0
  let after: RowPlace | undefined
  do {
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
    after = page.next
  } while (after !== undefined)
  return { recorded, failed }
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
    const { due } = runDue(run, rules, calendar)
    if (due === undefined) continue
    for (const { band, at } of signalsOf(run, rules, calendar)) {
      if (at > instant) continue
      const type = band === 'passed' ? 'core.deadline-passed' : 'core.deadline-approaching'
      events.push({ type, data: { clock: run.clock, unit: run.unit, band, due: due.at, date: due.date } })
    }
  }
  return events
}
