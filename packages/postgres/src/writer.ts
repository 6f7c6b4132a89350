import { type CommitResult, coreErrors, isPlatformError } from '@redress/core'
import { repeatedRequest, runBatch, writeBatch } from './batch.js'
import type { Outcome } from './commit-queue.js'
import type { Database, Run } from './database.js'
import { failureOf, sqlState, toCaller, undefinedTable } from './failure.js'
import { firstPosition, positionsPerTransaction } from './migrations.js'
import type { Names } from './names.js'
import { storableText } from './storable.js'
import type { ViewBook } from './view-book.js'
import type { WrittenCommit } from './written-commit.js'

/** Stores batches of commits that share nothing. */
export type Writer = (batch: readonly WrittenCommit[]) => Promise<readonly Outcome[]>

/** Races lost in a row, after which a batch is taken apart, and a lone commit gives up. */
const mostAttempts = 6

export function createWriter(database: Database, names: Names, book: ViewBook): Writer {
  const guardSql = `insert into ${names.events} (position, stream, version, type, at, by, hash)
    select ${firstPosition('m.base')} + $3::integer, $1, $2::integer + 1, 'guard', '', 'null', '' from ${names.meta} m
    where $2::integer = 0 or exists (select from ${names.events} e where e.stream = $1 and e.version = $2::integer)
    on conflict do nothing returning 1 as held`
  const releaseSql = `delete from ${names.events} where stream = $1 and version = $2::integer + 1`
  const actualSql = `select coalesce(max(version), 0) as actual from ${names.events} where stream = $1`
  const recallSql = `select fingerprint, stream, version from ${names.requests} where key = $1`

  /** Writes again with the views as they are now, as often as they change. */
  const store = async (run: Run, commits: readonly WrittenCommit[]): Promise<readonly Outcome[]> => {
    let state = await book.state()
    for (;;) {
      const outcomes = await runBatch(run, writeBatch(names, book, state, commits), commits)
      if (outcomes !== undefined) return outcomes
      state = await book.reload(run)
    }
  }

  const storeTogether = async (
    commits: readonly WrittenCommit[],
    attempt = 1,
  ): Promise<readonly Outcome[]> => {
    try {
      return await store(database.run, commits)
    } catch (error) {
      if (await isWorthRepeating(error, attempt)) return storeTogether(commits, attempt + 1)
      // A view that a newer release took over while the batch was on its way is no fault of the others either.
      const isOurs = isPlatformError(error) || failureOf(error) !== 'unavailable'
      if (commits.length > 1 && isOurs) return storeApart(commits)
      return commits.map(() => ({ error: toCaller(error) }))
    }
  }

  /** One of them is at fault: the others must not fail with it. */
  const storeApart = async (commits: readonly WrittenCommit[]): Promise<readonly Outcome[]> => {
    const outcomes: Outcome[] = []
    for (const commit of commits) outcomes.push(...(await storeTogether([commit])))
    return outcomes
  }

  const isWorthRepeating = async (error: unknown, attempt: number): Promise<boolean> => {
    if (attempt >= mostAttempts || isPlatformError(error)) return false
    if (failureOf(error) === 'repeat') return true
    // Another process has ended the building of a view, and its old rows are gone.
    if (sqlState(error) !== undefinedTable) return false
    await book.reload()
    return true
  }

  /**
   * A stream that is to have a version and gets no events has nothing to collide with. So the place of its next event is taken while
   * the rows are written, and given back before anybody sees it.
   */
  const storeGuarded = async (written: WrittenCommit, attempt = 1): Promise<Outcome> => {
    try {
      return { result: await database.transaction((run) => guard(run, written)) }
    } catch (error) {
      if (await isWorthRepeating(error, attempt)) return storeGuarded(written, attempt + 1)
      return { error: toCaller(error) }
    }
  }

  const guard = async (run: Run, written: WrittenCommit): Promise<CommitResult> => {
    const { request } = written.commit
    if (request !== undefined) {
      const [repeated] = await run(recallSql, [storableText(request.key)])
      if (repeated !== undefined) return repeatedRequest(repeated)
    }
    const held = [...written.guarded].sort((a, b) => (a.stream < b.stream ? -1 : 1))
    for (const [n, { stream, expectedVersion }] of held.entries()) {
      const name = storableText(stream)
      const place = String(positionsPerTransaction - 1 - n)
      const taken = await run(guardSql, [name, String(expectedVersion), place])
      if (taken.length > 0) continue
      const [row] = await run(actualSql, [name])
      throw coreErrors.VERSION_CONFLICT({ stream, expected: expectedVersion, actual: Number(row?.actual) })
    }
    const [outcome] = await store(run, [written])
    if (outcome === undefined || 'error' in outcome) throw outcome?.error
    for (const { stream, expectedVersion } of held) {
      await run(releaseSql, [storableText(stream), String(expectedVersion)])
    }
    return outcome.result
  }

  return async (batch) => {
    const outcomes: Outcome[] = []
    const plain: number[] = []
    const guarded: Promise<void>[] = []
    const state = await book.state()
    for (const [n, written] of batch.entries()) {
      try {
        // What is wrong with one commit must not reach the others.
        for (const view of written.rows.keys()) book.writable(state, view)
      } catch (error) {
        outcomes[n] = { error }
        continue
      }
      if (written.guarded.length === 0) {
        plain.push(n)
        continue
      }
      const stored = storeGuarded(written).then((outcome) => {
        outcomes[n] = outcome
      })
      guarded.push(stored)
    }
    const commits = plain.map((n) => batch[n] as WrittenCommit)
    if (commits.length > 0) {
      const stored = await storeTogether(commits)
      for (const [i, n] of plain.entries()) outcomes[n] = stored[i] as Outcome
    }
    await Promise.all(guarded)
    return outcomes
  }
}
