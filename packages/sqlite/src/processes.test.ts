import { type ChildProcess, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Store } from '@redress/core'
import Database from 'libsql'
import { describe, expect, it } from 'vitest'
import { sqliteStore } from './store.js'
import { withFile } from './town.fixture.js'
import { view } from './writer.fixture.js'

const script = fileURLToPath(new URL('./writer.fixture.ts', import.meta.url))

interface Writer {
  readonly child: ChildProcess
  /** What it said, line by line. */
  readonly ended: Promise<{
    readonly code: number | null
    readonly lines: readonly string[]
    readonly errors: string
  }>
  /** Calls back with everything it has said, whenever it says more. */
  readonly hears: (listener: (said: string) => void) => void
}

function startWriter(file: string, name: string, commits: number): Writer {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--conditions=source', script, file, name, String(commits)],
    { cwd: fileURLToPath(new URL('..', import.meta.url)), stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let [said, errors] = ['', '']
  let listener: (said: string) => void = () => {}
  child.stdout.on('data', (data: Buffer) => {
    said += data.toString()
    listener(said)
  })
  child.stderr.on('data', (data: Buffer) => {
    errors += data.toString()
  })
  const ended = new Promise<Awaited<Writer['ended']>>((resolve) => {
    child.on('close', (code) => {
      // The last line may be cut where the process was killed.
      resolve({ code, lines: said.split('\n').slice(0, -1), errors })
    })
  })
  return {
    child,
    ended,
    hears: (hear) => {
      listener = hear
      hear(said)
    },
  }
}

/** Lets them all go in the same moment, when each is up. */
async function start(file: string, writers: readonly Writer[]): Promise<void> {
  await Promise.all(
    writers.map(
      ({ hears, ended }) =>
        new Promise<void>((resolve, reject) => {
          hears((said) => said.startsWith('up\n') && resolve())
          void ended.then(({ errors }) => reject(new Error(errors)))
        }),
    ),
  )
  writeFileSync(`${file}.go`, '')
}

async function withStore<Result>(file: string, work: (store: Store) => Promise<Result>): Promise<Result> {
  const database = new Database(file)
  try {
    const store = sqliteStore({ database })
    await store.prepare([view])
    return await work(store)
  } finally {
    database.close()
  }
}

/** Everything that one commit of a writer stores is there, or nothing of it. */
async function expectWhole(store: Store, name: string): Promise<number> {
  const events = await store.read(name)
  expect(events.map(({ version }) => version)).toEqual(events.map((_, n) => n + 1))
  expect(events.length % 2).toBe(0)
  const commits = events.length / 2
  const { rows } = await store.find(view.name, { where: { writer: name }, limit: 2 })
  expect(rows.map(({ row }) => row.version)).toEqual(commits === 0 ? [] : [events.length])
  const tagged = await store.find(view.name, { where: { tags: `t${commits - 1}` }, limit: 99 })
  expect(tagged.rows.some(({ key }) => key === name)).toBe(commits > 0)
  expect((await store.recall(`${name}-${commits - 1}`))?.version).toBe(
    commits === 0 ? undefined : events.length,
  )
  expect(await store.recall(`${name}-${commits}`)).toBeUndefined()
  return events.length
}

describe('several processes on one file', () => {
  it('ten open a fresh file at once, and each finds it ready', { timeout: 60_000 }, () =>
    withFile(async (file) => {
      const writers = Array.from({ length: 10 }, (_, n) => startWriter(file, `w${n}`, 1))
      await start(file, writers)
      for (const { ended } of writers) {
        const { code, lines, errors } = await ended
        expect({ code, errors, second: lines[1] }).toEqual({ code: 0, errors: '', second: 'ready' })
      }
      await withStore(file, async (store) => {
        for (let n = 0; n < 10; n++) expect(await expectWhole(store, `w${n}`)).toBe(2)
        expect(await store.head()).toBe(30)
      })
    }),
  )

  it('three write at once, and no event is lost or doubled', { timeout: 60_000 }, () =>
    withFile(async (file) => {
      const commits = 100
      const writers = ['a', 'b', 'c'].map((name) => startWriter(file, name, commits))
      await start(file, writers)
      const shared: string[] = []
      for (const { ended } of writers) {
        const { code, lines, errors } = await ended
        expect({ code, errors }).toEqual({ code: 0, errors: '' })
        shared.push(...lines.filter((line) => line.startsWith('shared ')))
      }
      await withStore(file, async (store) => {
        for (const name of ['a', 'b', 'c']) expect(await expectWhole(store, name)).toBe(2 * commits)
        // Each version of the shared stream was given to exactly one of them.
        expect(shared.map((line) => Number(line.split(' ')[1])).sort((a, b) => a - b)).toEqual(
          Array.from({ length: 75 }, (_, n) => n + 1),
        )
        const log = await store.readAll(0, 10_000)
        expect(log.map(({ position }) => position)).toEqual(log.map((_, n) => n + 1))
        expect(log.length).toBe(3 * 2 * commits + 75)
      })
    }),
  )

  it(
    'one is killed in the middle of its work: what it was told is stored, and nothing by half',
    { timeout: 60_000 },
    () =>
      withFile(async (file) => {
        for (let round = 0; round < 3; round++) {
          const writer = startWriter(file, `w${round}`, 1_000_000)
          const { child, ended, hears } = writer
          await start(file, [writer])
          hears((said) => {
            if (said.split('\n').length > 60 + 40 * round) child.kill('SIGKILL')
          })
          const { lines, code } = await ended
          expect(code).toBeNull()
          await withStore(file, async (store) => {
            const told = Number(lines.findLast((line) => line.startsWith('own '))?.split(' ')[1])
            expect(told).toBeGreaterThan(60)
            // It may have stored one commit more than it could tell.
            expect((await expectWhole(store, `w${round}`)) - told).toBeOneOf([0, 2])
            const sharedTold = Number(lines.findLast((line) => line.startsWith('shared '))?.split(' ')[1])
            const shared = await store.read('shared')
            expect(shared.length).toBeGreaterThanOrEqual(sharedTold)
            expect(shared.map(({ version }) => version)).toEqual(shared.map((_, n) => n + 1))
          })
        }
      }),
  )
})
