import { describe, expectTypeOf, it } from 'vitest'
import type { Actor } from './access/actor.js'
import type { CaseApi, CaseSnapshot } from './case/api.js'
import { type CaseKind, type CaseTypes, defineKind } from './case/kind.js'
import {
  type Permit,
  type PermitPlugin,
  type PermitTypes,
  permitKind,
  permits,
} from './case/permit.fixture.js'
import type { Due } from './clock/due.js'
import type { CoreEvent } from './core-event.js'
import type { DomainEvent, RecordedEvent } from './event/event.js'
import { createPlatform, type Platform, type PlatformCore, type PlatformOptions } from './platform.js'
import {
  definePlugin,
  type EventsOf,
  type Plugin,
  type PluginApis,
  type PluginHost,
  type Verified,
} from './plugin.js'
import type { Store } from './store/port.js'
import type { TallyReport } from './tally/tallies.js'
import type { TallyQuery, TallyResult } from './tally/tally.js'
import { testPlatform } from './testing/test-platform.js'

/** A plugin with a kind of case of its own. */
interface InspectionTypes extends CaseTypes {
  state: { readonly status: 'none' | 'planned' | 'done'; readonly site: string }
  commands: {
    plan: { readonly site: string }
    conclude: { readonly finding: 'sound' | 'unsound' }
  }
  event:
    | DomainEvent<'inspection.planned', { readonly site: string }>
    | DomainEvent<'inspection.concluded', { readonly finding: 'sound' | 'unsound' }>
  opening: 'plan'
}
interface InspectionApi {
  readonly visit: CaseApi<InspectionTypes>
}
interface InspectionPlugin extends Plugin<'inspection', InspectionApi, InspectionTypes['event']> {}

/** A plugin that requires two others and stores nothing. */
interface SiteApi {
  sites(): readonly { readonly subject: string; readonly finding: string | undefined }[]
}
interface SitePlugin extends Plugin<'site', SiteApi, never, readonly [PermitPlugin, InspectionPlugin]> {}

declare const store: Store
declare const by: Actor
declare const inspectionKind: CaseKind<InspectionTypes>
declare function inspections(): InspectionPlugin
declare function sites(): SitePlugin

/** The elements that a host's plugins array is asked to have. */
type Elements<Plugins extends readonly (PermitPlugin | InspectionPlugin | SitePlugin)[]> = Verified<Plugins>

describe('a platform made of a plugins array', () => {
  const platform = createPlatform({ store, plugins: [sites(), permits(), inspections()] })

  it('has the API of each plugin under its id', () => {
    expectTypeOf(platform.permit.permit).toEqualTypeOf<CaseApi<PermitTypes>>()
    expectTypeOf(platform.inspection).toEqualTypeOf<InspectionApi>()
    expectTypeOf(platform.site.sites()).items.toHaveProperty('subject').toEqualTypeOf<string>()
  })

  it('has the parts of core, whatever its plugins', () => {
    expectTypeOf(platform).toExtend<PlatformCore<CoreEvent>>()
    expectTypeOf(createPlatform({ store, plugins: [] })).toEqualTypeOf<Platform<readonly []>>()
  })

  it('does not have what is not installed', () => {
    const small = createPlatform({ store, plugins: [permits()] })
    // @ts-expect-error no inspection here
    void small.inspection
    // @ts-expect-error nor its events
    small.events.on('inspection.planned', () => {})
  })

  it('is never any', () => {
    expectTypeOf(platform).not.toBeAny()
    expectTypeOf(platform.permit).not.toBeAny()
    expectTypeOf(platform.permit.permit.grant).not.toBeAny()
    // @ts-expect-error a name that nobody gave
    void platform.permit.nope
  })

  it('cannot be changed', () => {
    // @ts-expect-error the parts are read-only
    platform.permit = undefined
    // @ts-expect-error and so are their methods
    platform.permit.permit.grant = undefined
  })

  it('comes out the same from testPlatform', () => {
    const { platform: tried } = testPlatform({
      plugins: [permits(), inspections()],
      at: '2024-03-01T02:00:00Z',
    })
    expectTypeOf(tried).toEqualTypeOf<Platform<readonly [PermitPlugin, InspectionPlugin]>>()
    // @ts-expect-error a missing plugin is missing there too
    testPlatform({ plugins: [permits(), sites()], at: '2024-03-01T02:00:00Z' })
  })
})

