import type { Commit, CommitResult } from '@redress/core'
import { apply, type Outcome } from './commit.js'
import type { Connection } from './connection.js'
import { isBusy, unavailable } from './failure.js'
import { patiently } from './patience.js'
import type { Views } from './views.js'
import { type WrittenCommit, writeOut } from './written-commit.js'

interface Waiting {
  readonly commit: WrittenCommit
  readonly resolve: (result: CommitResult) => void
  readonly reject: (error: unknown) => void
}

/** So that a burst does not hold the lock for long. */
const mostTogether = 200

/**
 * Commits that arrive in one turn of the event loop share a transaction, and so one wait for the disk. Nobody waits for company:
 * the turn ends at once when nothing else is there.
 *
 * @param stored told the position of the last event whenever events were stored
 */
export function createGroupCommit(
  connection: Connection,
  views: Views,
  stored: (head: number) => void,
): (commit: Commit) => Promise<CommitResult> {
  const waiting: Waiting[] = []
  let isDraining = false

  const together = (commits: readonly WrittenCommit[]): readonly Outcome[] => {
    let failed: unknown
    try {
      return connection.transact(() => {
        try {
          return commits.map((commit) => apply(connection, views, commit))
        } catch (error) {
          failed = error
          throw error
        }
      })
    } catch (error) {
      // A failure of the commit itself leaves open what is stored, so nothing is tried again. One in the middle was undone as a
      // whole: then each stands for itself, and the one at fault fails alone.
      if (failed === undefined || isBusy(error) || commits.length === 1) throw error
      return commits.map(alone)
    }
  }
  const alone = (commit: WrittenCommit): Outcome => {
    try {
      return together([commit])[0] as Outcome
    } catch (error) {
      return { refused: unavailable(error) }
    }
  }

  const drain = async (): Promise<void> => {
    const group = waiting.splice(0, mostTogether)
    try {
      const outcomes = await patiently(() => together(group.map(({ commit }) => commit)))
      let head = 0
      for (const outcome of outcomes) {
        if ('result' in outcome && 'events' in outcome.result) {
          head = Math.max(head, outcome.result.events.at(-1)?.position ?? 0)
        }
      }
      if (head > 0) stored(head)
      for (const [n, { resolve, reject }] of group.entries()) {
        const outcome = outcomes[n] as Outcome
        if ('result' in outcome) resolve(outcome.result)
        else reject(outcome.refused)
      }
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
    if (waiting.length > 0) setImmediate(() => void drain())
    else isDraining = false
  }

  return (commit) =>
    new Promise((resolve, reject) => {
      waiting.push({ commit: writeOut(commit), resolve, reject })
      if (isDraining) return
      isDraining = true
      setImmediate(() => void drain())
    })
}
