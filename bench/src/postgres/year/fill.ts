import type { ViewDefinition } from '@redress/core'
import { type PostgresStore, postgresStore } from '@redress/postgres'
import { Pool } from 'pg'
import { commitOf, type MadeCase } from './capture.js'
import { makeCases } from './make.js'

/** A share of the cases of a year, filled into a database by one process. */
export interface FillJob {
  readonly url: string
  readonly schema: string
  readonly size: number
  /** This process has every such batch, beginning with its own number. */
  readonly processes: number
  readonly process: number
}

export interface FillResult {
  readonly cases: number
  readonly events: number
}

const casesPerBatch = 1000
const casesPerCommit = 50

export async function runFill({ url, schema, size, processes, process }: FillJob): Promise<FillResult> {
  const pool = new Pool({ connectionString: url, max: 4 })
  pool.on('error', () => {})
  const store = postgresStore({ client: pool, schema })
  let [cases, events] = [0, 0]
  let writing: Promise<void> = Promise.resolve()
  try {
    for (let from = process * casesPerBatch; from < size; from += processes * casesPerBatch) {
      const made = await makeCases(from, Math.min(from + casesPerBatch, size), size)
      // The next ones are made while these are written.
      await writing
      cases += made.cases.size
      for (const one of made.cases.values()) events += one.events.length
      writing = writeCases(store, made.views, [...made.cases.values()])
      writing.catch(() => {})
    }
    await writing
    return { cases, events }
  } finally {
    store.close()
    await pool.end()
  }
}

/** Stores cases as they stand at last: each with all its events, its last rows and all its cells, many in one commit. */
export async function writeCases(
  store: PostgresStore,
  views: readonly ViewDefinition[],
  cases: readonly MadeCase[],
): Promise<void> {
  await store.prepare(views)
  const commits: Promise<unknown>[] = []
  for (let n = 0; n < cases.length; n += casesPerCommit)
    commits.push(store.commit(commitOf(cases.slice(n, n + casesPerCommit))))
  await Promise.all(commits)
}
