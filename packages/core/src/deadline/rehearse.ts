import type { Engine } from '../case/engine.js'
import { type AnyRecord, emptyRecord, fold, upcast } from '../case/record.js'
import type { WorkingCalendar } from '../clock/calendar.js'
import { compileCalendar } from '../clock/calendar.js'
import { type Due, dueOf } from '../clock/due.js'
import type { ClockRun } from '../clock/run.js'
import { type InboxRow, inboxView } from '../inbox/row.js'
import { checkRules } from '../rules/check.js'
import type { RuleProfile } from '../rules/profile.js'
import type { RowPlace } from '../store/port.js'

/** A deadline that other rules would have put elsewhere. */
export interface RehearsedDeadline {
  readonly id: string
  readonly kind: string
  readonly clock: string
  readonly unit: string
  /** The last day under the pinned rules, as a local date; undefined if that clock does not run there. */
  readonly before: string | undefined
  /** The last day under the rehearsed rules. */
  readonly after: string | undefined
}

const pageSize = 200

/** Replays every case that pins a profile under changed rules, and tells what would be due on another day. Stores nothing. */
export async function* rehearse(
  engine: Engine,
  changed: RuleProfile,
  pinned: string,
): AsyncGenerator<RehearsedDeadline, void, undefined> {
  checkRules(changed)
  const calendar = compileCalendar(changed.calendar)
  let after: RowPlace | undefined
  do {
    const page = await engine.store.find(inboxView.name, {
      sort: { field: 'openedAt' },
      ...(after === undefined ? {} : { after }),
      limit: pageSize,
    })
    for (const { key, row } of page.rows) {
      const kind = engine.kinds.get((row as unknown as InboxRow).kind)
      if (kind === undefined) continue
      const events = upcast(kind, await engine.store.read(key))
      const empty = emptyRecord(kind, key)
      const record = fold(kind, empty, events)
      if (record.rules !== pinned) continue
      const rules = kind.profile(pinned)
      const other = fold(kind, empty, events, () => changed)
      yield* differences(
        record,
        dues(record, rules, engine.calendarOf(rules)),
        dues(other, changed, calendar),
      )
    }
    after = page.next
  } while (after !== undefined)
}

interface RunDue {
  readonly run: ClockRun
  readonly due: Due | undefined
}

/** The due date of every run, by the name of its clock and how many of that name came before. */
function dues(record: AnyRecord, rules: RuleProfile, calendar: WorkingCalendar): ReadonlyMap<string, RunDue> {
  const found = new Map<string, RunDue>()
  const runs = new Map<string, number>()
  for (const run of record.clocks) {
    const count = runs.get(run.clock) ?? 0
    runs.set(run.clock, count + 1)
    const known = run.until !== undefined || rules.limits[run.clock] !== undefined
    found.set(`${run.clock} ${count}`, { run, due: known ? dueOf(run, rules, calendar) : undefined })
  }
  return found
}

function* differences(
  { id, kind }: AnyRecord,
  before: ReadonlyMap<string, RunDue>,
  after: ReadonlyMap<string, RunDue>,
): Generator<RehearsedDeadline> {
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [old, changed] = [before.get(key), after.get(key)]
    const run = changed?.run ?? old?.run
    const [a, b] = [old?.due?.date, changed?.due?.date]
    if (run !== undefined && a !== b)
      yield { id, kind, clock: run.clock, unit: run.unit, before: a, after: b }
  }
}