describe('the events of a platform', () => {
  const { events } = createPlatform({ store, plugins: [permits(), inspections()] })

  it('are those of core and of every plugin, each with its data and its record', () => {
    events.on('permit.handled', (event) => {
      expectTypeOf(event.data.handler).toEqualTypeOf<string>()
      expectTypeOf(event.position).toEqualTypeOf<number>()
    })
    events.on('inspection.concluded', ({ data }) => {
      expectTypeOf(data.finding).toEqualTypeOf<'sound' | 'unsound'>()
    })
    events.on('core.holidays-announced', ({ data }) => {
      expectTypeOf(data.calendar).toEqualTypeOf<string>()
    })
    expectTypeOf<EventsOf<[PermitPlugin, SitePlugin]>>().toEqualTypeOf<PermitTypes['event']>()
  })

  it('may be listened to by asynchronous functions, and answer with what stops them', () => {
    expectTypeOf(events.on('permit.granted', async () => {})).toEqualTypeOf<() => void>()
  })

  it('are no others', () => {
    // @ts-expect-error a slip of the pen
    events.on('permit.aplied', () => {})
    // @ts-expect-error an unknown field
    events.on('inspection.planned', ({ data }) => void data.place)
    // @ts-expect-error only core publishes
    void events.publish
  })
})

describe('the subscriptions of a platform', () => {
  const { subscriptions } = createPlatform({ store, plugins: [permits(), inspections()] })

  it('hear the types that they name, each with its data, or all', () => {
    void subscriptions.add({
      name: 'some',
      types: ['permit.handled', 'inspection.concluded'],
      handle: (event, { attempt, signal, fence }) => {
        if (event.type === 'permit.handled') expectTypeOf(event.data.handler).toEqualTypeOf<string>()
        expectTypeOf(attempt).toEqualTypeOf<number>()
        expectTypeOf(fence).toEqualTypeOf<number>()
        expectTypeOf(signal.aborted).toEqualTypeOf<boolean>()
      },
    })
    void subscriptions.add({
      name: 'all',
      handle: (event) => {
        expectTypeOf(event.type).toEqualTypeOf<string>()
        expectTypeOf(event.data).toEqualTypeOf<unknown>()
      },
    })
    // @ts-expect-error a slip of the pen
    void subscriptions.add({ name: 'slip', types: ['permit.aplied'], handle: () => {} })
    // @ts-expect-error it needs a handler
    void subscriptions.add({ name: 'none' })
  })
})

describe('the tally of a kind', () => {
  it('sees the state and the policy of the kind', () => {
    defineKind<PermitTypes>({
      ...permitKind,
      tally: {
        version: 1,
        counts: ({ state, clocks }, { rules, due }) => {
          expectTypeOf(state).toEqualTypeOf<Permit>()
          expectTypeOf(rules.policy.mostNotes).toEqualTypeOf<number>()
          expectTypeOf(clocks.map(due)).toEqualTypeOf<(Due | undefined)[]>()
          return [{ period: '2024', by: 'unit', of: state.unit, amounts: { filed: 1 } }]
        },
      },
    })
    // @ts-expect-error a line without amounts
    defineKind<PermitTypes>({ ...permitKind, tally: { version: 1, counts: () => [{ period: '2024' }] } })
    // @ts-expect-error without a version
    defineKind<PermitTypes>({ ...permitKind, tally: { counts: () => [] } })
  })

  it('is answered to the plugin, and only brought up to date by the host', () => {
    type Host = PluginHost<PermitTypes['event']>
    expectTypeOf<Host['tally']>().toEqualTypeOf<(kind: string, query: TallyQuery) => Promise<TallyResult>>()
    const { tallies } = createPlatform({ store, plugins: [permits()] })
    expectTypeOf(tallies.update()).resolves.toEqualTypeOf<TallyReport>()
    void tallies.update(({ kind, position, head }) => {
      expectTypeOf(kind).toEqualTypeOf<string>()
      expectTypeOf(position / head).toEqualTypeOf<number>()
    })
    // @ts-expect-error a platform has no statistics of its own
    void tallies.query
  })
})

