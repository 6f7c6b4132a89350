import type { CommitResult } from '@redress/core'
import { toCaller } from './failure.js'
import { positionsPerTransaction } from './migrations.js'
import type { WrittenCommit } from './written-commit.js'

/** What became of one commit of a batch. */
export type Outcome = { readonly result: CommitResult } | { readonly error: unknown }

interface Waiting {
  readonly written: WrittenCommit
  readonly settle: (outcome: Outcome) => void
}

/** Characters of JSON: enough to be worth a round trip, few enough that nobody waits long behind it. */
const mostCharacters = 4_000_000
const mostCommits = 512
/** Fewer commits than these are not divided between two statements. */
const worthSharing = 16

/**
 * Gathers the commits that arrive while others are under way. Those that have a stream, a row or a key in common go one after the
 * other.
 */
export function createCommitQueue(
  lanes: number,
  run: (batch: readonly WrittenCommit[]) => Promise<readonly Outcome[]>,
): (written: WrittenCommit) => Promise<CommitResult> {
  let waiting: Waiting[] = []
  const busy = new Set<string>()
  let running = 0
  let planned = false

  const take = (most: number): Waiting[] => {
    const batch: Waiting[] = []
    const left: Waiting[] = []
    let [characters, events] = [0, 0]
    for (const one of waiting) {
      const { resources, size, events: written } = one.written
      const fits =
        batch.length === 0 ||
        (batch.length < most &&
          characters + size <= mostCharacters &&
          events + written.length <= positionsPerTransaction)
      if (!fits || resources.some((resource) => busy.has(resource))) {
        left.push(one)
        continue
      }
      batch.push(one)
      for (const resource of resources) busy.add(resource)
      characters += size
      events += written.length
    }
    waiting = left
    return batch
  }

  const start = (): void => {
    planned = false
    while (running < lanes && waiting.length > 0) {
      // Callers who wait together come back together: were all of them to share one statement, the other lane would have nothing to do.
      const share = Math.ceil(waiting.length / (lanes - running))
      const batch = take(Math.min(Math.max(share, worthSharing), mostCommits))
      if (batch.length === 0) return
      running++
      void finish(batch)
    }
  }

  const finish = async (batch: readonly Waiting[]): Promise<void> => {
    let outcomes: readonly Outcome[] = []
    let failure: unknown
    try {
      outcomes = await run(batch.map(({ written }) => written))
    } catch (error) {
      failure = toCaller(error)
    }
    running--
    for (const { written } of batch) for (const resource of written.resources) busy.delete(resource)
    for (const [n, { settle }] of batch.entries()) settle(outcomes[n] ?? { error: failure })
    plan()
  }

  // Not at once: those whose commits have just ended are about to send their next ones, and all of these share the next statement.
  const plan = (): void => {
    if (planned || waiting.length === 0) return
    planned = true
    setImmediate(start)
  }

  return async (written) => {
    const outcome = await new Promise<Outcome>((settle) => {
      waiting.push({ written, settle })
      if (running < lanes) plan()
    })
    if ('error' in outcome) throw outcome.error
    return outcome.result
  }
}
