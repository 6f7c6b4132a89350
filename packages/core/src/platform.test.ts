import { describe, expect, it, vi } from 'vitest'
import { type PermitEvent, type PermitPlugin, permitKind, permits } from './case/permit.fixture.js'
import { admin, ann, bob, outcome, town } from './case/town.fixture.js'
import type { RecordedEvent } from './event/event.js'
import { createPlatform } from './platform.js'
import { definePlugin, type Plugin, type PluginHost } from './plugin.js'
import { memoryStore } from './store/memory.js'
import { countedRandom, testClock, testPlatform } from './testing/test-platform.js'

const at = '2024-03-01T02:00:00Z'
const shed = { subject: 'shed', unit: 'works', applicant: 'ann' }
const works = { id: 'works', name: 'works', level: 'city', type: 'department' }

/** A plugin that stands on the permits: counts the granted ones, and grants. */
interface CountApi {
  granted(): number
  grantAll(ids: readonly string[]): Promise<void>
}
interface CountPlugin extends Plugin<'count', CountApi, never, readonly [PermitPlugin]> {}

function counter(): CountPlugin {
  return definePlugin<CountPlugin>({
    id: 'count',
    requires: ['permit'],
    setup(host) {
      let granted = 0
      host.events.on('permit.granted', () => {
        granted += 1
      })
      return {
        granted: () => granted,
        async grantAll(ids) {
          for (const id of ids) await host.plugins.permit.permit.grant(id, {}, admin)
        },
      }
    },
  })
}

/** The host that a plugin is given. */
function hostOf(plugins: readonly [PermitPlugin, ...PermitPlugin[]] = [permits()]) {
  let given: PluginHost<never, readonly [PermitPlugin]> | undefined
  interface ProbePlugin extends Plugin<'probe', object, never, readonly [PermitPlugin]> {}
  const probe = definePlugin<ProbePlugin>({
    id: 'probe',
    requires: ['permit'],
    setup(host) {
      given = host
      return {}
    },
  })
  const made = testPlatform({ plugins: [plugins[0], probe], at })
  if (given === undefined) throw new Error('it was not set up')
  return { ...made, host: given }
}

/** Listeners are called after the command has answered. */
const heard = () => new Promise((resolve) => setTimeout(resolve))

describe('a platform', () => {
  it('has the parts of core and the API of each plugin, and cannot be changed', () => {
    const platform = createPlatform({ store: memoryStore(), plugins: [counter(), permits()] })
    const own = [
      'organizations',
      'cases',
      'deadlines',
      'calendars',
      'events',
      'subscriptions',
      'views',
      'forms',
      'tallies',
      'personal',
      'retention',
      'audit',
    ]
    const parts = [...own, 'permit', 'count']
    expect(Object.keys(platform).sort()).toEqual(parts.sort())
    expect(() => Object.assign(platform, { permit: {} })).toThrow(TypeError)
    expect(() => Object.assign(platform, { more: {} })).toThrow(TypeError)
  })

  it('works without plugins', async () => {
    const platform = createPlatform({ store: memoryStore(), plugins: [] })
    await platform.organizations.open([works], admin)
    expect((await platform.cases.find({}, admin)).items).toEqual([])
  })

  it('uses the clock and the random source of its host', async () => {
    const make = () =>
      createPlatform({
        store: memoryStore(),
        plugins: [permits()],
        now: testClock(at).now,
        random: countedRandom(),
      })
    const [one, other] = await Promise.all([make(), make()].map((p) => p.permit.permit.apply(shed, admin)))
    expect(one?.openedAt).toBe('2024-03-01T02:00:00.000Z')
    expect(other?.id).toBe(one?.id)
  })

  it('has a clock and secure ids of its own by default', async () => {
    const { permit } = createPlatform({ store: memoryStore(), plugins: [permits()] }).permit
    const before = Date.now()
    const ids = new Set<string>()
    for (let i = 0; i < 3; i++) {
      const { id, openedAt } = await permit.apply(shed, admin)
      ids.add(id)
      expect(Date.parse(openedAt)).toBeGreaterThanOrEqual(before)
    }
    expect(ids.size).toBe(3)
  })

  it('does not touch its store before the first command', () => {
    const touched: string[] = []
    const store = new Proxy(memoryStore(), {
      get: (target, name, receiver) => {
        const method: unknown = Reflect.get(target, name, receiver)
        if (typeof method !== 'function') return method
        return (...args: readonly unknown[]): unknown => {
          touched.push(String(name))
          return Reflect.apply(method, target, args)
        }
      },
    })
    createPlatform({ store, plugins: [permits()] })
    expect(touched).toEqual([])
  })

  it('shares a store with another platform, and each reads what the other wrote', async () => {
    const store = memoryStore()
    const make = () => createPlatform({ store, plugins: [permits()] }).permit.permit
    const [here, there] = [make(), make()]
    const { id } = await here.apply(shed, admin)
    expect((await there.grant(id, {}, admin)).version).toBe(2)
    expect((await here.get(id, ann)).state.status).toBe('granted')
  })
})