describe('a platform with more plugins', () => {
  it('fits where fewer are asked for', () => {
    const large = createPlatform({ store, plugins: [permits(), inspections(), sites()] })
    expectTypeOf(large).toExtend<Platform<[PermitPlugin]>>()
    expectTypeOf(large).toExtend<Platform<[SitePlugin, PermitPlugin]>>()
    expectTypeOf(large).toExtend<Platform>()
    const needsPermits = (part: Platform<[PermitPlugin]>) => part.permit
    needsPermits(large)
  })

  it('cannot be replaced by one with fewer', () => {
    const small = createPlatform({ store, plugins: [permits()] })
    expectTypeOf(small).not.toExtend<Platform<[PermitPlugin, InspectionPlugin]>>()
    // @ts-expect-error inspections are missing
    const needsBoth: Platform<[PermitPlugin, InspectionPlugin]> = small
    void needsBoth
  })
})

describe('a plugin whose required plugin is missing', () => {
  it('is an error on that element', () => {
    createPlatform({
      store,
      plugins: [
        permits(),
        // @ts-expect-error Plugin 'site' requires plugin 'inspection': add it to the plugins array
        sites(),
      ],
    })
  })

  it('is told in a sentence that names every missing plugin', () => {
    type One = Elements<readonly [PermitPlugin, SitePlugin]>
    expectTypeOf<One[0]>().toEqualTypeOf<PermitPlugin>()
    expectTypeOf<
      One[1]
    >().toEqualTypeOf<`Plugin 'site' requires plugin 'inspection': add it to the plugins array`>()
    type Both = Elements<readonly [SitePlugin]>
    expectTypeOf<Both[0]>().toEqualTypeOf<
      | `Plugin 'site' requires plugin 'permit': add it to the plugins array`
      | `Plugin 'site' requires plugin 'inspection': add it to the plugins array`
    >()
  })

  it('does not spoil the types of the others', () => {
    const partly = createPlatform({
      store,
      plugins: [
        // @ts-expect-error Plugin 'site' requires plugin 'inspection': add it to the plugins array
        sites(),
        permits(),
      ],
    })
    expectTypeOf(partly.permit.permit).toEqualTypeOf<CaseApi<PermitTypes>>()
    partly.events.on('permit.handled', ({ data }) => {
      expectTypeOf(data.handler).toEqualTypeOf<string>()
    })
    // @ts-expect-error and it has not become any
    void partly.permit.nope
  })
})

describe('an element of the plugins array', () => {
  it('that is a factory somebody forgot to call is an error, and only that one', () => {
    const platform = createPlatform({
      store,
      plugins: [
        permits(),
        // @ts-expect-error Plugin 'inspection' is made by this function: call it
        inspections,
      ],
    })
    expectTypeOf(platform.permit.permit).toEqualTypeOf<CaseApi<PermitTypes>>()
    // @ts-expect-error what was not made is not there
    void platform.inspection
    expectTypeOf<
      Verified<readonly [typeof permits]>[0]
    >().toEqualTypeOf<`Plugin 'permit' is made by this function: call it`>()
  })

  it('that is something else is an error', () => {
    // @ts-expect-error no plugin
    createPlatform({ store, plugins: [{}] })
    // @ts-expect-error no plugin either
    createPlatform({ store, plugins: [permits(), undefined] })
    // @ts-expect-error nor a promise of one
    createPlatform({ store, plugins: [Promise.resolve(permits())] })
    expectTypeOf<Verified<readonly [null]>[0]>().toEqualTypeOf<'This element is not a plugin'>()
  })

  it('that is one plugin or another is an error, since the platform would have both', () => {
    const list = [permits(), inspections()] as const
    const one = list[store.commit.length === 1 ? 0 : 1]
    // @ts-expect-error Plugin 'permit' is there only sometimes: make a platform for each case
    createPlatform({ store, plugins: [one] })
    // @ts-expect-error so is a plugin or nothing
    createPlatform({ store, plugins: [permits(), one.id === 'inspection' ? one : undefined] })
    // @ts-expect-error and a preset or another
    createPlatform({ store, plugins: one.id === 'permit' ? ([permits()] as const) : list })
  })

  it('cannot take a name of core', () => {
    interface Rogue extends Plugin<'organizations', { x(): void }> {}
    const rogue = {} as Rogue
    createPlatform({
      store,
      plugins: [
        // @ts-expect-error Plugin id 'organizations' is taken by core: choose another id
        rogue,
      ],
    })
    type Taken<Id extends string> = Verified<readonly [Plugin<Id, object>]>[0]
    expectTypeOf<Taken<'cases'>>().toEqualTypeOf<`Plugin id 'cases' is taken by core: choose another id`>()
    expectTypeOf<
      Taken<keyof PlatformCore<CoreEvent>>
    >().toEqualTypeOf<`Plugin id '${'organizations' | 'cases' | 'deadlines' | 'calendars' | 'events' | 'subscriptions' | 'views' | 'forms' | 'tallies' | 'personal' | 'retention' | 'audit'}' is taken by core: choose another id`>()
  })
})

