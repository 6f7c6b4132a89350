import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { checkActor } from './access/actor.js'
import { permits } from './case/permit.fixture.js'
import { admin, ann, officer, outcome, refusal, town } from './case/town.fixture.js'
import { createPlatform } from './platform.js'
import { memoryStore } from './store/memory.js'

/** What a host in JavaScript, or somebody behind it, may pass where another thing is meant. */
const trap = (): object =>
  new Proxy(
    {},
    {
      get: () => {
        throw new Error('sprung')
      },
      ownKeys: () => {
        throw new Error('sprung')
      },
    },
  )

describe('an actor', () => {
  it.each([
    [null],
    [undefined],
    [7],
    ['ann'],
    [[]],
    [{ kind: 'king', id: 'x' }],
    [{ kind: 'resident' }],
    [{ kind: 'resident', id: '' }],
    [{ kind: 'resident', id: 'x'.repeat(129) }],
    [{ kind: 'officer', id: 'x', unit: 'u' }],
    [{ kind: 'officer', id: 'x', unit: 'u', roles: [7] }],
    [{ kind: 'officer', id: 'x', unit: 'u', roles: Array(101).fill('r') }],
    [{ kind: 'officer', id: 'x', unit: 7, roles: [] }],
    ['a trap'],
  ])('is refused where it is none: %o', async (given) => {
    const by = given === 'a trap' ? trap() : given
    const { permit, platform, apply } = await town()
    const { id } = await apply()
    for (const work of [
      () => permit.note(id, { text: 'x' }, by as never),
      () => permit.get(id, by as never),
      () => permit.history(id, by as never),
      () => permit.actions(id, by as never),
      () => platform.cases.find({}, by as never),
      () => platform.deadlines.of(id, by as never),
      () => platform.calendars.announce('test', { holidays: [], workdays: [], source: 's' }, by as never),
      () => platform.organizations.rename({ unit: 'works', name: 'x', on: '2024-03-01' }, by as never),
    ]) {
      expect(await outcome(work())).toBe('ACTOR_INVALID')
    }
  })

  it('that its caller changes while the command is under way stays who it was', async () => {
    const { permit, apply } = await town()
    const { id } = await apply()
    const by = { kind: 'officer' as const, id: 'o1', unit: 'works', roles: ['head'] }
    const granting = permit.grant(id, {}, by)
    by.id = 'o2'
    by.unit = 'parks'
    by.roles.length = 0
    await granting
    const { by: recorded } = (await permit.history(id, admin)).at(-1) ?? {}
    expect(recorded).toEqual({ kind: 'officer', id: 'o1', unit: 'works' })
  })

  it('is copied once, and again after a change', () => {
    const by = { kind: 'officer' as const, id: 'o1', unit: 'works', roles: ['head'] }
    const first = checkActor(by)
    expect(checkActor(by)).toBe(first)
    by.roles.push('handler')
    expect(checkActor(by)).toEqual(by)
    expect(first).toMatchObject({ roles: ['head'] })
  })
})

describe('a platform', () => {
  it.each([
    [null],
    [undefined],
    [7],
    [{ store: memoryStore(), plugins: [], now: 5 }],
    [{ store: memoryStore(), plugins: [], random: 'x' }],
    [{ store: memoryStore(), plugins: [], onListenerError: {} }],
    [{ store: memoryStore(), plugins: [], workingSet: -1 }],
    [{ store: memoryStore(), plugins: [], refreshAfter: Number.NaN }],
  ])('is not made of %o', (options) => {
    expect(() => createPlatform(options as never)).toThrow(
      expect.objectContaining({ code: 'OPTIONS_INVALID' }),
    )
  })

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [-1], [253_402_300_800_000], ['x'], [undefined]])(
    'takes no instant from a clock that says %s, and stores nothing',
    async (instant) => {
      const store = memoryStore()
      const platform = createPlatform({ store, plugins: [permits()], now: () => instant as never })
      const input = { subject: 'shed', unit: 'works', applicant: 'ann' }
      expect(await outcome(platform.permit.permit.apply(input, ann))).toBe('OPTIONS_INVALID')
      expect(await store.readAll(0, 10)).toEqual([])
    },
  )

  it('takes a clock with fractions of a millisecond', async () => {
    const platform = createPlatform({
      store: memoryStore(),
      plugins: [permits()],
      now: () => 1_700_000_000_000.75,
    })
    const { id } = await platform.permit.permit.apply({ subject: 's', unit: 'works', applicant: 'ann' }, ann)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it.each([
    [null, null],
    ['permit.applied', 5],
    [5, () => {}],
  ])('does not listen to %o with %o', async (type, listener) => {
    const { platform } = await town()
    expect(() => platform.events.on(type as never, listener as never)).toThrow(
      expect.objectContaining({ code: 'OPTIONS_INVALID' }),
    )
  })

  it('hears of a listener that fails with any kind of promise', async () => {
    const failed: unknown[] = []
    const platform = createPlatform({
      store: memoryStore(),
      plugins: [permits()],
      onListenerError: (error) => failed.push(error),
    })
    platform.events.on('permit.applied', () => runInNewContext("Promise.reject('of another realm')"))
    await platform.permit.permit.apply({ subject: 's', unit: 'works', applicant: 'ann' }, ann)
    await new Promise((resolve) => setTimeout(resolve))
    expect(failed).toEqual(['of another realm'])
  })
})

describe('an input', () => {
  it.each([
    ['a trap', () => trap()],
    ['a trap inside', () => ({ subject: trap(), unit: 'works', applicant: 'ann' })],
    ['a trap beside', () => ({ subject: 's', unit: 'works', applicant: 'ann', more: trap() })],
  ])('that is %s is refused, and nothing is stored', async (_, input) => {
    const { permit, store } = await town()
    const before = (await store.readAll(0, 1000)).length
    expect(await outcome(permit.apply(input() as never, admin))).toBe('INPUT_INVALID')
    expect((await store.readAll(0, 1000)).length).toBe(before)
  })

  it('of ten megabytes in the place of an id is not repeated in the error', async () => {
    const { permit, platform } = await town()
    const huge = 'x'.repeat(10_000_000)
    const by = officer('o', 'works')
    for (const work of [
      () => permit.get(huge, by),
      () => permit.history(huge, by),
      () => permit.note(huge, { text: 'x' }, by),
      () => platform.deadlines.of(huge, by),
      () => platform.deadlines.explain(huge, huge, by),
      () => platform.calendars.announce(huge, { holidays: [], workdays: [], source: 's' }, admin),
      () => platform.organizations.actor(huge, huge),
      () => platform.organizations.lineage(huge),
      () => platform.organizations.asOf(huge),
      () => platform.organizations.current().then((directory) => directory.get(huge)),
      () => platform.cases.find({ unit: huge }, by),
      () => platform.cases.find({ cursor: huge }, by),
    ]) {
      expect(JSON.stringify(await refusal(work())).length).toBeLessThan(1000)
    }
  })

  it.each([[null], [undefined], [7], [{}]])('to a rehearsal is a profile, not %o', async (rules) => {
    const { platform } = await town()
    const rehearsal = async () => {
      for await (const _ of platform.deadlines.rehearse(rules as never, admin))
        throw new Error('it found something')
    }
    expect(await outcome(rehearsal())).toBe('RULES_INVALID')
  })
})
