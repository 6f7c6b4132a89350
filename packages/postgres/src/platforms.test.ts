import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createPlatform, isPlatformError, type SystemActor } from '@redress/core'
import { testKeys } from '@redress/core/testing'
import { petition } from '@redress/petition'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { history, play } from '../../core/src/tally/history.fixture.js'
import { databaseOn, type TestDatabase } from './database.fixture.js'
import { type PostgresServer, startPostgres } from './postgres-server.fixture.js'
import { citizen, letter } from './server.fixture.js'
import { type PostgresStore, postgresStore } from './store.js'

const host: SystemActor = { kind: 'system', id: 'host' }
const office = { id: 'office', name: '信访局', level: 'county', type: 'petitionOffice' }
const until = (check: () => unknown) => vi.waitFor(check, { timeout: 20_000, interval: 20 })

describe('platforms on one database', () => {
  let server: PostgresServer
  let database: TestDatabase
  let count = 0
  const stores: PostgresStore[] = []
  beforeAll(async () => {
    server = await startPostgres({ durable: true })
    database = databaseOn(server)
  }, 60_000)
  afterAll(async () => {
    for (const store of stores) store.close()
    await database.close()
  }, 60_000)

  /** As several processes would: each with a pool of its own. */
  async function towns(processes: number, now: () => number) {
    const schema = `towns_${++count}`
    const platforms = Array.from({ length: processes }, () => {
      const store = postgresStore({
        client: database.pool({ max: 5, connectionTimeoutMillis: 5000 }),
        schema,
      })
      stores.push(store)
      return createPlatform({ store, plugins: [petition()], keys: testKeys, now })
    })
    await platforms[0]?.organizations.open(office, host)
    return platforms as [(typeof platforms)[0], (typeof platforms)[0]]
  }

  it('record each deadline once when they tick at once', async () => {
    let now = Date.parse('2024-08-02T09:00:00+08:00')
    const [one, other] = await towns(2, () => now)
    const ids: string[] = []
    for (let n = 0; n < 20; n++) ids.push((await one.petition.complaint.file(letter, citizen)).id)
    now = Date.parse('2024-09-02T09:00:00+08:00')
    const reports = await Promise.all([one.deadlines.tick(), other.deadlines.tick(), one.deadlines.tick()])
    expect(reports.flatMap(({ failed }) => failed)).toEqual([])
    for (const id of ids) {
      const signals = (await other.petition.complaint.history(id, host)).filter(({ type }) =>
        type.startsWith('core.'),
      )
      expect(new Set(signals.map(({ data }) => JSON.stringify(data))).size).toBe(signals.length)
      expect(signals.some(({ type }) => type === 'core.deadline-passed')).toBe(true)
    }
  }, 60_000)

  it('keep statistics that are what counting every case gives, whatever both do and count at once', async () => {
    const pools = [1, 2].map(() => database.pool({ max: 5, connectionTimeoutMillis: 5000 }))
    await fc.assert(
      fc.asyncProperty(history, async (one) => {
        const schema = `towns_${++count}`
        const both = pools.map((client) => postgresStore({ client, schema }))
        stores.push(...both)
        const { tallies, expected } = await play(one, both as [PostgresStore, PostgresStore])
        for (const tally of tallies) expect(tally).toEqual(expected)
      }),
      { numRuns: 5 },
    )
  }, 60_000)

  it('wake the subscriber of another one, which takes over when the first stops', async () => {
    const [one, other] = await towns(2, Date.now)
    const heard: string[][] = [[], []]
    const add = (platform: typeof one, me: number) =>
      platform.subscriptions.add({
        name: 'mail',
        types: ['petition.complaint-filed'],
        // No look of its own in time: only what the database tells wakes it.
        pollEvery: 600_000,
        leaseFor: 1500,
        handle: ({ stream }) => void heard[me]?.push(stream),
      })
    const first = await add(other, 0)
    await until(async () => expect((await first.status()).active).toBe(true))
    const { id } = await one.petition.complaint.file(letter, citizen)
    await until(() => expect(heard[0]).toEqual([id]))
    const second = await add(one, 1)
    await first.stop()
    const next = await other.petition.complaint.file(letter, citizen)
    await until(() => expect(heard[1]).toEqual([next.id]))
    await second.stop()
  }, 60_000)

  it('go on after the server was killed, and neither command nor subscriber lost anything', async () => {
    const [platform] = await towns(1, Date.now)
    const heard: string[] = []
    const troubles: unknown[] = []
    const subscription = await platform.subscriptions.add({
      name: 'mail',
      types: ['petition.complaint-filed'],
      pollEvery: 50,
      leaseFor: 2000,
      handle: ({ stream }) => void heard.push(stream),
      onError: (error) => troubles.push(error),
    })
    const acknowledged: string[] = []
    let over = false
    const caller = async (me: number) => {
      for (let n = 0; !over; n++) {
        for (;;) {
          try {
            const options = { idempotencyKey: `caller-${me}-${n}` }
            acknowledged.push((await platform.petition.complaint.file(letter, citizen, options)).id)
            break
          } catch (error) {
            expect(isPlatformError(error) && error.code).toBe('STORE_UNAVAILABLE')
            await pause(20)
          }
        }
      }
    }
    const callers = Array.from({ length: 8 }, (_, me) => caller(me))
    await until(() => expect(heard.length).toBeGreaterThan(50))
    await server.kill()
    await pause(300)
    const before = acknowledged.length
    await server.start()
    await until(() => expect(acknowledged.length).toBeGreaterThan(before + 50))
    over = true
    await Promise.all(callers)
    await until(async () => {
      const { position, head } = await subscription.status()
      expect(position).toBe(head)
    })
    await subscription.stop()
    expect(new Set(acknowledged).size).toBe(acknowledged.length)
    expect(new Set(heard)).toEqual(new Set(acknowledged))
    expect(troubles.length).toBeGreaterThan(0)
  }, 60_000)

  it('lose nothing when their process is killed again and again under load', async () => {
    const [platform, schema] = [(await towns(1, Date.now))[0], `towns_${count}`]
    const folder = mkdtempSync(join(tmpdir(), 'redress-postgres-'))
    const ledger = join(folder, 'ledger')
    const told: string[] = []
    for (let round = 1; round <= 2; round++)
      told.push(...(await runAndKill([server.url, schema, ledger], 300 * round)))
    const heard = readFileSync(ledger, 'utf8').trim().split('\n')
    rmSync(folder, { recursive: true })
    expect(told.length).toBeGreaterThan(800)

    // The next process takes over from the one that was killed, and ends what that one left.
    const subscription = await platform.subscriptions.add({
      name: 'ledger',
      types: ['petition.complaint-filed', 'petition.complaint-registered'],
      pollEvery: 20,
      leaseFor: 300,
      handle: ({ stream, version }) => void heard.push(`${stream} ${version}`),
    })
    await until(async () => {
      const { position, head } = await subscription.status()
      expect(position).toBe(head)
    })
    await subscription.stop()
    const log = (await stores.at(-1)?.readAll(0, 100_000)) ?? []
    const stored = log
      .filter(({ type }) => type.startsWith('petition.'))
      .map((one) => `${one.stream} ${one.version}`)
    expect(new Set(stored).size).toBe(stored.length)
    expect(stored).toEqual(expect.arrayContaining(told))
    expect(new Set(heard)).toEqual(new Set(stored))
  }, 60_000)
})

/** Runs the program until it has said so many lines, and kills it. */
function runAndKill(args: readonly string[], lines: number): Promise<readonly string[]> {
  const program = fileURLToPath(new URL('server.fixture.ts', import.meta.url))
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', program, ...args], {
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