describe('a plugins array that is not written in the call', () => {
  it('works as a preset with as const', () => {
    const civic = () => [permits(), inspections()] as const
    const platform = createPlatform({ store, plugins: [...civic(), sites()] })
    expectTypeOf(platform.inspection).toEqualTypeOf<InspectionApi>()
    expectTypeOf(createPlatform({ store, plugins: civic() }).permit).not.toBeAny()
    // @ts-expect-error Plugin 'site' requires plugin 'inspection': add it to the plugins array
    createPlatform({ store, plugins: [...([permits()] as const), sites()] })
  })

  it('is an error when its length is unknown, since its types would not be true', () => {
    const list = [permits(), inspections()]
    // @ts-expect-error The plugins array must have a fixed length: write it inline or add `as const`
    createPlatform({ store, plugins: list })
    // @ts-expect-error the same for a part of it that is there only sometimes
    createPlatform({ store, plugins: [permits(), ...(list.length > 3 ? [inspections()] : [])] })
    expectTypeOf<
      Verified<readonly PermitPlugin[]>[number]
    >().toEqualTypeOf<'The plugins array must have a fixed length: write it inline or add `as const`'>()
  })

  it('can be passed on by a function of the host that is generic itself', () => {
    const withStore = <const Plugins extends readonly (PermitPlugin | InspectionPlugin | SitePlugin)[]>(
      plugins: PlatformOptions<Plugins>['plugins'],
    ) => createPlatform<Plugins>({ store, plugins })
    expectTypeOf(withStore([permits(), inspections()]).inspection).toEqualTypeOf<InspectionApi>()
  })
})

describe('a platform that is made', () => {
  it('needs a store and plugins', () => {
    // @ts-expect-error no store
    createPlatform({ plugins: [permits()] })
    // @ts-expect-error no plugins
    createPlatform({ store })
    // @ts-expect-error something that is not a store
    createPlatform({ store: new Map<string, string>(), plugins: [] })
  })

  it('takes an option that is undefined like one that is left out', () => {
    createPlatform({ store, plugins: [], now: undefined, random: undefined, onListenerError: undefined })
    // @ts-expect-error but no option that it does not know
    createPlatform({ store, plugins: [], clock: Date.now })
  })
})

