import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Engine } from '../case/engine.js'
import { admin } from '../case/town.fixture.js'
import { chainHash, type Digest } from '../event/chain.js'
import { loadDigest } from '../event/digest.js'
import type { RecordedEvent } from '../event/event.js'
import { createPlatform } from '../platform.js'
import { memoryStore } from '../store/memory.js'
import type { AuditReport, AuditResume, VerifyOptions } from './audit.js'
import type { Checkpoint } from './checkpoint.js'
import type { FindingKind } from './findings.js'
import { type Forged, forge, testKeys } from './forged.fixture.js'
import { verify } from './verify.js'

const { signer, publicKey } = await testKeys()
const digest = await loadDigest()

/** Which stream each event is of, in order; `null` is a checkpoint. */
type Plan = readonly (number | null)[]
const plans: fc.Arbitrary<Plan> = fc
  .array(fc.oneof({ weight: 5, arbitrary: fc.nat(4) }, { weight: 1, arbitrary: fc.constant(null) }), {
    minLength: 4,
    maxLength: 40,
  })
  .map((plan) => [...plan, 0, 1, 0, 1, null])

async function logOf(plan: Plan): Promise<Forged> {
  const store = memoryStore()
  const platform = createPlatform({ store, plugins: [], signer, now: () => 1_700_000_000_000 })
  const ends = new Map<string, { version: number; hash: string }>()
  const published: Checkpoint[] = []
  for (const [index, step] of plan.entries()) {
    if (step === null) {
      const checkpoint = await platform.audit.checkpoint(admin)
      if (checkpoint.number > published.length) published.push(checkpoint)
      continue
    }
    const stream = `s${step}`
    const end = ends.get(stream) ?? { version: 0, hash: '' }
    const event = eventOf(digest, stream, end, index)
    await store.commit({ streams: [{ stream, expectedVersion: end.version, events: [event] }], rows: [] })
    ends.set(stream, event)
  }
  return await forge(store, published, { test: publicKey })
}

function eventOf(hashing: Digest, stream: string, end: { version: number; hash: string }, n: number) {
  const at = '2024-01-01T00:00:00.000Z'
  const event = {
    type: 't',
    data: { n },
    stream,
    version: end.version + 1,
    at,
    by: { kind: 'system' },
  } as const
  return { ...event, hash: chainHash(hashing, end.hash, event) }
}

interface Manipulation {
  /** One of these must be among what is found. */
  readonly kinds: readonly FindingKind[]
  /** Does it, at a place of the log; false where it cannot be done there. */
  readonly manipulate: (forged: Forged, index: number) => boolean
}

const log: readonly FindingKind[] = [
  'LOG_SHORTER',
  'LOG_LONGER',
  'LOG_REORDERED',
  'LOG_REWRITTEN',
  'TAIL_CUT',
]
const eventAt = (forged: Forged, index: number) => forged.events[index] as RecordedEvent
const swap = (forged: Forged, one: number, other: number) => {
  const { position } = eventAt(forged, one)
  forged.change(one, { position: eventAt(forged, other).position })
  forged.change(other, { position })
  return true
}

