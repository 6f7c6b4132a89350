import type { ActorRef } from '../access/actor.js'
import type { DomainEvent, PendingEvent, RecordedEvent } from '../event/event.js'
import { deepFreeze } from '../freeze.js'
import type { Commit, RowWrite, StreamWrite } from '../store/port.js'
import type { Engine } from './engine.js'
import { inboxRow, inboxView } from './inbox-row.js'
import { type AnyRecord, fold } from './record.js'
import type { WiredKind } from './wire.js'

/** New events of one case, decided on `record`. */
export interface CaseChange {
  readonly kind: WiredKind
  readonly record: AnyRecord
  readonly events: readonly DomainEvent[]
  /** The profile that the case pins; only for a case that opens. */
  readonly rules?: string
}

export interface Stamp {
  readonly at: string
  readonly by: ActorRef
}

/** Changes made ready for the store: what to commit, and the cases as they will be. */
export interface Prepared {
  readonly commit: Commit
  readonly records: readonly AnyRecord[]
}

/** Folds the changes and derives every row. Pure but for reading the rules and calendars. */
export function prepareCommit(
  engine: Engine,
  changes: readonly CaseChange[],
  stamp: Stamp,
  request?: Commit['request'],
): Prepared {
  const streams: StreamWrite[] = []
  const rows: RowWrite[] = []
  const records: AnyRecord[] = []
  for (const change of changes) {
    const { kind, record } = change
    const events = pendingEvents(change, stamp)
    const next = fold(kind, record, events)
    streams.push({ stream: record.id, expectedVersion: record.version, events })
    pushRows(rows, engine, kind, next)
    records.push(next)
  }
  return { commit: request === undefined ? { streams, rows } : { streams, rows, request }, records }
}

/** What follows a commit: the cases are kept at hand, and the listeners hear. */
export function settleCommit(engine: Engine, prepared: Prepared, events: readonly RecordedEvent[]): void {
  for (const record of prepared.records) engine.workingSet.set(record)
  engine.hub.publish(events)
}

/** Stores changes in one atomic call. For core's own events, which carry no idempotency key. */
export async function commitChanges(
  engine: Engine,
  changes: readonly CaseChange[],
  stamp: Stamp,
): Promise<void> {
  const prepared = prepareCommit(engine, changes, stamp)
  const result = await engine.store.commit(prepared.commit)
  if ('events' in result) settleCommit(engine, prepared, result.events)
}

/** The rows of a case in every view, as they follow from its state, its rules and the calendar. */
export function rowsOf(engine: Engine, kind: WiredKind, record: AnyRecord): readonly RowWrite[] {
  const rows: RowWrite[] = []
  pushRows(rows, engine, kind, record)
  return rows
}

function pushRows(rows: RowWrite[], engine: Engine, kind: WiredKind, record: AnyRecord): void {
  const rules = kind.profile(record.rules)
  const row = inboxRow(kind, record, rules, engine.calendarOf(rules), engine.notices())
  rows.push({ view: inboxView.name, key: record.id, row })
  for (const view of kind.views) {
    rows.push({ view: view.name, key: record.id, row: deepFreeze(view.row(record)) })
  }
}

function pendingEvents({ record, events, rules }: CaseChange, { at, by }: Stamp): readonly PendingEvent[] {
  const stream = record.id
  const pending: PendingEvent[] = []
  let { version } = record
  for (const event of events) {
    const { type } = event
    const data = deepFreeze(event.data)
    version++
    pending.push(
      version === 1 && rules !== undefined && rules !== ''
        ? { type, data, stream, version, at, by, rules }
        : { type, data, stream, version, at, by },
    )
  }
  return pending
}
