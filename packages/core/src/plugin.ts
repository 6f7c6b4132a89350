import type { CaseApi } from './case/api.js'
import type { CaseKind, CaseTypes } from './case/kind.js'
import type { CoreEvent } from './core-event.js'
import type { DomainEvent, RecordedEvent } from './event/event.js'
import type { EventListeners } from './event/hub.js'
import type { Directory } from './organization/directory.js'
import type { PlatformCore } from './platform.js'
import type { RowPage, RowQuery } from './store/port.js'
import type { TallyQuery, TallyResult } from './tally/tally.js'

/** The bound for "some plugin". Its `setup(host: never)` accepts every plugin. */
export interface AnyPlugin {
  readonly id: string
  readonly requires: readonly string[]
  setup(host: never): object
  readonly $types?:
    | { readonly api: object; readonly event: DomainEvent; readonly requires: readonly AnyPlugin[] }
    | undefined
}

/**
 * A plugin: an id, the ids it requires, and a `setup` that returns its API.
 *
 * Name every plugin with an interface (`export interface GridPlugin extends Plugin<...> {}`), so that hovers, errors and
 * emitted declarations say `GridPlugin` and nothing longer.
 */
export interface Plugin<
  Id extends string,
  Api extends object,
  Event extends DomainEvent = never,
  Requires extends readonly AnyPlugin[] = readonly [],
> extends AnyPlugin {
  readonly id: Id
  readonly requires: { readonly [Index in keyof Requires]: Requires[Index]['id'] }
  setup(host: PluginHost<Event, Requires>): Api
  /** Carries types only; never set at run time. */
  readonly $types?: { readonly api: Api; readonly event: Event; readonly requires: Requires } | undefined
}

/** What core gives a plugin while it is set up. */
export interface PluginHost<Event extends DomainEvent, Requires extends readonly AnyPlugin[] = readonly []> {
  /** The APIs of the required plugins. */
  readonly plugins: PluginApis<Requires>
  readonly events: EventListeners<CoreEvent | Event | EventsOf<Requires>>
  /** Installs a kind of case and returns its API. A plugin stores only its own events. */
  addKind<Types extends CaseTypes & { readonly event: Event }>(kind: CaseKind<Types>): CaseApi<Types>
  /** The ids of the cases of a kind that have a hidden key (`InboxFacts.lookups`) with exactly this value. */
  lookup(kind: string, name: string, value: string): Promise<readonly string[]>
  /** The parts of the platform that every host has. */
  readonly platform: Pick<
    PlatformCore<CoreEvent>,
    'organizations' | 'cases' | 'deadlines' | 'personal' | 'subscriptions'
  >
  /** A page of the rows of a view that one of the plugin's own kinds keeps (`CaseKind.views`). For the plugin, not for a reader. */
  rows(view: string, query: RowQuery): Promise<RowPage>
  /**
   * The statistics of one of the plugin's own kinds (`CaseKind.tally`), first brought up to date. For the plugin, not for a reader.
   *
   * @throws KIND_INVALID, QUERY_INVALID
   */
  tally(kind: string, query: TallyQuery): Promise<TallyResult>
  /** The log after a position, in order and in the shape of today, of every kind. For the plugin, not for a reader. */
  log(after: number, limit: number): Promise<readonly RecordedEvent[]>
  /** The organisation of today. */
  directory(): Promise<Directory>
  /** The instant of the platform's clock, ISO 8601. */
  now(): string
  /** SHA-256 of a text, base64url: to hold a secret against the digest that an event keeps. */
  digest(text: string): Promise<string>
}

type TypesOf<One extends AnyPlugin> = NonNullable<One['$types']>

/** `{ petition: PetitionApi, grid: GridApi }`. One mapped type over the union: no recursion. */
export type PluginApis<Plugins extends readonly AnyPlugin[]> = {
  readonly [One in Plugins[number] as One['id']]: TypesOf<One>['api']
}

/** The union of every plugin's events. */
export type EventsOf<Plugins extends readonly AnyPlugin[]> = TypesOf<Plugins[number]>['event']

/** Each element stays itself when it fits, or becomes the sentence the developer should read. */
export type Verified<
  Elements extends readonly unknown[],
  // Defaults, so that they are computed once from the whole array and not for each element.
  Installed extends string = PluginsIn<Elements>[number]['id'],
  Length extends number = Elements['length'],
> = { readonly [Index in keyof Elements]: Verify<Elements[Index], Installed, Length> }

type Verify<One, Installed extends string, Length extends number, Either = One> = number extends Length
  ? 'The plugins array must have a fixed length: write it inline or add `as const`'
  : One extends AnyPlugin
    ? [Either] extends [One]
      ? One['id'] extends keyof PlatformCore<never>
        ? `Plugin id '${One['id']}' is taken by core: choose another id`
        : [MissingFor<One, Installed>] extends [never]
          ? One
          : `Plugin '${One['id']}' requires plugin '${MissingFor<One, Installed>}': add it to the plugins array`
      : `Plugin '${One['id']}' is there only sometimes: make a platform for each case`
    : One extends Factory
      ? `Plugin '${ReturnType<One>['id']}' is made by this function: call it`
      : 'This element is not a plugin'

/** The plugins of an array: itself, unless it holds something else. */
export type PluginsIn<Elements extends readonly unknown[]> = Elements extends readonly AnyPlugin[]
  ? Elements
  : readonly Extract<Elements[number], AnyPlugin>[]

type Factory = (...options: never) => AnyPlugin

type MissingFor<One extends AnyPlugin, Installed extends string> = Exclude<One['requires'][number], Installed>

/** Checks an implementation against its declared plugin type, and returns it. */
export function definePlugin<One extends AnyPlugin>(plugin: One): One {
  return plugin
}
