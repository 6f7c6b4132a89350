import { describe, expect, it } from 'vitest'
import { admin } from '../case/town.fixture.js'
import { chainHash } from '../event/chain.js'
import type { RecordedEvent } from '../event/event.js'
import type { AuditReport } from './audit.js'
import type { Checkpoint } from './checkpoint.js'
import { auditedTown, type Forged, forge, forgedTown } from './forged.fixture.js'

const kinds = ({ findings }: AuditReport) => [...new Set(findings.map(({ kind }) => kind))].sort()
const cell = (number: number) => `audit/checkpoint/${String(number).padStart(16, '0')}`

/** Index in the log of a version of a case. */
const at = (forged: Forged, stream: string | undefined, version: number) =>
  forged.events.findIndex((event) => event.stream === stream && event.version === version)
const swapPlaces = (forged: Forged, one: number, other: number) => {
  const positions = [forged.events[one]?.position, forged.events[other]?.position] as const
  forged.change(one, { position: positions[1] as number })
  forged.change(other, { position: positions[0] as number })
}

describe('what nobody has touched', () => {
  it('gives no finding', async () => {
    const forged = await forgedTown()
    const report = await forged.verify({ checkpoints: forged.published })
    expect(report).toMatchObject({ ok: true, complete: true, found: 0, checkpoints: 3, pruned: 0 })
    expect(report.events).toBe(forged.events.length)
  })

  it('says where signatures were not checked', async () => {
    const forged = await forgedTown()
    expect(await forged.verify({ keys: undefined })).toMatchObject({ ok: true, signaturesChecked: false })
  })

  it('is told while it goes on', async () => {
    const forged = await forgedTown()
    const places: number[] = []
    await forged.verify({ onProgress: ({ position, head }) => places.push(position / head) })
    expect(places.at(-1)).toBe(1)
    expect(places.length).toBe(Math.ceil(forged.events.length / 7))
  })
})

describe('a changed event', () => {
  it.each([
    ['content', { data: { text: 'never seen' } }],
    ['author', { by: { kind: 'system', id: 'somebody' } }],
    ['time', { at: '2020-01-01T00:00:00.000Z' }],
    ['type', { type: 'permit.handled' }],
    ['sealed digests', { sealed: { ann: 'x' } }],
  ] as const)('is found by its %s', async (_, change) => {
    const forged = await forgedTown()
    const index = at(forged, forged.ids[3], 2)
    forged.change(index, change)
    const report = await forged.verify()
    expect(report.findings).toMatchObject([
      { kind: 'EVENT_CHANGED', stream: forged.ids[3], version: 2, position: index + 1 },
    ])
  })

  it('is found only by a checkpoint where the chain was computed anew, and the stretch is named', async () => {
    const forged = await forgedTown()
    forged.change(at(forged, forged.ids[3], 3), { data: { handler: 'nobody' } })
    forged.rechain(forged.ids[3] as string)
    expect((await forged.verify()).findings).toMatchObject([
      { kind: 'LOG_REWRITTEN', since: 2, checkpoint: 3, position: forged.events.length },
    ])
  })

  it('is found only by a checkpoint kept elsewhere where the last one here was removed too', async () => {
    const forged = await forgedTown()
    forged.change(at(forged, forged.ids[3], 3), { data: { handler: 'nobody' } })
    forged.rechain(forged.ids[3] as string)
    forged.cells.delete(cell(3))
    expect((await forged.verify()).ok).toBe(true)
    const report = await forged.verify({ checkpoints: forged.published.slice(2) })
    expect(report.findings).toMatchObject([
      { kind: 'CHECKPOINT_MISSING', checkpoint: 3 },
      { kind: 'LOG_REWRITTEN', since: 2, checkpoint: 3 },
    ])
  })
})

