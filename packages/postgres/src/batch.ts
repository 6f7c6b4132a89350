import { type CommitResult, coreErrors } from '@redress/core'
import { gatherCells } from './batch-cells.js'
import { gatherPrunes } from './batch-prune.js'
import { type BatchShape, batchStatement, fixedParameters, type RowTarget } from './batch-statement.js'
import type { ViewState } from './catalog.js'
import type { Outcome } from './commit-queue.js'
import type { Run, SqlRow } from './database.js'
import type { Names } from './names.js'
import { jsonSeparator, readText } from './storable.js'
import type { ViewBook } from './view-book.js'
import { recordedEvents, type WrittenCommit } from './written-commit.js'

/** Commits that one statement stores together, and that share nothing. */
export interface Batch {
  readonly sql: string
  readonly values: readonly unknown[]
  /** By commit: where its events begin among those of the batch. */
  readonly offsets: readonly number[]
}

export function writeBatch(
  names: Names,
  book: ViewBook,
  state: ViewState,
  commits: readonly WrittenCommit[],
): Batch {
  const requests: string[] = []
  const streams: string[] = []
  const events: string[] = []
  const offsets: number[] = []
  const rows = new Map<string, BatchRows>()
  for (const [c, commit] of commits.entries()) {
    offsets.push(events.length)
    requests.push(`{"c":${c}${commit.request}`)
    for (const text of commit.streams) streams.push(`{"c":${c}${text}`)
    for (const text of commit.events) events.push(`{"c":${c},"o":${events.length}${text}`)
    for (const [view, written] of commit.rows) {
      const all = rows.get(view) ?? { commits: [], keys: [], jsons: [], removals: false, contested: false }
      rows.set(view, all)
      if (commit.commit.streams.length === 0) all.contested = true
      for (const { key, json } of written) {
        all.commits.push(c)
        all.keys.push(key)
        all.jsons.push(json)
        if (json === 'null') all.removals = true
      }
    }
  }
  const values: unknown[] = [list(requests), list(streams), list(events), state.epoch]
  const targets: RowTarget[] = []
  // Always in one order: that of the text, and that in which rows are locked.
  for (const view of [...rows.keys()].sort()) {
    const { commits, keys, jsons, removals, contested } = rows.get(view) as BatchRows
    const parameter = values.length + 1
    values.push(commits, keys, jsons.join(jsonSeparator))
    for (const table of book.writable(state, view)) targets.push({ table, parameter, removals, contested })
  }
  const asked = commits.some(({ commit }) => commit.request !== undefined)
  const cells = gatherCells(commits, values)
  const prune = gatherPrunes(commits, values)
  return { sql: statementOf(names, { requests: asked, targets, cells, prune }), values, offsets }
}

interface BatchRows {
  readonly commits: number[]
  readonly keys: string[]
  readonly jsons: string[]
  removals: boolean
  contested: boolean
}

/** What became of the commits; undefined when the views have changed and nothing was written. */
export async function runBatch(
  run: Run,
  { sql, values, offsets }: Batch,
  commits: readonly WrittenCommit[],
): Promise<readonly Outcome[] | undefined> {
  const rows = await run(sql, values)
  if (rows[0]?.epoch !== values[fixedParameters - 1]) return undefined
  const outcomes: Outcome[] = []
  for (const row of rows) {
    const c = Number(row.c)
    outcomes[c] = outcomeOf(row, commits[c] as WrittenCommit, offsets[c] ?? 0)
  }
  return outcomes
}

function outcomeOf(row: SqlRow, { commit }: WrittenCommit, offset: number): Outcome {
  if (row.good === true) return { result: { events: recordedEvents(commit, Number(row.first) + offset) } }
  if (row.fingerprint !== null) return { result: repeatedRequest(row) }
  const stream = readText(row.moved as string)
  const expected = commit.streams.find((write) => write.stream === stream)?.expectedVersion ?? 0
  const actual = Number(row.actual)
  if (actual !== expected) return { error: coreErrors.VERSION_CONFLICT({ stream, expected, actual }) }
  // The stream has moved between two statements of one transaction: in the next one its events get later places.
  throw Object.assign(new Error('a stream has moved within the transaction'), { code: '40001' })
}

export function repeatedRequest(row: SqlRow): CommitResult {
  return {
    repeated: {
      fingerprint: readText(row.fingerprint as string),
      stream: readText(row.stream as string),
      version: Number(row.version),
    },
  }
}

function list(pieces: readonly string[]): string {
  return `[${pieces.join(',')}]`
}

/** The text is long and nearly always the same one. */
const texts = new WeakMap<Names, Map<string, string>>()

function statementOf(names: Names, shape: BatchShape): string {
  let known = texts.get(names)
  if (known === undefined) {
    known = new Map()
    texts.set(names, known)
  }
  const key = JSON.stringify([
    shape.requests,
    shape.cells,
    shape.prune,
    ...shape.targets.map(({ table, parameter, removals, contested }) => [
      table.rows,
      table.definition.indexes.length,
      parameter,
      removals,
      contested,
    ]),
  ])
  let text = known.get(key)
  if (text === undefined) {
    text = batchStatement(names, shape)
    known.set(key, text)
  }
  return text
}
