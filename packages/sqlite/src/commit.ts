import {
  type Commit,
  type CommitResult,
  coreErrors,
  isPlatformError,
  type PendingEvent,
  type RecordedEvent,
  type Row,
  type StoredRequest,
} from '@redress/core'
import type { Connection } from './connection.js'
import { fromKeyText, toKeyText } from './key-text.js'
import { readVersion } from './schema.js'
import type { View, Views } from './views.js'

/** A commit with its JSON written: what cannot be written as JSON is refused before it reaches a transaction. */
export interface WrittenCommit {
  readonly streams: readonly WrittenStream[]
  readonly rows: readonly {
    readonly view: string
    readonly key: string
    readonly row: Row | null
    readonly json: string
  }[]
  readonly request: Commit['request']
}

interface WrittenStream {
  readonly stream: string
  readonly expectedVersion: number
  readonly events: readonly { readonly event: PendingEvent; readonly data: string; readonly by: string }[]
}

/** What became of a commit: the answer, or the error that refuses it. */
export type Outcome = { readonly result: CommitResult } | { readonly refused: unknown }

export function writeOut({ streams, rows, request }: Commit): WrittenCommit {
  return {
    streams: streams.map(({ stream, expectedVersion, events }) => ({
      stream,
      expectedVersion,
      events: events.map((event) => ({ event, data: jsonOf(event.data), by: jsonOf(event.by) })),
    })),
    rows: rows.map(({ view, key, row }) => ({ view, key, row, json: jsonOf(row) })),
    request,
  }
}

export const jsonOf = (value: unknown): string => JSON.stringify(value) ?? 'null'

/**
 * Stores one commit inside a transaction that may hold others. Everything is checked before anything is written, so a commit that
 * is refused leaves nothing behind.
 */
export function apply(connection: Connection, views: Views, commit: WrittenCommit): Outcome {
  const { streams, rows, request } = commit
  const targets: View[] = []
  try {
    const repeated = request && recall(connection, request.key)
    if (repeated !== undefined) return { result: { repeated } }
    if (streams.length === 0) views.refresh()
    for (const { stream, expectedVersion: expected } of streams) {
      const { version: actual, ...meta } = readVersion(connection, toKeyText(stream))
      views.refresh(meta)
      if (actual !== expected) throw coreErrors.VERSION_CONFLICT({ stream, expected, actual })
    }
    for (const { view } of rows) targets.push(views.writable(view))
  } catch (error) {
    if (isPlatformError(error)) return { refused: error }
    throw error
  }

  const events: RecordedEvent[] = []
  for (const { stream, events: written } of streams) {
    const name = toKeyText(stream)
    for (const { event, data, by } of written) events.push(append(connection, name, event, data, by))
  }
  for (let n = 0; n < rows.length; n++) {
    const { key, row, json } = rows[n] as (typeof rows)[number]
    const { newest, ready } = targets[n] as View
    newest.set(key, row, json)
    if (ready !== undefined && ready !== newest) ready.set(key, row, json)
  }
  const first = streams[0]
  if (request !== undefined && first !== undefined) {
    connection.run(
      'insert into redress_requests (key, fingerprint, stream, version) values (?, ?, ?, ?)',
      toKeyText(request.key),
      toKeyText(request.fingerprint),
      toKeyText(first.stream),
      first.expectedVersion + first.events.length,
    )
  }
  return { result: { events } }
}

/** What a commit with this key did. */
export function recall(connection: Connection, key: string): StoredRequest | undefined {
  const found = connection.one<{ fingerprint: string; stream: string; version: number | bigint }>(
    'select fingerprint, stream, version from redress_requests where key = ?',
    toKeyText(key),
  )
  if (found === undefined) return undefined
  const { fingerprint, stream, version } = found
  return { fingerprint: fromKeyText(fingerprint), stream: fromKeyText(stream), version: Number(version) }
}

function append(
  connection: Connection,
  name: string,
  { type, data, stream, version, at, by, rules }: PendingEvent,
  dataJson: string,
  byJson: string,
): RecordedEvent {
  const { lastInsertRowid } = connection.run(
    'insert into redress_events (stream, version, type, data, at, by, rules) values (?, ?, ?, ?, ?, ?, ?)',
    name,
    version,
    type,
    dataJson,
    at,
    byJson,
    rules ?? null,
  )
  const event = { type, data, stream, version, position: Number(lastInsertRowid), at, by }
  return Object.freeze(rules === undefined ? event : { ...event, rules })
}
