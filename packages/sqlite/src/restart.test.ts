import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import Database from 'libsql'
import { expect, it } from 'vitest'
import { sqliteStore } from './store.js'
import { county, withFile } from './town.fixture.js'

const program = fileURLToPath(new URL('server.fixture.ts', import.meta.url))

/** Runs the program on a file until it has said so many lines, and kills it. */
function runAndKill(file: string, lines: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', program, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
    if (said.split('\n').length > lines) child.kill('SIGKILL')
  })
  return new Promise((resolve) => {
    // The last line may be cut.
    child.once('close', () => resolve(said.split('\n').slice(0, -1)))
  })
}

const ledgerOf = (file: string) => readFileSync(`${file}.ledger`, 'utf8').trim().split('\n')

it(
  'a process that is killed again and again loses no command, and its subscriber no event',
  { timeout: 60_000 },
  () =>
    withFile(async (file) => {
      const founding = new Database(file)
      await county(sqliteStore({ database: founding }))
      founding.close()
      const told: string[] = []
      for (let round = 1; round <= 3; round++) told.push(...(await runAndKill(file, 40 * round)))
      expect(told.length).toBeGreaterThan(200)

      // The last process takes over from the one that was killed, and ends what that one left.
      const database = new Database(file)
      const store = sqliteStore({ database })
      const platform = await county(store)
      const ledger = ledgerOf(file)
      const subscription = await platform.subscriptions.add({
        name: 'ledger',
        types: ['petition.complaint-filed', 'petition.complaint-registered'],
        pollEvery: 20,
        leaseFor: 300,
        handle: ({ stream, version }) => void ledger.push(`${stream} ${version}`),
      })
      for (let tries = 0; tries < 500; tries++) {
        const { position, head } = await subscription.status()
        if (position === head) break
        await wait(20)
      }
      await subscription.stop()

      const stored = (await store.readAll(0, 10_000))
        .filter(({ type }) => type.startsWith('petition.'))
        .map(({ stream, version }) => `${stream} ${version}`)
      database.close()
      expect(new Set(stored).size).toBe(stored.length)
      expect(stored).toEqual(expect.arrayContaining(told))
      // Every stored event reached the ledger at least once, and for the first time in the order of its case.
      expect(new Set(ledger)).toEqual(new Set(stored))
      for (const line of ledger.filter((one) => one.endsWith(' 2')))
        expect(ledger.indexOf(line)).toBeGreaterThan(ledger.indexOf(line.replace(/ 2$/, ' 1')))
    }),
)
