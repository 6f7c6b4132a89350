import { type CellWrite, type Commit, coreErrors, type RecordedEvent, type StreamWrite } from '@redress/core'
import { positionsPerTransaction } from './migrations.js'
import { withOptional } from './recorded-event.js'
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
  /** The cells sorted by name: the last write of each. */
  readonly cells: readonly WrittenCell[]
  readonly prune: readonly string[]
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

export interface WrittenCell {
  readonly name: string
  /** `undefined` removes it. */
  readonly json: string | undefined
}

/** The text behind `{"c":<the number of the commit>`. */
type Piece = Readonly<Record<string, unknown>>

export function writeCommit(commit: Commit): WrittenCommit {
  const { streams, rows, cells = [], prune = [], request } = commit
  const [first] = streams
  const written = {
    commit,
    streams: streams.flatMap(({ stream, expectedVersion, events }) =>
      events.length === 0 ? [] : [piece({ stream, expected: expectedVersion })],
    ),
    guarded: streams.filter(({ events }) => events.length === 0),
    // Numbered by the store, whatever the caller has written there.
    events: streams.flatMap(({ stream, events }) =>
      events.map(({ version, type, data, at, by, rules, sealed, hash }) =>
        piece({ stream, version, type, data, at, by, rules, sealed, hash }),
      ),
    ),
    rows: writeRows(commit),
    cells: writeCells(cells),
    prune: prune.map(({ stream, until }) =>
      piece({ stream, until: Math.min(until, versionOf(streams, stream)) }),
    ),
    request: piece({
      key: request?.key,
      print: request?.fingerprint,
      stream: first?.stream ?? '',
      version: first === undefined ? 0 : first.expectedVersion + first.events.length,
    }),
    resources: [
      ...streams.map(({ stream }) => `stream ${stream}`),
      ...rows.map(({ view, key }) => `row ${view} ${key}`),
      ...cells.map(({ name }) => `cell ${name}`),
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
  for (const { json } of written.cells) size += json?.length ?? 0
  return { ...written, size }
}

/** The events of a commit as they stand in the log. */
export function recordedEvents({ streams }: Commit, firstPosition: number): readonly RecordedEvent[] {
  const recorded: RecordedEvent[] = []
  for (const { stream, events } of streams) {
    for (const { type, data, version, at, by, rules, sealed, hash } of events) {
      const event = { type, data, stream, version, position: firstPosition + recorded.length, at, by, hash }
      recorded.push(Object.freeze(withOptional(event, rules, sealed)))
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

function writeCells(cells: readonly CellWrite[]): readonly WrittenCell[] {
  const last = new Map<string, string | undefined>()
  for (const { name, value } of cells) {
    last.set(storableText(name), value === undefined ? undefined : storableJson(JSON.stringify(value)))
  }
  return [...last].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, json]) => ({ name, json }))
}

/** The version that a stream has before the commit; 0 if the commit does not write it. */
function versionOf(streams: readonly StreamWrite[], name: string): number {
  return streams.find(({ stream }) => stream === name)?.expectedVersion ?? 0
}

function piece(value: Piece): string {
  const rest = storableJson(JSON.stringify(value)).slice(1)
  return rest === '}' ? rest : `,${rest}`
}
