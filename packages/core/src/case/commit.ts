import type { ActorRef } from '../access/actor.js'
import type { DomainEvent, PendingEvent, RecordedEvent } from '../event/event.js'
import { deepFreeze } from '../freeze.js'
import type { Commit, RowWrite, StoredRequest, StreamWrite } from '../store/port.js'
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

export type Committed =
  | { readonly records: readonly AnyRecord[]; readonly events: readonly RecordedEvent[] }
  | { readonly repeated: StoredRequest }

/** Folds the changes, stores events and rows in one atomic call, and tells the listeners. */
export async function commitChanges(
  engine: Engine,
  changes: readonly CaseChange[],
  stamp: Stamp,
  request?: Commit['request'],
): Promise<Committed> {
  const streams: StreamWrite[] = []
  const rows: RowWrite[] = []
  const records: AnyRecord[] = []
  for (const { kind, record, events, rules } of changes) {
    const pending = events.map((event, index) => {
      const version = record.version + 1 + index
      const { type } = event
      const data = deepFreeze(event.data)
      const { at, by } = stamp
      return version === 1 && rules !== undefined && rules !== ''
        ? { type, data, stream: record.id, version, at, by, rules }
        : { type, data, stream: record.id, version, at, by }
    }) satisfies PendingEvent[]
    const next = fold(kind, record, pending, (id) => engine.rulesOf(kind, id))
    streams.push({ stream: record.id, expectedVersion: record.version, events: pending })
    rows.push(...rowsOf(engine, kind, next))
    records.push(next)
  }

  const result = await engine.store.commit(
    request === undefined ? { streams, rows } : { streams, rows, request },
  )
  if ('repeated' in result) return result
  for (const record of records) engine.workingSet.set(record)
  engine.hub.publish(result.events)
  return { records, events: result.events }
}

/** The rows of a case in every view, as they follow from its state, its rules and the calendar. */
export function rowsOf(engine: Engine, kind: WiredKind, record: AnyRecord): RowWrite[] {
  const rules = engine.rulesOf(kind, record.rules)
  const row = inboxRow(kind, record, rules, engine.calendarOf(rules))
  const rows: RowWrite[] = [{ view: inboxView.name, key: record.id, row }]
  for (const view of kind.views)
    rows.push({ view: view.name, key: record.id, row: deepFreeze(view.row(record)) })
  return rows
}
