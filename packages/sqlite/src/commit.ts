import { type CommitResult, coreErrors, isPlatformError, type RecordedEvent } from '@redress/core'
import { putCell, removeCell } from './cells.js'
import type { Connection } from './connection.js'
import { toKeyText } from './key-text.js'
import { appendEvent, appendExpected, pruneStream } from './log.js'
import { keep, recall } from './requests.js'
import { readVersion } from './schema.js'
import type { View, Views } from './views.js'
import type { WrittenCommit, WrittenStream } from './written-commit.js'

/** What became of a commit: the answer, or the error that refuses it. */
export type Outcome = { readonly result: CommitResult } | { readonly refused: unknown }

/**
 * Stores one commit inside a transaction that may hold others. Everything is checked before anything is written, or in the same
 * statement, so a commit that is refused leaves nothing behind.
 */
export function apply(connection: Connection, views: Views, commit: WrittenCommit): Outcome {
  const { streams, rows, cells, prune, request } = commit
  const events: RecordedEvent[] = []
  let targets: readonly View[]
  try {
    const repeated = request && recall(connection, request.key)
    if (repeated !== undefined) return { result: { repeated } }
    const known = targetsOf(views, commit)
    const first = known && appendFirst(connection, views, streams)
    // Where something is not as it was, it is looked at closely.
    targets = known !== undefined && first !== undefined ? known : check(connection, views, commit)
    if (first !== undefined) events.push(first)
  } catch (error) {
    if (isPlatformError(error)) return { refused: error }
    throw error
  }

  const appended = events.length
  for (const { stream, events: written } of streams) {
    const name = toKeyText(stream)
    for (const one of written.slice(appended)) events.push(appendEvent(connection, name, one))
  }
  for (let n = 0; n < rows.length; n++) {
    const { key, row, json } = rows[n] as (typeof rows)[number]
    const { newest, ready } = targets[n] as View
    newest.set(key, row, json)
    if (ready !== undefined && ready !== newest) ready.set(key, row, json)
  }
  for (const { name, json } of cells) {
    if (json === undefined) removeCell(connection, name)
    else putCell(connection, name, json)
  }
  for (const { stream, until } of prune) pruneStream(connection, toKeyText(stream), until)
  if (request !== undefined) {
    const [first] = streams
    const version = first === undefined ? 0 : first.expectedVersion + first.events.length
    const { fingerprint, key } = request
    keep(connection, key, { fingerprint, stream: first?.stream ?? '', version })
  }
  return { result: { events } }
}

/** The views to write to, as far as this process knows. */
function targetsOf(views: Views, { rows }: WrittenCommit): readonly View[] | undefined {
  try {
    return rows.map(({ view }) => views.writable(view))
  } catch {
    return undefined
  }
}

/**
 * Writes the first event of a single stream in the one statement that also makes sure that stream and views are as expected: on the
 * usual way nothing has to be read.
 */
function appendFirst(
  connection: Connection,
  views: Views,
  streams: readonly WrittenStream[],
): RecordedEvent | undefined {
  const [only, second] = streams
  const event = only?.events[0]
  if (only === undefined || event === undefined || second !== undefined) return undefined
  return appendExpected(connection, toKeyText(only.stream), event, only.expectedVersion, views.meta())
}

/** @throws VERSION_CONFLICT, STORE_NEWER, QUERY_INVALID */
function check(connection: Connection, views: Views, { streams, rows }: WrittenCommit): readonly View[] {
  if (streams.length === 0) views.refresh()
  for (const { stream, expectedVersion: expected } of streams) {
    const { version: actual, ...meta } = readVersion(connection, toKeyText(stream))
    views.refresh(meta)
    if (actual !== expected) throw coreErrors.VERSION_CONFLICT({ stream, expected, actual })
  }
  return rows.map(({ view }) => views.writable(view))
}
