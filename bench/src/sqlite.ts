import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { sqliteStore } from '@redress/sqlite'
import Database from 'libsql'
import { planCase } from './case-plan.js'
import { redress } from './contenders/redress.js'
import { handWritten, recordedCommits } from './contenders/sqlite-by-hand.js'
import { drive } from './drive.js'
import type { SqliteContender, SqliteResult } from './job.js'
import { commandsPerCase, steps } from './life-cycle.js'
import { spread } from './measure.js'

/** Cases in memory, so that nobody is measured before the code is compiled. */
const warmUp = 1500
/** How many of the crowd work at once, each on cases of its own. */
const callers = 32

/** Takes cases through the life cycle on a fresh file, beside the build: a real disk, unlike some temporary folders. */
export async function runSqlite(contender: SqliteContender, cases: number): Promise<SqliteResult> {
  const folder = mkdtempSync(path.join(fileURLToPath(new URL('.', import.meta.url)), 'sqlite-'))
  const database = new Database(path.join(folder, 'cases.db'))
  try {
    const { elapsed, samples } =
      contender === 'hand'
        ? await byHand(database, cases)
        : await byRedress(database, cases, contender === 'crowd')
    return {
      contender,
      commandsPerSecond: (cases * commandsPerCase * 1000) / elapsed,
      command: spread(samples),
    }
  } finally {
    database.close()
    rmSync(folder, { recursive: true })
  }
}

interface Timed {
  readonly elapsed: number
  readonly samples: Float64Array
}

async function byRedress(database: Database.Database, cases: number, isCrowd: boolean): Promise<Timed> {
  const memory = new Database(':memory:')
  await drive((await redress(sqliteStore({ database: memory }))).contender.lifeCycle, 0, warmUp, [])
  memory.close()
  const { contender } = await redress(sqliteStore({ database }))
  if (!isCrowd) return await drive(contender.lifeCycle, warmUp, warmUp + cases, [])

  const samples = new Float64Array(cases * commandsPerCase)
  let [next, at] = [warmUp, 0]
  const began = performance.now()
  const work = async () => {
    while (next < warmUp + cases) {
      const plan = planCase(next++)
      let id = ''
      for (const step of steps) {
        const start = performance.now()
        const result = await step(contender.lifeCycle, plan, id)
        samples[at++] = performance.now() - start
        if (id === '') id = (result as { readonly id: string }).id
      }
    }
  }
  await Promise.all(Array.from({ length: callers }, work))
  return { elapsed: performance.now() - began, samples }
}

/** The same commits as SQL by hand, one transaction for each. */
async function byHand(database: Database.Database, cases: number): Promise<Timed> {
  const commits = await recordedCommits(warmUp + cases)
  const first = warmUp * commandsPerCase
  const memory = new Database(':memory:')
  const inMemory = handWritten(memory)
  for (const commit of commits.slice(0, first)) inMemory(commit)
  memory.close()
  const store = handWritten(database)
  const samples = new Float64Array(cases * commandsPerCase)
  const began = performance.now()
  let last = began
  for (const [n, commit] of commits.slice(first).entries()) {
    store(commit)
    const now = performance.now()
    samples[n] = now - last
    last = now
  }
  return { elapsed: last - began, samples }
}