describe('definePlugin', () => {
  it('needs exactly the ids of the required plugins, in their order', () => {
    const setup = (): SiteApi => ({ sites: () => [] })
    definePlugin<SitePlugin>({ id: 'site', requires: ['permit', 'inspection'], setup })
    // @ts-expect-error 'inspection' is missing
    definePlugin<SitePlugin>({ id: 'site', requires: ['permit'], setup })
    // @ts-expect-error 'inspection' is misspelt
    definePlugin<SitePlugin>({ id: 'site', requires: ['permit', 'inspections'], setup })
    // @ts-expect-error one too many
    definePlugin<SitePlugin>({ id: 'site', requires: ['permit', 'inspection', 'petition'], setup })
    // @ts-expect-error another id
    definePlugin<SitePlugin>({ id: 'sites', requires: ['permit', 'inspection'], setup })
  })

  it('needs a setup that returns the whole API', () => {
    // @ts-expect-error no sites()
    definePlugin<SitePlugin>({ id: 'site', requires: ['permit', 'inspection'], setup: () => ({}) })
    // @ts-expect-error an API is there at once
    definePlugin<SitePlugin>({ id: 'site', requires: ['permit', 'inspection'], setup: async () => ({}) })
  })

  it('gives a setup the APIs and the events of required plugins, and of no others', () => {
    definePlugin<SitePlugin>({
      id: 'site',
      requires: ['permit', 'inspection'],
      setup(host) {
        expectTypeOf(host.plugins).toEqualTypeOf<PluginApis<readonly [PermitPlugin, InspectionPlugin]>>()
        host.events.on('inspection.planned', ({ data }) => {
          expectTypeOf(data.site).toEqualTypeOf<string>()
        })
        host.events.on('core.holidays-announced', () => {})
        // @ts-expect-error an event of nobody it knows
        host.events.on('petition.complaint-filed', () => {})
        // @ts-expect-error only core publishes
        void host.events.publish
        // @ts-expect-error no store behind the back of core
        void host.store
        return { sites: () => [] }
      },
    })
    definePlugin<InspectionPlugin>({
      id: 'inspection',
      requires: [],
      setup(host) {
        host.events.on('inspection.concluded', ({ data }) => {
          expectTypeOf(data.finding).toEqualTypeOf<'sound' | 'unsound'>()
        })
        // @ts-expect-error inspection does not require permit, so it cannot see it
        void host.plugins.permit
        // @ts-expect-error nor hear it
        host.events.on('permit.granted', () => {})
        return { visit: host.addKind(inspectionKind) }
      },
    })
  })

  it('lets a plugin store only its own events', () => {
    definePlugin<InspectionPlugin>({
      id: 'inspection',
      requires: [],
      setup(host) {
        // @ts-expect-error a permit stores permit events, not inspection events
        host.addKind(permitKind)
        return { visit: host.addKind(inspectionKind) }
      },
    })
    definePlugin<SitePlugin>({
      id: 'site',
      requires: ['permit', 'inspection'],
      setup(host) {
        // @ts-expect-error nor the events of a plugin that it requires
        host.addKind(permitKind)
        return { sites: () => [] }
      },
    })
  })

  it('gives a setup the rest of the host with plain types', () => {
    definePlugin<InspectionPlugin>({
      id: 'inspection',
      requires: [],
      setup(host) {
        expectTypeOf(host.now()).toEqualTypeOf<string>()
        expectTypeOf(host.lookup('inspection.visit', 'code', '1')).resolves.toEqualTypeOf<readonly string[]>()
        expectTypeOf<keyof typeof host.platform>().toEqualTypeOf<
          'organizations' | 'cases' | 'deadlines' | 'personal' | 'subscriptions'
        >()
        return { visit: host.addKind(inspectionKind) }
      },
    })
  })
})

