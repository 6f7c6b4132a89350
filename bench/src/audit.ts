import { createHash, hash as nodeHash, webcrypto } from 'node:crypto'
import {
  createPlatform,
  ecdsaSigner,
  memoryStore,
  type PendingEvent,
  type RecordedEvent,
  type Store,
  systemActor,
} from '@redress/core'
import type { AuditResult } from './job.js'
import { median } from './measure.js'

/** Verifies a log of as many events in memory, beside a loop that does nothing but hash them. */
export async function runAudit(size: number, rounds: number): Promise<AuditResult> {
  const store = memoryStore()
  const { privateKey, publicKey } = await webcrypto.subtle.generateKey(
    { name: 'ECDSA', namedCurve: 'P-256' },
    true,
    ['sign', 'verify'],
  )
  const jwk = async (key: webcrypto.CryptoKey) => await webcrypto.subtle.exportKey('jwk', key)
  const signer = ecdsaSigner({ name: 'bench', privateKey: await jwk(privateKey) })
  const keys = { bench: await jwk(publicKey) }
  const platform = createPlatform({ store, plugins: [], signer })

  await fill(store, 0, size)
  const whole = await time(() => platform.audit.checkpoint(systemActor))
  const log = await store.readAll(0, size)
  const verified: number[] = []
  const hashed: number[] = []
  for (let round = 0; round < rounds; round++) {
    hashed.push(await time(async () => hashOnly(log)))
    verified.push(
      await time(async () => {
        const report = await platform.audit.verify({ keys }, systemActor)
        if (!report.ok || report.events !== size) throw new Error('the log does not verify')
      }),
    )
  }
  const further: number[] = []
  for (let round = 0; round < 20; round++) {
    await fill(store, size + round * 1000, 1000)
    further.push(await time(() => platform.audit.checkpoint(systemActor)))
  }
  return {
    size,
    verifiedPerSecond: size / median(verified),
    hashedPerSecond: size / median(hashed),
    bytes: eventText('', log[0] as RecordedEvent).length,
    firstCheckpoint: whole * 1000,
    furtherCheckpoint: median(further) * 1000,
  }
}

/** Cases of five events that are worked on side by side, a hundred at a time. */
async function fill(store: Store, from: number, count: number): Promise<void> {
  const ends = new Map<string, PendingEvent>()
  for (let at = from; at < from + count; at += 100) {
    const streams = Array.from({ length: 100 }, (_, index) => {
      const stream = `01910000-0000-7000-8000-${String(Math.floor(at / 500) * 100 + index).padStart(12, '0')}`
      const last = ends.get(stream)
      const event = noted(stream, (last?.version ?? 0) + 1, at + index)
      const text = eventText(last?.hash ?? '', event)
      const pending = { ...event, hash: createHash('sha256').update(text).digest('base64url') }
      ends.set(stream, pending)
      return { stream, expectedVersion: event.version - 1, events: [pending] }
    })
    await store.commit({ streams, rows: [] })
    if (at % 500 === 400) ends.clear()
  }
}

function noted(stream: string, version: number, number: number): Omit<PendingEvent, 'hash'> {
  return {
    type: 'petition.complaint-noted',
    data: {
      text: 'The street lamp in front of the house has been dark since the storm of last week, and nobody has come.',
      number: `2024-${number}`,
      channel: 'hotline',
      unit: 'county-huaiyin-street-7',
      contact: { petitioner: 'r-48151', language: 'zh', callback: true },
    },
    stream,
    version,
    at: '2024-08-02T01:00:00.000Z',
    by: { kind: 'officer', id: 'officer-17', unit: 'county-huaiyin' },
  }
}

function eventText(previous: string, event: Omit<PendingEvent, 'hash'>): string {
  const { stream, version, type, at, by, rules, sealed, data } = event
  return JSON.stringify([previous, stream, version, type, at, by, rules ?? null, sealed ?? null, data])
}

/** The least that any verification of a chain does. */
function hashOnly(log: readonly RecordedEvent[]): void {
  const ends = new Map<string, string>()
  for (const event of log) {
    if (nodeHash('sha256', eventText(ends.get(event.stream) ?? '', event), 'base64url') !== event.hash)
      throw new Error('an event does not have its hash')
    ends.set(event.stream, event.hash)
  }
}

/** Seconds. */
async function time(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}
