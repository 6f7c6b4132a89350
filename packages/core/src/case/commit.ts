import { chainHash } from '../event/chain.js'
import type { PendingEvent, RecordedEvent } from '../event/event.js'
import { deepFreeze } from '../freeze.js'
import { dueFacts, type InboxRow, inboxRow, inboxView } from '../inbox/row.js'
import type { Commit, Row, RowWrite, StreamWrite } from '../store/port.js'
import type { CaseChange, Stamp } from './change.js'
import type { Engine } from './engine.js'
import { type AnyRecord, fold } from './record.js'
import type { WiredKind } from './wire.js'

/** Changes made ready for the store: what to commit, and the cases as they will be. */
export interface Prepared {
  readonly commit: Commit
  readonly cases: readonly PreparedCase[]
}

export interface PreparedCase {
  readonly record: AnyRecord
  readonly row: InboxRow
}

/** Folds the changes and derives every row. Pure but for reading the rules and calendars. */
export function prepareCommit(
  engine: Engine,
  changes: readonly CaseChange[],
  stamp: Stamp,
  more: Omit<Commit, 'streams' | 'rows'> = {},
): Prepared {
  const streams: StreamWrite[] = []
  const rows: RowWrite[] = []
  const cases: PreparedCase[] = []
  for (let i = 0; i < changes.length; i++) {
    const change = changes[i] as CaseChange
    const { kind, record: before } = change
    const events = pendingEvents(engine, change, stamp)
    const record = fold(kind, before, events)
    streams.push({ stream: record.id, expectedVersion: before.version, events })
    cases.push({ record, row: pushRows(rows, engine, kind, record, before) })
  }
  return { commit: { streams, rows, ...more }, cases }
}

/** What follows a commit: the cases are kept at hand, and the listeners hear. */
export function settleCommit(engine: Engine, prepared: Prepared, events: readonly RecordedEvent[]): void {
  for (const { record, row } of prepared.cases) engine.workingSet.set(record, row)
  engine.hub.publish(events)
}

/** Stores changes in one atomic call. For core's own events, which carry no idempotency key. */
export async function commitChanges(
  engine: Engine,
  changes: readonly CaseChange[],
  stamp: Stamp,
  more?: Omit<Commit, 'streams' | 'rows'>,
): Promise<void> {
  const prepared = prepareCommit(engine, changes, stamp, more)
  const result = await engine.store.commit(prepared.commit)
  if ('events' in result) settleCommit(engine, prepared, result.events)
}

/** The rows of a case in every view, as they follow from its state, its rules and the calendar. */
export function rowsOf(engine: Engine, kind: WiredKind, record: AnyRecord): readonly RowWrite[] {
  const rows: RowWrite[] = []
  pushRows(rows, engine, kind, record)
  return rows
}

function pushRows(
  rows: RowWrite[],
  engine: Engine,
  kind: WiredKind,
  record: AnyRecord,
  before?: AnyRecord,
): InboxRow {
  const rules = kind.profile(record.rules)
  const notices = engine.notices()
  const earlier = before === undefined ? undefined : engine.workingSet.rowOf(before)
  const due =
    earlier !== undefined &&
    before?.clocks === record.clocks &&
    (earlier.notices === null || earlier.notices === notices)
      ? earlier
      : dueFacts(record.clocks, rules, engine.calendarOf(rules))
  const row = inboxRow(kind, record, due, notices, earlier?.openedAt)
  rows.push({ view: inboxView.name, key: record.id, row: row as unknown as Row })
  for (const view of kind.views) {
    rows.push({ view: view.name, key: record.id, row: deepFreeze(view.row(record)) })
  }
  return row
}

type Draft = { -readonly [Field in keyof PendingEvent]: PendingEvent[Field] }

function pendingEvents(
  { digest }: Engine,
  { record, events, rules }: CaseChange,
  { at, by }: Stamp,
): readonly PendingEvent[] {
  const stream = record.id
  let { hash } = record
  return events.map(({ type, data: given, digests }, index) => {
    const data = deepFreeze(given)
    const version = record.version + 1 + index
    const event: Draft = { type, data, stream, version, at, by, hash }
    if (version === 1 && rules !== undefined && rules !== '') event.rules = rules
    if (digests !== undefined) event.sealed = Object.freeze(digests)
    hash = chainHash(digest, hash, event)
    event.hash = hash
    return event
  })
}
