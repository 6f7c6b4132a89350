import type { Commit, PendingEvent, Row } from '@redress/core'

/** A commit with its JSON written: what cannot be written as JSON is refused before it reaches a transaction. */
export interface WrittenCommit {
  readonly streams: readonly WrittenStream[]
  readonly rows: readonly WrittenRow[]
  readonly request: Commit['request']
}

export interface WrittenStream {
  readonly stream: string
  readonly expectedVersion: number
  readonly events: readonly WrittenEvent[]
}

export interface WrittenEvent {
  readonly event: PendingEvent
  readonly data: string
  readonly by: string
}

export interface WrittenRow {
  readonly view: string
  readonly key: string
  readonly row: Row | null
  readonly json: string
}

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