describe('the API of a kind of case', () => {
  const { permit } = createPlatform({ store, plugins: [permits()] }).permit
  const shed = { subject: 'shed', unit: 'works', applicant: 'ann' }

  it('takes no id for the command that opens a case', async () => {
    expectTypeOf(permit.apply(shed, by)).resolves.toEqualTypeOf<CaseSnapshot<Permit>>()
    // @ts-expect-error the id comes out of it
    await permit.apply('1', shed, by)
  })

  it('takes an id for every other command', async () => {
    expectTypeOf(permit.grant('1', {}, by)).resolves.toEqualTypeOf<CaseSnapshot<Permit>>()
    // @ts-expect-error which case?
    await permit.grant({}, by)
  })

  it('has exactly the commands and the reading methods', () => {
    expectTypeOf<keyof CaseApi<InspectionTypes>>().toEqualTypeOf<
      'plan' | 'conclude' | 'get' | 'actions' | 'history'
    >()
  })

  it('checks the input of each command', async () => {
    // @ts-expect-error a field is missing
    await permit.apply({ subject: 'shed', unit: 'works' }, by)
    // @ts-expect-error a field is misspelt
    await permit.apply({ ...shed, subjekt: 'shed' }, by)
    // @ts-expect-error a field has another type
    await permit.extend('1', { days: '3' }, by)
    // @ts-expect-error an input of another command
    await permit.note('1', { reason: 'late' }, by)
    await permit.grant('1', { until: undefined }, by)
  })

  it('always asks who acts', async () => {
    // @ts-expect-error nobody
    await permit.apply(shed)
    // @ts-expect-error a name is no actor
    await permit.apply(shed, 'ann')
    // @ts-expect-error an officer acts for a unit
    await permit.apply(shed, { kind: 'officer', id: 'c1', roles: [] })
    // @ts-expect-error a reader too
    await permit.get('1')
  })

  it('checks the options of a command', async () => {
    await permit.grant('1', {}, by, { expectedVersion: 3, idempotencyKey: undefined })
    // @ts-expect-error an option is misspelt
    await permit.grant('1', {}, by, { expectVersion: 3 })
  })

  it('reads with the types of the kind', async () => {
    const { state } = await permit.get('1', by)
    expectTypeOf(state.status).toEqualTypeOf<'none' | 'applied' | 'granted' | 'refused'>()
    // @ts-expect-error a snapshot is frozen
    state.subject = 'castle'
    const [action] = await permit.actions('1', by)
    expectTypeOf(action?.command).toEqualTypeOf<keyof PermitTypes['commands'] | undefined>()
    for (const event of await permit.history('1', by)) {
      if (event.type === 'permit.handled') expectTypeOf(event.data.handler).toEqualTypeOf<string>()
      expectTypeOf(event).toExtend<RecordedEvent>()
      // @ts-expect-error no such event in this kind
      void (event.type === 'inspection.planned')
    }
  })
})

describe('defineKind', () => {
  it('needs an entry in each table for each command, each event and each status', () => {
    const { decide, evolve, access, inputs, lifecycle, ...rest } = inspectionKind
    const { plan } = decide
    const first = { 'inspection.planned': evolve['inspection.planned'] }
    defineKind<InspectionTypes>({ ...rest, decide, evolve, access, inputs, lifecycle })
    // @ts-expect-error the command `conclude` decides nothing
    defineKind<InspectionTypes>({ ...rest, decide: { plan }, evolve, access, inputs, lifecycle })
    // @ts-expect-error the event `inspection.concluded` changes nothing
    defineKind<InspectionTypes>({ ...rest, decide, evolve: first, access, inputs, lifecycle })
    // @ts-expect-error nobody may `conclude`
    defineKind<InspectionTypes>({ ...rest, decide, evolve, access: { plan: access.plan }, inputs, lifecycle })
    // @ts-expect-error nobody checks the input of `conclude`
    defineKind<InspectionTypes>({ ...rest, decide, evolve, access, inputs: { plan: inputs.plan }, lifecycle })
    // @ts-expect-error what does the status `done` allow?
    defineKind<InspectionTypes>({ ...inspectionKind, lifecycle: { none: {}, planned: {} } })
  })

  it('knows the statuses and the opening command', () => {
    const { lifecycle } = inspectionKind
    const over = { conclude: ['over'] } as const
    // @ts-expect-error there is no status `over` to lead to
    defineKind<InspectionTypes>({ ...inspectionKind, lifecycle: { ...lifecycle, planned: over } })
    // @ts-expect-error another command opens a case
    defineKind<InspectionTypes>({ ...inspectionKind, opening: 'conclude' })
  })

  it('checks what a command decides and what an event makes of the state', () => {
    defineKind<InspectionTypes>({
      ...inspectionKind,
      decide: {
        // @ts-expect-error an event of another kind
        plan: () => [{ type: 'permit.noted', data: { text: '' } }],
        // @ts-expect-error the data of another event
        conclude: () => [{ type: 'inspection.concluded', data: { site: '' } }],
      },
      evolve: {
        // @ts-expect-error an unknown status
        'inspection.planned': (state) => ({ ...state, status: 'over' }),
        'inspection.concluded': (state, { finding }) => {
          expectTypeOf(finding).toEqualTypeOf<'sound' | 'unsound'>()
          return { ...state, status: 'done' }
        },
      },
    })
  })
})