describe('an event that is gone', () => {
  it('leaves a gap in its stream', async () => {
    const forged = await forgedTown()
    forged.events.splice(at(forged, forged.ids[0], 3), 1)
    const report = await forged.verify()
    expect(report.findings).toMatchObject([
      { kind: 'EVENT_MISSING', stream: forged.ids[0], version: 4 },
      { kind: 'LOG_SHORTER', since: 2, checkpoint: 3 },
    ])
  })

  it('is found where it was the first of its stream', async () => {
    const forged = await forgedTown()
    forged.events.splice(at(forged, forged.ids[0], 1), 1)
    expect(kinds(await forged.verify())).toEqual(['EVENT_MISSING', 'LOG_SHORTER'])
  })

  it('is found where the others were numbered anew', async () => {
    const forged = await forgedTown()
    forged.events.splice(at(forged, forged.ids[0], 2), 1)
    for (const version of [3, 4]) forged.change(at(forged, forged.ids[0], version), { version: version - 1 })
    expect(kinds(await forged.verify())).toEqual(['EVENT_CHANGED', 'LOG_SHORTER'])
  })

  it('is found as the last of its stream by a checkpoint', async () => {
    const forged = await forgedTown()
    forged.events.splice(at(forged, forged.ids[0], 4), 1)
    expect(kinds(await forged.verify())).toEqual(['LOG_SHORTER'])
  })

  it('is found together with the whole end of the log', async () => {
    const forged = await forgedTown()
    forged.events.splice(-5)
    const report = await forged.verify()
    expect(report.findings).toMatchObject([{ kind: 'TAIL_CUT', since: 2, checkpoint: 3 }])
    forged.cells.delete(cell(3))
    expect((await forged.verify()).ok).toBe(true)
    expect(kinds(await forged.verify({ checkpoints: forged.published }))).toEqual([
      'CHECKPOINT_MISSING',
      'TAIL_CUT',
    ])
  })
})

describe('an event too many', () => {
  const forgedEvent = (
    forged: Forged,
    like: RecordedEvent,
    change: Partial<RecordedEvent>,
    previous = '',
  ) => {
    const event = { ...like, ...change }
    return { ...event, hash: chainHash(forged.digest, previous, event) }
  }

  it('is found behind the real one', async () => {
    const forged = await forgedTown()
    const real = forged.events[at(forged, forged.ids[0], 2)] as RecordedEvent
    forged.events.push(forgedEvent(forged, real, { position: real.position + 0.5 }))
    const { findings } = await forged.verify()
    expect(findings).toMatchObject([
      { kind: 'EVENT_INSERTED', stream: forged.ids[0], version: 2, position: real.position + 0.5 },
      { kind: 'LOG_LONGER', since: 1, checkpoint: 2 },
    ])
  })

  it('is found before the real one', async () => {
    const forged = await forgedTown()
    const real = forged.events[at(forged, forged.ids[0], 2)] as RecordedEvent
    forged.events.push(forgedEvent(forged, real, { position: real.position - 0.5 }))
    expect((await forged.verify()).findings).toMatchObject([
      { kind: 'EVENT_INSERTED', version: 2, position: real.position - 0.5 },
      { kind: 'LOG_LONGER', since: 1, checkpoint: 2 },
    ])
  })

  it('is found as a stream of its own by a checkpoint', async () => {
    const forged = await forgedTown()
    const real = forged.events[at(forged, forged.ids[0], 1)] as RecordedEvent
    forged.events.push(forgedEvent(forged, real, { stream: 'new', position: real.position + 0.5 }))
    expect((await forged.verify()).findings).toMatchObject([{ kind: 'LOG_LONGER', since: 1, checkpoint: 2 }])
  })

  it('after the last checkpoint is not found: that is the window between two checkpoints', async () => {
    const forged = await forgedTown()
    const real = forged.events[at(forged, forged.ids[0], 1)] as RecordedEvent
    forged.events.push(forgedEvent(forged, real, { stream: 'new', position: 1000 }))
    expect((await forged.verify()).ok).toBe(true)
  })
})

describe('another order', () => {
  it('within a stream is found by its versions', async () => {
    const forged = await forgedTown()
    swapPlaces(forged, at(forged, forged.ids[0], 3), at(forged, forged.ids[0], 4))
    expect((await forged.verify()).findings).toMatchObject([
      { kind: 'EVENTS_REORDERED', stream: forged.ids[0], version: 3 },
      { kind: 'LOG_REORDERED', since: 2, checkpoint: 3 },
    ])
  })

  it('of streams is found by a checkpoint', async () => {
    const forged = await forgedTown()
    swapPlaces(forged, at(forged, forged.ids[0], 2), at(forged, forged.ids[1], 2))
    expect((await forged.verify()).findings).toMatchObject([
      { kind: 'LOG_REORDERED', since: 1, checkpoint: 2 },
    ])
  })

  it('that carries an event over a checkpoint is found at that one', async () => {
    const forged = await forgedTown()
    swapPlaces(forged, at(forged, forged.ids[7], 2), at(forged, forged.ids[0], 3))
    const report = await forged.verify()
    expect(kinds(report)).toContain('LOG_REWRITTEN')
    expect(report.findings).toContainEqual(expect.objectContaining({ since: 1, checkpoint: 2 }))
  })
})

