import type { CellWrite, Commit, PendingEvent, Row, StreamPrune } from '@redress/core'

/** A commit with its JSON written: what cannot be written as JSON is refused before it reaches a transaction. */
export interface WrittenCommit {
  readonly streams: readonly WrittenStream[]
  readonly rows: readonly WrittenRow[]
  readonly cells: readonly WrittenCell[]
  readonly prune: readonly StreamPrune[]
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
  readonly sealed: string | null
}

export interface WrittenRow {
  readonly view: string
  readonly key: string
  readonly row: Row | null
  readonly json: string
}

export interface WrittenCell {
  readonly name: string
  /** `undefined` removes it. */
  readonly json: string | undefined
}

export function writeOut({ streams, rows, cells = [], prune = [], request }: Commit): WrittenCommit {
  return {
    streams: streams.map(({ stream, expectedVersion, events }) => ({
      stream,
      expectedVersion,
      events: events.map((event) => ({
        event,
        data: jsonOf(event.data),
        by: jsonOf(event.by),
        sealed: event.sealed === undefined ? null : jsonOf(event.sealed),
      })),
    })),
    rows: rows.map(({ view, key, row }) => ({ view, key, row, json: jsonOf(row) })),
    cells: writeCells(cells),
    prune: prune.map(({ stream, until }) => {
      const before = streams.find((write) => write.stream === stream)?.expectedVersion ?? 0
      return { stream, until: Math.min(until, before) }
    }),
    request,
  }
}

/** The last write of each cell. */
function writeCells(cells: readonly CellWrite[]): readonly WrittenCell[] {
  const last = new Map<string, string | undefined>()
  for (const { name, value } of cells) last.set(name, value === undefined ? undefined : jsonOf(value))
  return [...last].map(([name, json]) => ({ name, json }))
}

export const jsonOf = (value: unknown): string => JSON.stringify(value) ?? 'null'