describe('the same plugin object in two platforms', () => {
  it('keeps their cases and their events apart', async () => {
    const [permit, count] = [permits(), counter()]
    const make = () => testPlatform({ plugins: [permit, count], at }).platform
    const [one, other] = [make(), make()]
    const { id } = await one.permit.permit.apply(shed, admin)
    await one.count.grantAll([id])
    await heard()
    expect(one.count.granted()).toBe(1)
    expect(other.count.granted()).toBe(0)
    expect(await outcome(other.permit.permit.get(id, admin))).toBe('CASE_NOT_FOUND')
    expect((await other.cases.find({}, admin)).items).toEqual([])
  })
})

describe('a plugin', () => {
  it('finds the APIs of the plugins that it requires, whatever the order of the array', async () => {
    const platforms = [
      testPlatform({ plugins: [permits(), counter()], at }).platform,
      testPlatform({ plugins: [counter(), permits()], at }).platform,
    ]
    for (const { permit, count } of platforms) {
      const { id } = await permit.permit.apply(shed, admin)
      await count.grantAll([id])
      expect((await permit.permit.get(id, ann)).state.status).toBe('granted')
    }
  })

  it('hears the events of the plugins that it requires, and those of core', async () => {
    const { platform, host } = hostOf()
    const types: string[] = []
    const listen = (event: RecordedEvent) => void types.push(event.type)
    host.events.on('permit.applied', listen)
    host.events.on('core.units-opened', listen)
    await platform.organizations.open([works], admin)
    await platform.permit.permit.apply(shed, admin)
    await heard()
    expect(types).toEqual(['core.units-opened', 'permit.applied'])
  })

  it('cannot publish', () => {
    const { platform, host } = hostOf()
    for (const events of [host.events, platform.events, (host.platform as typeof platform).events]) {
      expect(Object.keys(events)).toEqual(['on'])
      expect('publish' in events).toBe(false)
      expect('emit' in events).toBe(false)
    }
  })

  it('finds cases by their hidden keys, exactly', async () => {
    const { platform, host } = hostOf()
    const { id, state } = await platform.permit.permit.apply(shed, admin)
    await platform.permit.permit.apply({ ...shed, subject: 'fence' }, admin)
    expect(state.secret).not.toBe('')
    expect(await host.lookup('permit.permit', 'secret', state.secret)).toEqual([id])
    expect(await host.lookup('permit.permit', 'secret', state.secret.slice(1))).toEqual([])
    expect(await host.lookup('permit.permit', 'subject', 'shed')).toEqual([])
    expect(await host.lookup('permit.other', 'secret', state.secret)).toEqual([])
  })

  it('reads the clock of the platform', () => {
    const { host, clock } = hostOf()
    expect(host.now()).toBe('2024-03-01T02:00:00.000Z')
    clock.addDays(1)
    expect(host.now()).toBe('2024-03-02T02:00:00.000Z')
  })

  it('reads the organisation of today', async () => {
    const { platform, host, clock } = hostOf()
    expect((await host.directory()).size).toBe(0)
    await platform.organizations.open([works], admin)
    const directory = await host.directory()
    expect(directory.get('works').name).toBe('works')
    expect(directory.on).toBe('2024-03-01')
    clock.addDays(1)
    expect((await host.directory()).on).toBe('2024-03-02')
  })

  it('reaches the inbox, the deadlines and the organisation of its platform', async () => {
    const { platform, host } = hostOf()
    await platform.organizations.open([works], admin)
    const { id } = await platform.permit.permit.apply(shed, admin)
    expect((await host.platform.cases.find({}, admin)).items.map((item) => item.id)).toEqual([id])
    expect((await host.platform.deadlines.of(id, admin)).map(({ clock }) => clock)).toEqual(['decide'])
    expect((await host.platform.organizations.current()).get('works').id).toBe('works')
  })

  it('that fails in its setup fails the platform with its own error', () => {
    const broken = { id: 'broken', requires: [], setup: () => fail() } as const
    const fail = (): object => {
      throw new RangeError('no licence')
    }
    expect(() => createPlatform({ store: memoryStore(), plugins: [broken] })).toThrow(RangeError)
  })
})

