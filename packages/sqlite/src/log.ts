import type { PendingEvent, RecordedEvent } from '@redress/core'
import type { Connection } from './connection.js'
import type { SqliteValue } from './database.js'
import { fromKeyText, toKeyText } from './key-text.js'
import type { Meta } from './schema.js'
import type { WrittenEvent } from './written-commit.js'

interface EventRecord {
  readonly position: number | bigint
  readonly stream: string
  readonly version: number | bigint
  readonly type: string
  readonly data: string
  readonly at: string
  readonly by: string
  readonly rules: string | null
  readonly sealed: string | null
  readonly hash: string
}

const columns = 'position, stream, version, type, data, at, by, rules, sealed, hash'

export function readStream(connection: Connection, stream: string, after: number): readonly RecordedEvent[] {
  const sql = `select ${columns} from redress_events where stream = ? and version > ? order by version`
  return connection.all<EventRecord>(sql, toKeyText(stream), after).map(toEvent)
}

export function readLog(connection: Connection, after: number, limit: number): readonly RecordedEvent[] {
  const sql = `select ${columns} from redress_events where position > ? order by position limit ?`
  return connection.all<EventRecord>(sql, after, limit).map(toEvent)
}

/** SQLite has one writer at a time, so whatever is seen of the log is decided up to there. */
export function headOf(connection: Connection): number {
  const found = connection.one<{ readonly head: number | bigint | null }>(
    'select max(position) as head from redress_events',
  )
  return Number(found?.head ?? 0)
}

/** Writes an event of a stream, whose name is as it is stored. */
export function appendEvent(connection: Connection, stream: string, event: WrittenEvent): RecordedEvent {
  const { lastInsertRowid } = connection.run(
    `insert into redress_events (version, stream, type, data, at, by, rules, sealed, hash)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    event.event.version,
    ...valuesOf(stream, event),
  )
  return recorded(event.event, Number(lastInsertRowid))
}

/**
 * The same where the stream has this version and nothing else has changed; if not, it writes nothing. A version that is null is
 * ignored like one that is there already. As an `insert … select` it would cost a temporary table.
 */
export function appendExpected(
  connection: Connection,
  stream: string,
  event: WrittenEvent,
  expected: number,
  { schema, views }: Meta,
): RecordedEvent | undefined {
  const { changes, lastInsertRowid } = connection.run(
    `insert or ignore into redress_events (version, stream, type, data, at, by, rules, sealed, hash) values (
      case when (select schema = ? and views = ? from redress_meta where id = 1)
        and coalesce((select max(version) from redress_events where stream = ?), 0) = ? then ? end, ?, ?, ?, ?, ?, ?, ?, ?)`,
    schema,
    views,
    stream,
    expected,
    event.event.version,
    ...valuesOf(stream, event),
  )
  return Number(changes) === 0 ? undefined : recorded(event.event, Number(lastInsertRowid))
}

/** Leaves only the places of the events of a stream up to a version. */
export function pruneStream(connection: Connection, stream: string, until: number): void {
  connection.run(
    `update redress_events set type = 'core.pruned', data = 'null', by = '{"kind":"system"}', rules = null
      where stream = ? and version <= ? and type <> 'core.pruned'`,
    stream,
    until,
  )
}

function valuesOf(stream: string, { event, data, by, sealed }: WrittenEvent): SqliteValue[] {
  return [stream, event.type, data, event.at, by, event.rules ?? null, sealed, event.hash]
}

function recorded(
  { type, data, stream, version, at, by, rules, sealed, hash }: PendingEvent,
  position: number,
): RecordedEvent {
  return Object.freeze(withOptional({ type, data, stream, version, position, at, by, hash }, rules, sealed))
}

function toEvent(found: EventRecord): RecordedEvent {
  const { type, stream, at, rules, sealed, hash } = found
  const event = {
    type,
    data: JSON.parse(found.data) as unknown,
    stream: fromKeyText(stream),
    version: Number(found.version),
    position: Number(found.position),
    at,
    by: JSON.parse(found.by) as RecordedEvent['by'],
    hash,
  }
  const digests = sealed === null ? undefined : (JSON.parse(sealed) as RecordedEvent['sealed'])
  return withOptional(event, rules ?? undefined, digests)
}

function withOptional(
  event: RecordedEvent,
  rules: string | undefined,
  sealed: RecordedEvent['sealed'],
): RecordedEvent {
  if (rules === undefined) return sealed === undefined ? event : { ...event, sealed }
  return sealed === undefined ? { ...event, rules } : { ...event, rules, sealed }
}
