import { describe, expect, it } from 'vitest'
import { inboxView } from '../inbox/row.js'
import { createPlatform } from '../platform.js'
import { definePlugin } from '../plugin.js'
import { memoryStore } from '../store/memory.js'
import type { Store } from '../store/port.js'
import { testClock } from '../testing/test-platform.js'
import { type PermitPlugin, permitKind, permits } from './permit.fixture.js'
import { admin, ann, officer, outcome, refusal, town } from './town.fixture.js'

async function place(
  store: Store,
  more: { refreshAfter?: number; now?: () => number; plugins?: readonly [PermitPlugin] } = {},
) {
  const { plugins = [permits()], ...rest } = more
  const platform = createPlatform({ store, plugins, ...rest })
  const unit = { id: 'works', name: 'Works', level: 'city', type: 'department' }
  if ((await platform.organizations.current()).size === 0) await platform.organizations.open(unit, admin)
  return {
    platform,
    permit: platform.permit.permit,
    apply: (subject: string) =>
      platform.permit.permit.apply({ subject, unit: 'works', applicant: 'ann' }, ann),
  }
}
const clerk = officer('c', 'works')

const sleep = (ms: number) => new Promise((r) => setTimeout(r, ms))
describe('what nobody may find out, and what must be told', () => {
  const accused = officer('p', 'parks', 'head')
  it('expectedVersion tells nobody of a case that accuses', async () => {
    const { permit, apply } = await town()
    const { id } = await apply('x', { against: 'parks' })
    for (const by of [accused, { kind: 'anonymous' as const }]) {
      expect(await outcome(permit.note(id, { text: 'x' }, by, { expectedVersion: 77 }))).toBe(
        await outcome(permit.note('0'.repeat(26), { text: 'x' }, by, { expectedVersion: 77 })),
      )
    }
  })
  it('deadlines answer of a sealed case as of none', async () => {
    const { platform, apply } = await town()
    const { id } = await apply('x', { against: 'parks' })
    const none = '0'.repeat(id.length)
    const text = async (one: string) =>
      (await refusal(platform.deadlines.of(one, accused))).message.replace(one, 'ID')
    expect(await text(id)).toBe(await text(none))
  })
  it('an officer of an ended unit gets one answer for a sealed case and for none', async () => {
    const { platform, permit, apply } = await town()
    const { id } = await apply('x', { against: 'parks' })
    await platform.organizations.close({ unit: 'parks', on: '2024-03-01' }, admin)
    const none = '0'.repeat(id.length)
    const answers = async (one: string) =>
      await Promise.all([
        outcome(permit.get(one, accused)),
        outcome(permit.history(one, accused)),
        outcome(permit.note(one, { text: 'x' }, accused)),
        outcome(platform.deadlines.of(one, accused)),
      ])
    expect(await answers(id)).toEqual(await answers(none))
  })
  it('the inbox asks the read rule of the kind', async () => {
    const kind = {
      ...permitKind,
      read: ({ actor }: { actor: { kind: string } }) =>
        actor.kind === 'system' ? undefined : { code: 'NO', message: 'no' },
    } as never
    const plugin = definePlugin<PermitPlugin>({
      id: 'permit',
      requires: [],
      setup: (host) => ({ permit: host.addKind(kind), bySecret: async () => [] }) as never,
    })
    const { platform, permit, apply } = await place(memoryStore(), { plugins: [plugin] })
    const { id } = await apply('secret')
    expect(await outcome(permit.get(id, clerk))).toBe('READ_NOT_ALLOWED')
    expect((await platform.cases.find({}, clerk)).items).toEqual([])
  })
  it('a command repeated with its key by another process returns the first result', async () => {
    const store = memoryStore()
    const one = await place(store)
    const two = await place(store)
    const { id } = await one.apply('a')
    const head = officer('h', 'works', 'head')
    const give = (p: typeof one) =>
      outcome(p.permit.grant(id, {}, head, { idempotencyKey: 'k', expectedVersion: 1 }))
    expect(await Promise.all([give(one), give(two)])).toEqual(['allowed', 'allowed'])
  })
  it('a key of somebody anonymous must be hard to guess, since they all share one space of keys', async () => {
    const { permit } = await town()
    const input = { subject: 'noise', unit: 'works', applicant: '' }
    const nobody = { kind: 'anonymous' } as const
    expect(await outcome(permit.apply(input, nobody, { idempotencyKey: '1' }))).toBe('INPUT_INVALID')
    const key = { idempotencyKey: '0192f0d4-6a7e-7c3b-9b1e-1f2d3c4b5a69' }
    const first = await permit.apply(input, nobody, key)
    expect((await permit.apply(input, nobody, key)).id).toBe(first.id)
  })
  it('a page for one who may see little takes few reads', async () => {
    const { apply, store } = await town()
    for (let n = 0; n < 1000; n++) await apply(`s${n}`)
    let reads = 0
    const counted: Store = {
      ...store,
      find: (...a) => {
        reads++
        return store.find(...a)
      },
    }
    const p = createPlatform({ store: counted, plugins: [permits()] })
    expect((await p.cases.find({ unit: 'city', limit: 1 }, officer('x', 'parks'))).items).toEqual([])
    expect(reads).toBeLessThan(20)
  })
  it('a row that another process wrote with an older calendar is mended by the next tick', async () => {
    const store = memoryStore()
    const clock = testClock('2024-03-01T02:00:00Z')
    const one = await place(store, { now: clock.now })
    const two = await place(store, { now: clock.now, refreshAfter: 3_600_000 })
    await two.apply('warm')
    await one.platform.calendars.announce(
      'test',
      { holidays: ['2024-03-11'], workdays: [], source: 'x' },
      admin,
    )
    const { id } = await two.apply('late')
    await one.platform.deadlines.tick()
    const row = (await store.find(inboxView.name, { limit: 9 })).rows.find((r) => r.key === id)?.row
    const [deadline] = await one.platform.deadlines.of(id, admin)
    expect(new Date(row?.dueAt as number).toISOString()).toBe(deadline?.dueAt)
  })
  it('a command repeated with its key while the first is under way returns the first result', async () => {
    const store = memoryStore()
    const slow: Store = {
      ...store,
      commit: async (c) => {
        await sleep(10)
        return await store.commit(c)
      },
    }
    const { permit, apply } = await place(slow)
    const { id } = await apply('a')
    const head = officer('h', 'works', 'head')
    const give = () => outcome(permit.grant(id, {}, head, { idempotencyKey: 'k' }))
    expect(await Promise.all([give(), give()])).toEqual(['allowed', 'allowed'])
  })

  it('a command that changes nothing is answered from the case as it is now', async () => {
    const store = memoryStore()
    const one = await place(store)
    const two = await place(store)
    const { id } = await one.apply('a')
    await two.permit.get(id, clerk)
    await one.permit.accuse(id, { unit: 'works' }, admin)
    expect(await outcome(two.permit.get(id, clerk))).toBe('CASE_NOT_FOUND')
    const three = await place(store)
    const other = await three.apply('b')
    await two.permit.get(other.id, clerk)
    await one.permit.accuse(other.id, { unit: 'works' }, admin)
    expect(await outcome(two.permit.note(other.id, { text: '' }, clerk))).toBe('CASE_NOT_FOUND')
  })
})
