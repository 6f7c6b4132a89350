import type { RecordedEvent } from '@redress/core'
import type { Connection } from './connection.js'
import { fromKeyText, toKeyText } from './key-text.js'

interface EventRecord {
  readonly position: number | bigint
  readonly stream: string
  readonly version: number | bigint
  readonly type: string
  readonly data: string
  readonly at: string
  readonly by: string
  readonly rules: string | null
}

const columns = 'position, stream, version, type, data, at, by, rules'

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

function toEvent(found: EventRecord): RecordedEvent {
  const { type, stream, at, rules } = found
  const event = {
    type,
    data: JSON.parse(found.data) as unknown,
    stream: fromKeyText(stream),
    version: Number(found.version),
    position: Number(found.position),
    at,
    by: JSON.parse(found.by) as RecordedEvent['by'],
  }
  return rules === null ? event : { ...event, rules }
}