describe('a whole stream', () => {
  it('that is gone is found by the checkpoints of each stretch', async () => {
    const forged = await forgedTown()
    forged.events = forged.events.filter(({ stream }) => stream !== forged.ids[2])
    const { findings } = await forged.verify()
    expect(findings).toMatchObject([
      { kind: 'LOG_SHORTER', since: 1, checkpoint: 2 },
      { kind: 'LOG_SHORTER', since: 2, checkpoint: 3 },
    ])
  })
})

describe('a checkpoint that was tampered with', () => {
  const change = (forged: Forged, number: number, part: Partial<Checkpoint>) => {
    const value = { ...(forged.cells.get(cell(number))?.value as Checkpoint), ...part }
    forged.cells.set(cell(number), { value, revision: 1 })
  }

  it('is found by its signature', async () => {
    const forged = await forgedTown()
    change(forged, 2, { at: '2020-01-01T00:00:00.000Z' })
    expect((await forged.verify()).findings).toMatchObject([{ kind: 'CHECKPOINT_INVALID', checkpoint: 2 }])
  })

  it('is found without keys by the one after it', async () => {
    const forged = await forgedTown()
    change(forged, 2, { at: '2020-01-01T00:00:00.000Z' })
    const { findings } = await forged.verify({ keys: undefined })
    expect(findings).toMatchObject([{ kind: 'CHECKPOINT_INVALID', checkpoint: 3 }])
  })

  it('is found by the one that is kept elsewhere', async () => {
    const forged = await forgedTown()
    change(forged, 3, { at: '2020-01-01T00:00:00.000Z' })
    const { findings } = await forged.verify({ keys: undefined, checkpoints: forged.published })
    expect(findings).toMatchObject([{ kind: 'CHECKPOINT_INVALID', checkpoint: 3 }])
  })

  it('is found where it has another form', async () => {
    const forged = await forgedTown()
    forged.cells.set(cell(2), { value: 'nothing', revision: 1 })
    forged.cells.set('audit/checkpoint/zzz', { value: 1, revision: 1 })
    expect(kinds(await forged.verify())).toEqual(['CHECKPOINT_INVALID'])
    expect((await forged.verify()).found).toBe(2)
    const { findings } = await forged.verify({ checkpoints: forged.published })
    expect(findings[0]?.message).toBe('checkpoint 2 is damaged here; the one that is kept elsewhere counts')
  })

  it('is found where its name is not that of its number, or its signer is unknown', async () => {
    const forged = await forgedTown()
    forged.cells.set(cell(4), { value: forged.published[2], revision: 1 })
    expect(kinds(await forged.verify())).toEqual(['CHECKPOINT_INVALID'])
    expect(await forged.verify({ keys: {} })).toMatchObject({ found: 4, checkpoints: 0 })
  })

  it('is missed in the chain', async () => {
    const forged = await forgedTown()
    forged.cells.delete(cell(2))
    expect((await forged.verify()).findings).toMatchObject([{ kind: 'CHECKPOINT_MISSING', checkpoint: 2 }])
    forged.cells.delete(cell(1))
    expect((await forged.verify()).findings[0]?.message).toBe('checkpoints 1 to 2 are not kept here')
  })

  it('does not spoil those that are kept elsewhere', async () => {
    const forged = await forgedTown()
    const [first] = forged.published
    const checkpoints = [first, { ...first, at: 'then' }, 'nothing', ...forged.published] as Checkpoint[]
    const report = await forged.verify({ checkpoints })
    expect(kinds(report)).toEqual(['CHECKPOINT_INVALID'])
    expect(report).toMatchObject({ found: 2, checkpoints: 3 })
  })

  it('does not spoil them either where it claims to cover far more and nobody checks signatures', async () => {
    const forged = await forgedTown()
    change(forged, 2, { position: 1_000_000 })
    forged.change(at(forged, forged.ids[3], 3), { data: { handler: 'nobody' } })
    forged.rechain(forged.ids[3] as string)
    const checkpoints = forged.published.slice(2)
    const { findings } = await forged.verify({ keys: undefined, checkpoints })
    expect(findings).toMatchObject([
      { kind: 'CHECKPOINT_INVALID', checkpoint: 2 },
      { kind: 'LOG_REWRITTEN', since: 1, checkpoint: 3 },
    ])
  })

  it('is not built upon', async () => {
    const { store, platform, published, keys, apply } = await auditedTown()
    await store.writeCell(cell(3), { ...published[2], peaks: [] }, 1)
    await apply('more')
    const fourth = await platform.audit.checkpoint(admin)
    expect(fourth.number).toBe(4)
    const report = await platform.audit.verify({ keys }, admin)
    expect(report.findings).toMatchObject([{ kind: 'CHECKPOINT_INVALID', checkpoint: 3 }])
    expect(report.checkpoints).toBe(3)
  })
})