const manipulations: Readonly<Record<string, Manipulation>> = {
  change: {
    kinds: ['EVENT_CHANGED'],
    manipulate: (forged, index) => {
      forged.change(index, { data: { n: -1 } })
      return true
    },
  },
  'change with a new chain': {
    kinds: ['LOG_REWRITTEN'],
    manipulate: (forged, index) => {
      forged.change(index, { data: { n: -1 } })
      forged.rechain(eventAt(forged, index).stream)
      return true
    },
  },
  'another hash': {
    kinds: ['EVENT_CHANGED'],
    manipulate: (forged, index) => {
      forged.change(index, { hash: digest('[]') })
      return true
    },
  },
  remove: {
    kinds: ['EVENT_MISSING', ...log],
    manipulate: (forged, index) => {
      forged.events.splice(index, 1)
      return true
    },
  },
  'remove with a new chain': {
    kinds: log,
    manipulate: (forged, index) => {
      const [{ stream } = { stream: '' }] = forged.events.splice(index, 1)
      forged.rechain(stream)
      return true
    },
  },
  'cut the tail': {
    kinds: ['TAIL_CUT'],
    manipulate: (forged, index) => {
      forged.events.splice(index)
      return true
    },
  },
  'remove a stream': {
    kinds: ['LOG_SHORTER', 'TAIL_CUT'],
    manipulate: (forged, index) => {
      const { stream } = eventAt(forged, index)
      forged.events = forged.events.filter((event) => event.stream !== stream)
      return true
    },
  },
  'insert a version again': {
    kinds: ['EVENT_INSERTED'],
    manipulate: (forged, index) => {
      const real = eventAt(forged, index)
      if (index === forged.events.length - 1) return false
      forged.events.push({ ...real, data: { n: -1 }, position: real.position + 0.5 })
      return true
    },
  },
  'insert a stream': {
    kinds: ['LOG_LONGER'],
    manipulate: (forged, index) => {
      const position = eventAt(forged, index).position - 0.5
      const event = eventOf(digest, 'new', { version: 0, hash: '' }, -1)
      forged.events.push({ ...event, position })
      return true
    },
  },
  'swap within a stream': {
    kinds: ['EVENTS_REORDERED'],
    manipulate: (forged, index) => {
      const { stream } = eventAt(forged, index)
      const next = forged.events.findIndex((event, place) => place > index && event.stream === stream)
      return next > 0 && swap(forged, index, next)
    },
  },
  'swap across streams': {
    kinds: ['LOG_REORDERED', 'LOG_REWRITTEN'],
    manipulate: (forged, index) => {
      const next = index + 1
      if (next >= forged.events.length || eventAt(forged, next).stream === eventAt(forged, index).stream)
        return false
      return swap(forged, index, next)
    },
  },
  'prune without a seal': {
    kinds: ['EVENT_REMOVED'],
    manipulate: (forged, index) => {
      forged.change(index, { type: 'core.pruned', data: null })
      return true
    },
  },
}

/** Verification in slices of some pages each, every time from plain JSON. */
async function inSlices(
  forged: Forged,
  options: VerifyOptions,
  slices: readonly number[],
): Promise<AuditReport> {
  let from: AuditResume | undefined
  for (let slice = 0; ; slice++) {
    const signal = { aborted: false }
    let pages = slices[slice % slices.length] ?? 1
    const onProgress = () => {
      pages--
      signal.aborted = pages <= 0
    }
    const report = await forged.verify({ ...options, from, signal: signal as never, onProgress })
    if (report.complete) return report
    from = JSON.parse(JSON.stringify(report.resume))
  }
}

describe('any log', () => {
  it('gives no finding, however it is read', async () => {
    await fc.assert(
      fc.asyncProperty(
        plans,
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 9 }),
        async (plan, slices, batch) => {
          const forged = await logOf(plan)
          const report = await forged.verify({ batch })
          expect(report).toMatchObject({ ok: true, complete: true, checkpoints: forged.published.length })
          expect(await inSlices(forged, { batch }, slices)).toEqual(report)
          expect(await inSlices(forged, { batch, checkpoints: forged.published }, slices)).toEqual(report)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe.each(Object.entries(manipulations))(
  'a log in whose midst somebody does this: %s',
  (_, { kinds, manipulate }) => {
    it('gives a finding that names it, and the same in slices and with little memory', async () => {
      await fc.assert(
        fc.asyncProperty(
          plans,
          fc.nat(),
          fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1 }),
          async (plan, place, slices) => {
            const forged = await logOf(plan)
            fc.pre(manipulate(forged, place % forged.events.length))
            const report = await forged.verify({ batch: 3 })
            expect(report.ok).toBe(false)
            expect(report.findings.some(({ kind }) => kinds.includes(kind))).toBe(true)
            expect(await inSlices(forged, { batch: 3 }, slices)).toEqual(report)

            const engine = { store: forged.store, digest, ready: () => undefined } as unknown as Engine
            const forgetful = await verify(engine, { keys: forged.keys, batch: 3 }, admin, 1)
            expect(forgetful).toEqual(report)
          },
        ),
        { numRuns: 60 },
      )
    })
  },
)
