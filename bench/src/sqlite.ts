import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { sqliteStore } from '@redress/sqlite'
import Database from 'libsql'
import { planCase } from './case-plan.js'
import { redress } from './contenders/redress.js'
import { type HandCommit, handWritten, recordedCommits } from './contenders/sqlite-by-hand.js'
import { drive } from './drive.js'
import type { SqliteContender, SqliteResult } from './job.js'
import { commandsPerCase, type LifeCycle, steps } from './life-cycle.js'

/** Cases in memory, so that nobody is measured before the code is compiled. */
const warmUp = 1500
/** Cases in a block: long enough for its share of checkpoints, short enough that a slow moment of the disk hits one block. */
const block = 32
/** How many of the crowd work at once, each on a case of its own. */
const callers = block

/** Takes cases through the life cycle on fresh files beside the build, which is a real disk, unlike some temporary folders. */
export async function runSqlite(blocks: number): Promise<SqliteResult> {
  const commits = await recordedCommits(Math.max(warmUp, blocks * block))
  await warm(commits)
  const folder = mkdtempSync(path.join(fileURLToPath(new URL('.', import.meta.url)), 'sqlite-'))
  const databases = (['hand', 'redress', 'crowd'] as const).map(
    (name) => new Database(path.join(folder, `${name}.db`)),
  )
  try {
    const [hand, one, many] = databases as [Database.Database, Database.Database, Database.Database]
    const store = handWritten(hand)
    const { lifeCycle } = (await redress(sqliteStore({ database: one }))).contender
    const crowd = (await redress(sqliteStore({ database: many }))).contender.lifeCycle
    const works: Readonly<Record<SqliteContender, (from: number) => Promise<number>>> = {
      hand: async (from) =>
        byHand(store, commits.slice(from * commandsPerCase, (from + block) * commandsPerCase)),
      redress: async (from) => (await drive(lifeCycle, from, from + block, [])).elapsed,
      crowd: (from) => byCrowd(crowd, from),
    }
    const rates: Record<SqliteContender, number[]> = { hand: [], redress: [], crowd: [] }
    for (let n = 0; n < blocks; n++) {
      const names = ['hand', 'redress', 'crowd'] as const
      for (const name of n % 2 === 0 ? names : names.toReversed()) {
        rates[name].push((block * commandsPerCase * 1000) / (await works[name](n * block)))
      }
    }
    return rates
  } finally {
    for (const database of databases) database.close()
    rmSync(folder, { recursive: true })
  }
}

async function warm(commits: readonly HandCommit[]): Promise<void> {
  const [hand, ours] = [new Database(':memory:'), new Database(':memory:')]
  byHand(handWritten(hand), commits.slice(0, warmUp * commandsPerCase))
  await drive((await redress(sqliteStore({ database: ours }))).contender.lifeCycle, 0, warmUp, [])
  hand.close()
  ours.close()
}

/** The same commits as SQL by hand, one transaction for each. Milliseconds. */
function byHand(store: (commit: HandCommit) => void, commits: readonly HandCommit[]): number {
  const began = performance.now()
  for (const commit of commits) store(commit)
  return performance.now() - began
}

async function byCrowd(cycle: LifeCycle, from: number): Promise<number> {
  const plans = Array.from({ length: callers }, (_, n) => planCase(from + n))
  const began = performance.now()
  await Promise.all(
    plans.map(async (plan) => {
      let id = ''
      for (const step of steps) {
        const result = await step(cycle, plan, id)
        if (id === '') id = (result as { readonly id: string }).id
      }
    }),
  )
  return performance.now() - began
}