describe('pruned events', () => {
  /** Prunes a case as the command for it does: with a last event that seals what is left. */
  async function prunedTown(change: { readonly until?: number; readonly head?: string } = {}) {
    const { store, platform, published, keys, ids } = await auditedTown()
    const { events } = await forge(store, published, keys)
    const stream = ids[1] as string
    const [, , third, last] = await store.read(stream)
    const seal = {
      type: 'core.case-pruned',
      data: { until: 3, head: third?.hash, ground: 'retentionExpired', ...change },
      stream,
      version: 5,
      at: last?.at as string,
      by: { kind: 'system' as const },
    }
    const hash = chainHash((await forge(store, published, keys)).digest, last?.hash as string, seal)
    await store.commit({
      streams: [{ stream, expectedVersion: 4, events: [{ ...seal, hash }] }],
      rows: [],
      prune: [{ stream, until: 3 }],
    })
    published.push(await platform.audit.checkpoint(admin))
    return { forged: await forge(store, published, keys), before: events, stream }
  }

  it('are fine where a later event of the stream seals them', async () => {
    const { forged } = await prunedTown()
    expect(await forged.verify()).toMatchObject({ ok: true, pruned: 3, checkpoints: 4 })
  })

  it('are removed events where the seal names another head', async () => {
    const { forged, stream } = await prunedTown({ head: 'other' })
    const report = await forged.verify()
    expect(kinds(report)).toEqual(['EVENT_REMOVED'])
    expect(report.findings.map(({ version }) => version)).toEqual([1, 2, 3])
    expect(report.findings[0]?.stream).toBe(stream)
  })

  it('are removed events beyond the seal', async () => {
    const { forged, stream } = await prunedTown()
    forged.change(at(forged, stream, 4), { type: 'core.pruned', data: null, by: { kind: 'system' } })
    expect((await forged.verify()).findings).toMatchObject([{ kind: 'EVENT_REMOVED', version: 4 }])
  })

  it('are removed events without a seal', async () => {
    const forged = await forgedTown()
    forged.change(at(forged, forged.ids[5], 2), { type: 'core.pruned', data: null })
    expect((await forged.verify()).findings).toMatchObject([{ kind: 'EVENT_REMOVED', version: 2 }])
  })

  it('still hold their place: another hash is found by a checkpoint', async () => {
    const { forged, stream } = await prunedTown()
    forged.change(at(forged, stream, 1), { hash: forged.events[0]?.hash as string })
    expect(kinds(await forged.verify())).toEqual(['LOG_REWRITTEN'])
  })
})

describe('the report', () => {
  it('holds the first findings and counts all', async () => {
    const forged = await forgedTown()
    for (const index of forged.events.keys()) forged.change(index, { at: '2020-01-01T00:00:00.000Z' })
    const report = await forged.verify({ mostFindings: 3 })
    expect(report.findings).toHaveLength(3)
    expect(report.found).toBe(forged.events.length)
  })

  it('survives fields that are no longer what they were', async () => {
    const forged = await forgedTown()
    const nonsense = [
      { version: 'x' },
      { version: -1 },
      { hash: null },
      { stream: null },
      { data: undefined },
      { by: null },
    ]
    for (const [index, change] of nonsense.entries()) forged.change(10 + index, change as never)
    const report = await forged.verify()
    expect(report.found).toBeGreaterThanOrEqual(nonsense.length)
    expect(report.complete).toBe(true)
  })

  it('refuses options that are none', async () => {
    const forged = await forgedTown()
    for (const options of [{ batch: 0 }, { from: {} }, { unknown: 1 }, { keys: 3 }])
      await expect(forged.verify(options as never)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  })
})