describe('the kinds of case of a platform', () => {
  interface TwinPlugin extends Plugin<'twin', object, PermitEvent> {}
  const twin = definePlugin<TwinPlugin>({
    id: 'twin',
    requires: [],
    setup: (host) => ({ permit: host.addKind(permitKind) }),
  })

  it('each have a name of their own', () => {
    const twice = definePlugin<PermitPlugin>({
      id: 'permit',
      requires: [],
      setup: (host) => ({
        permit: host.addKind(permitKind),
        again: host.addKind(permitKind),
        bySecret: async () => [],
      }),
    })
    expect(() => createPlatform({ store: memoryStore(), plugins: [twice] })).toThrow(
      expect.objectContaining({
        code: 'KIND_DUPLICATE',
        kind: 'misconfigured',
        details: { kind: 'permit.permit' },
      }),
    )
  })

  it('are named after their plugin', () => {
    expect(() => createPlatform({ store: memoryStore(), plugins: [twin] })).toThrow(
      expect.objectContaining({ code: 'KIND_INVALID', kind: 'misconfigured' }),
    )
  })

  it('are checked with their rules when the platform is made', () => {
    const [rules] = permitKind.rules
    const slip = { ...permitKind, rules: [{ ...rules, effectiveFrom: '1 May 2020' }] } as typeof permitKind
    const wrong = definePlugin<TwinPlugin>({ ...twin, setup: (host) => ({ permit: host.addKind(slip) }) })
    expect(() => createPlatform({ store: memoryStore(), plugins: [wrong] })).toThrow(
      expect.objectContaining({ code: 'RULES_INVALID', kind: 'misconfigured' }),
    )
  })
})

describe('the events of a platform', () => {
  it('reach a listener after they are stored, in order, and no longer once it is stopped', async () => {
    const { platform, permit, apply, store } = await town()
    const types: string[] = []
    const stop = [
      platform.events.on('permit.applied', ({ type }) => void types.push(type)),
      platform.events.on('permit.granted', async ({ stream, type }) => {
        expect((await store.read(stream, 0)).map((event) => event.type)).toContain(type)
        types.push(type)
      }),
    ]
    const { id } = await apply()
    await permit.grant(id, {}, admin)
    await heard()
    expect(types).toEqual(['permit.applied', 'permit.granted'])
    for (const one of stop) one()
    await apply('fence')
    await heard()
    expect(types).toHaveLength(2)
  })

  it('are not heard when the command is refused', async () => {
    const { platform, permit, apply } = await town()
    const { id } = await apply()
    const types: string[] = []
    platform.events.on('permit.granted', ({ type }) => void types.push(type))
    expect(await outcome(permit.grant(id, {}, bob))).toBe('COMMAND_NOT_ALLOWED')
    await heard()
    expect(types).toEqual([])
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('listener')
      },
    ],
    ['rejects', () => Promise.reject(new Error('listener'))],
  ])('cannot fail a command through a listener that %s', async (_, listener) => {
    const errors: unknown[] = []
    const platform = createPlatform({
      store: memoryStore(),
      plugins: [permits()],
      onListenerError: (error, event) => void errors.push([String(error), event.type]),
    })
    const others: string[] = []
    platform.events.on('permit.applied', listener)
    platform.events.on('permit.applied', ({ type }) => void others.push(type))
    expect((await platform.permit.permit.apply(shed, admin)).version).toBe(1)
    await heard()
    expect(errors).toEqual([['Error: listener', 'permit.applied']])
    expect(others).toEqual(['permit.applied'])
  })

  it('survive an error handler that fails itself, and one that is not there', async () => {
    const broken = () => {
      throw new Error('handler')
    }
    // A rejection nobody takes would end the process, and fails this test run.
    const rejecting = () => Promise.reject(new Error('handler'))
    for (const onListenerError of [broken, rejecting, undefined]) {
      const platform = createPlatform({ store: memoryStore(), plugins: [permits()], onListenerError })
      platform.events.on('permit.applied', broken)
      expect((await platform.permit.permit.apply(shed, admin)).version).toBe(1)
      await heard()
    }
  })
})

describe('a platform over a store that other processes use', () => {
  it('asks again after the store failed to prepare, also when it threw at once', async () => {
    const memory = memoryStore()
    let down = true
    const prepare = (...given: Parameters<typeof memory.prepare>) => {
      if (down) throw new Error('store is down')
      return memory.prepare(...given)
    }
    const platform = createPlatform({ store: { ...memory, prepare }, plugins: [permits()] })
    await expect(platform.permit.permit.apply(shed, admin)).rejects.toThrow('store is down')
    down = false
    expect((await platform.permit.permit.apply(shed, admin)).version).toBe(1)
  })

  it('still learns of units when the wall clock is set back', async () => {
    const store = memoryStore()
    const one = createPlatform({ store, plugins: [permits()] })
    const other = createPlatform({ store, plugins: [permits()] })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(at) + 86_400_000 })
    try {
      await other.permit.permit.apply(shed, admin)
      vi.setSystemTime(Date.parse(at))
      await one.organizations.open([works], admin)
      await expect(other.cases.find({ unit: 'works' }, admin)).resolves.toBeDefined()
    } finally {
      vi.useRealTimers()
    }
  })
})
