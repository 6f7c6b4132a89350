import { type Commit, coreErrors, type RecordedEvent, type StreamWrite } from '@redress/core'
import { positionsPerTransaction } from './migrations.js'
import { storableJson, storableText } from './storable.js'

/** A commit as it goes into a batch: its JSON is written in the caller's turn, so that what cannot be written fails there. */
export interface WrittenCommit {
  readonly commit: Commit
  /** The streams with events; those without are guarded in another way. */
  readonly streams: readonly string[]
  readonly guarded: readonly StreamWrite[]
  readonly events: readonly string[]
  /** The rows by view, sorted by key: the last one of each key. */
  readonly rows: ReadonlyMap<string, readonly WrittenRow[]>
  /** The request, and the first stream with its version. */
  readonly request: string
  /** What no two commits of a batch may share. */
  readonly resources: readonly string[]
  readonly size: number
}

export interface WrittenRow {
  readonly key: string
  /** `null` removes it. */
  readonly json: string
}

/** The text behind `{"c":<the number of the commit>`. */
type Piece = Readonly<Record<string, unknown>>

export function writeCommit(commit: Commit): WrittenCommit {
  const { streams, rows, request } = commit
  const [first] = streams
  const written = {
    commit,
    streams: streams.flatMap(({ stream, expectedVersion, events }) =>
      events.length === 0 ? [] : [piece({ stream, expected: expectedVersion })],
    ),
    guarded: streams.filter(({ events }) => events.length === 0),
    // Numbered by the store, whatever the caller has written there.
    events: streams.flatMap(({ stream, events }) =>
      events.map(({ version, type, data, at, by, rules }) =>
        piece({ stream, version, type, data, at, by, rules }),
      ),
    ),
    rows: writeRows(commit),
    request: piece({
      key: request?.key,
      print: request?.fingerprint,
      stream: first?.stream,
      version: first === undefined ? undefined : first.expectedVersion + first.events.length,
    }),
    resources: [
      ...streams.map(({ stream }) => `stream ${stream}`),
      ...rows.map(({ view, key }) => `row ${view} ${key}`),
      ...(request === undefined ? [] : [`request ${request.key}`]),
    ],
  }
  if (written.events.length + written.guarded.length > positionsPerTransaction) {
    const reason = `a commit holds at most ${positionsPerTransaction} events`
    throw coreErrors.OPTIONS_INVALID({ what: 'store.commit', reason })
  }
  let size = 0
  for (const text of written.events) size += text.length
  for (const texts of written.rows.values()) for (const { json } of texts) size += json.length
  return { ...written, size }
}

/** The events of a commit as they stand in the log. */
export function recordedEvents({ streams }: Commit, firstPosition: number): readonly RecordedEvent[] {
  const recorded: RecordedEvent[] = []
  for (const { stream, events } of streams) {
    for (const { type, data, version, at, by, rules } of events) {
      const event = { type, data, stream, version, position: firstPosition + recorded.length, at, by }
      recorded.push(Object.freeze(rules === undefined ? event : { ...event, rules }))
    }
  }
  return recorded
}

function writeRows({ rows }: Commit): ReadonlyMap<string, readonly WrittenRow[]> {
  const views = new Map<string, Map<string, string>>()
  for (const { view, key, row } of rows) {
    let keys = views.get(view)
    if (keys === undefined) {
      keys = new Map()
      views.set(view, keys)
    }
    keys.set(storableText(key), storableJson(JSON.stringify(row)))
  }
  return new Map(
    [...views].map(([view, keys]) => [
      view,
      [...keys].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, json]) => ({ key, json })),
    ]),
  )
}

function piece(value: Piece): string {
  const rest = storableJson(JSON.stringify(value)).slice(1)
  return rest === '}' ? rest : `,${rest}`
}
