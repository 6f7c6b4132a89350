import { type Audit, createAudit } from './audit/audit.js'
import type { Signer } from './audit/signer.js'
import { createCases } from './case/cases.js'
import { instantText } from './case/context.js'
import type { Engine } from './case/engine.js'
import type { CaseKind, CaseTypes } from './case/kind.js'
import { inShapeOfToday } from './case/record.js'
import { createTurns } from './case/turns.js'
import { type WiredKind, wire } from './case/wire.js'
import { createWorkingSet } from './case/working-set.js'
import { type Calendars, createCalendarBook, createCalendars } from './clock/calendars.js'
import { dateText } from './clock/local-date.js'
import type { CoreEvent } from './core-event.js'
import { createDeadlines, type Deadlines } from './deadline/deadlines.js'
import { coreErrors } from './errors.js'
import type { Digest } from './event/chain.js'
import { loadDigest } from './event/digest.js'
import type { DomainEvent } from './event/event.js'
import { createHub, type EventListeners, type ListenerErrorHandler } from './event/hub.js'
import { createForms, type Forms } from './forms/forms.js'
import { createIdSource, type RandomSource } from './id.js'
import { createInbox, type Inbox, lookup } from './inbox/inbox.js'
import { createOrganizations, type Organizations } from './organization/organizations.js'
import { createPersonal, type Personal } from './personal/personal.js'
import type { AnyPlugin, EventsOf, PluginApis, PluginHost, PluginsIn, Verified } from './plugin.js'
import { inRequiredOrder } from './plugin-order.js'
import { createRetention, type Retention } from './retention/retention.js'
import { noRules } from './rules/no-rules.js'
import type { RuleProfile } from './rules/profile.js'
import { checkStore } from './store/check.js'
import type { Store } from './store/port.js'
import type { Subscriptions } from './subscription/api.js'
import { createSubscriptions } from './subscription/subscriptions.js'
import { createTallies, type Tallies } from './tally/tallies.js'
import type { Keys } from './vault/keys.js'
import type { Vault } from './vault/vault.js'
import { everyView } from './view/every-view.js'
import { createViews, type Views } from './view/views.js'

/** The parts of a platform that every host has, whatever its plugins. */
export interface PlatformCore<Event extends DomainEvent> {
  readonly organizations: Organizations
  /** One inbox over every kind of case. */
  readonly cases: Inbox
  readonly deadlines: Deadlines
  readonly calendars: Calendars
  /** Listeners in this process, best effort. */
  readonly events: EventListeners<Event>
  /** Subscribers that lose nothing. */
  readonly subscriptions: Subscriptions<Event>
  /** Read models that a new release builds anew. */
  readonly views: Views
  /** The inputs of every command as JSON Schema. */
  readonly forms: Forms
  /** Statistics of the cases, kept by difference. */
  readonly tallies: Tallies
  /** Names, numbers, texts: read for a purpose, masked, recorded. */
  readonly personal: Personal
  /** The end of records: restricted, erased, pruned. */
  readonly retention: Retention
  /** Checkpoints of the log, and whether it is still what was recorded. */
  readonly audit: Audit
}

/** A platform with these plugins: core's parts, and each plugin's API under its id. */
export type Platform<Plugins extends readonly AnyPlugin[] = readonly []> = PlatformCore<
  CoreEvent | EventsOf<Plugins>
> &
  PluginApis<Plugins>

export interface PlatformOptions<Plugins extends readonly unknown[]> {
  readonly store: Store
  readonly plugins: Verified<Plugins>
  /** What personal data is sealed with. Default for a store that ends with the process: a key that ends with it too. */
  readonly keys?: Keys | undefined
  /** Milliseconds since the epoch. Default: `Date.now`. */
  readonly now?: (() => number) | undefined
  /** Source of ids and codes. Default: the platform's secure generator. */
  readonly random?: RandomSource | undefined
  /** How many cases stay folded in memory between commands. Default: 1,000. */
  readonly workingSet?: number | undefined
  /** After how many milliseconds a command looks for changes of organisation and calendars by other processes. Default: 1,000. */
  readonly refreshAfter?: number | undefined
  /** Signs checkpoints of the log for `audit`. */
  readonly signer?: Signer | undefined
  /** Called when a listener throws. A listener can never fail the command that was already stored. */
  readonly onListenerError?: ListenerErrorHandler | undefined
}

/**
 * Makes a platform of a store and plugins.
 *
 * @throws PLUGIN_DUPLICATE, PLUGIN_MISSING, PLUGIN_CYCLE, PLUGIN_ID_TAKEN, PLUGIN_INVALID, STORE_INVALID, KIND_DUPLICATE,
 * KIND_INVALID, KEYS_MISSING, RULES_INVALID
 * @example
 * ```ts
 * const platform = createPlatform({ store: memoryStore(), plugins: [petition()] })
 * ```
 */
export function createPlatform<const Plugins extends readonly unknown[]>(
  given: PlatformOptions<Plugins>,
): Platform<PluginsIn<Plugins>> {
  const options = copyOptions(given)
  checkOptions(options)
  const kinds = new Map<string, WiredKind>()
  const hub = createHub(options.onListenerError)
  const now = checkedClock(options.now ?? Date.now)
  const book = createCalendarBook()
  book.add(noRules)
  /** The organisation's days begin in the zone of the first rule profile. */
  let firstRules: RuleProfile | undefined

  let lastDay = Number.NaN
  let lastDate = ''
  const today = (): string => {
    const day = book.of(firstRules ?? noRules).dayOf(now())
    if (day !== lastDay) [lastDay, lastDate] = [day, dateText(day)]
    return lastDate
  }

  let digest: Digest | undefined
  let vault: Vault | undefined
  let preparing: Promise<readonly string[]> | undefined
  /** Makes the store ready once; after a failure the next command tries again. */
  const prepare = (): Promise<readonly string[]> => {
    preparing ??= options.store.prepare(everyView(kinds)).catch((error: unknown) => {
      preparing = undefined
      throw error
    })
    return preparing
  }

  const organizations = createOrganizations({
    async load(after) {
      await prepare()
      return await options.store.read(organizationStream, after)
    },
    async commit(events, expectedVersion, by) {
      const { appendTo } = await import('./event/append-to.js')
      await appendTo(engine, organizationStream, expectedVersion, events, by)
    },
    today,
  })

  const refreshAfter = options.refreshAfter ?? 1000
  let refreshedAt = Number.NEGATIVE_INFINITY
  let refreshing: Promise<void> | undefined
  const refresh = async () => {
    await prepare()
    digest ??= await loadDigest()
    if (vault === undefined && [...kinds.values()].some(hasPersonalData)) {
      const { openVault } = await import('./vault/vault.js')
      vault = await openVault(options.store, options.keys, digest)
    }
    await Promise.all([organizations.refresh(), book.refresh(options.store)])
    refreshedAt = Date.now()
  }

  const engine: Engine = {
    store: options.store,
    hub,
    ids: createIdSource(options.random),
    workingSet: createWorkingSet(options.workingSet ?? 1000),
    turns: createTurns(),
    kinds,
    ready() {
      // Real time, also for a host with a clock of its own: it is about other processes.
      // A negative age is a clock set back, which says nothing about how long ago it was.
      const age = Date.now() - refreshedAt
      if (age >= 0 && age < refreshAfter) return undefined
      refreshing ??= refresh().finally(() => {
        refreshing = undefined
      })
      return refreshing
    },
    now,
    get vault() {
      return vault
    },
    get digest() {
      // Everything that stores events waits for `ready` first.
      return digest as Digest
    },
    directory: () => organizations.directory(),
    calendarOf: (rules) => book.of(rules),
    building: () => {
      preparing = undefined
      return prepare()
    },
    notices: () => book.version,
  }

  const events: EventListeners<DomainEvent> = Object.freeze<EventListeners<DomainEvent>>({
    on: (type, listener) => hub.on(type, listener),
  })
  const core: PlatformCore<DomainEvent> = Object.freeze({
    organizations: organizations.api,
    cases: createInbox(engine),
    deadlines: createDeadlines(engine),
    calendars: createCalendars(engine, book),
    events,
    subscriptions: createSubscriptions(engine),
    views: createViews(engine),
    forms: createForms(engine),
    tallies: createTallies(engine),
    personal: createPersonal(engine),
    retention: createRetention(engine),
    audit: createAudit(engine, options.signer),
  })

  const apis: Record<string, object> = {}
  const hostOf = (plugin: string): Omit<PluginHost<DomainEvent>, 'plugins'> => ({
    events,
    addKind<Types extends CaseTypes>(typed: CaseKind<Types>) {
      const kind = wire(typed)
      if (!kind.kind.startsWith(`${plugin}.`))
        throw coreErrors.KIND_INVALID({ kind: kind.kind, reason: `its name must begin with '${plugin}.'` })
      if (hasPersonalData(kind) && options.keys === undefined && options.store.temporary !== true)
        throw coreErrors.KEYS_MISSING({ kind: kind.kind })
      if (kinds.has(kind.kind)) throw coreErrors.KIND_DUPLICATE({ kind: kind.kind })
      kinds.set(kind.kind, kind)
      for (const rules of kind.rules) book.add(rules)
      firstRules ??= kind.rules[0]
      // The methods are made from the tables that `CaseKind<Types>` types.
      return createCases(engine, kind) as never
    },
    lookup: (kind, name, value) => lookup(engine, kind, name, value),
    platform: core,
    async rows(view, query) {
      await engine.ready()
      return await options.store.find(view, query)
    },
    async tally(kind, query) {
      const { queryTally } = await import('./tally/query.js')
      return await queryTally(engine, kind, query)
    },
    async log(after, limit) {
      await engine.ready()
      const events = await options.store.readAll(after, limit)
      return events.map((event) => inShapeOfToday(engine, event))
    },
    async directory() {
      await engine.ready()
      return engine.directory()
    },
    now: () => instantText(now()),
    async digest(text) {
      await engine.ready()
      return engine.digest(text)
    },
  })

  // `Verified` replaces elements by sentences only where the call does not compile.
  const plugins = options.plugins as unknown as readonly AnyPlugin[]
  for (const plugin of inRequiredOrder(plugins, Object.keys(core))) {
    // Each plugin gets the APIs that it requires, and no way to change what others get.
    const required = Object.freeze(Object.fromEntries(plugin.requires.map((id) => [id, apis[id]])))
    const api: unknown = plugin.setup(Object.freeze({ ...hostOf(plugin.id), plugins: required }) as never)
    if (typeof api !== 'object' || api === null || 'then' in api) {
      throw coreErrors.PLUGIN_INVALID({ reason: `setup of '${plugin.id}' must return its API` })
    }
    apis[plugin.id] = api
  }
  // Core's parts by name, and each plugin's API under its id: exactly what `Platform<Plugins>` says.
  return Object.freeze({ ...core, ...apis }) as unknown as Platform<PluginsIn<Plugins>>
}

const hasPersonalData = (kind: WiredKind): boolean => kind.personal !== undefined

/** Read once, so that a getter or a proxy that throws is told as what it is. */
function copyOptions<Options extends object>(given: Options): Options {
  if (typeof given !== 'object' || given === null) throw wrongOptions('it takes an object')
  try {
    return { ...given }
  } catch {
    throw wrongOptions('reading it failed')
  }
}

function checkOptions(options: Omit<PlatformOptions<[]>, 'plugins'>): void {
  for (const name of ['now', 'random', 'onListenerError'] as const) {
    if (!['function', 'undefined'].includes(typeof options[name]))
      throw wrongOptions(`'${name}' must be a function`)
  }
  for (const name of ['workingSet', 'refreshAfter'] as const) {
    const value = options[name] ?? 0
    if (typeof value !== 'number' || !(value >= 0))
      throw wrongOptions(`'${name}' must be a number, not below 0`)
  }
  if (options.keys !== undefined && !areKeys(options.keys))
    throw wrongOptions("'keys' must name and give keys, as those of keysOf do")
  checkStore(options.store)
}

function areKeys(keys: Keys | null): boolean {
  try {
    if (typeof keys?.read !== 'function') return false
    const { current, previous }: { readonly current: unknown; readonly previous?: unknown } = keys
    return isName(current) && (previous === undefined || (Array.isArray(previous) && previous.every(isName)))
  } catch {
    // A getter or a proxy that throws.
    return false
  }
}

const isName = (name: unknown): boolean => typeof name === 'string' && name !== '' && name.length <= 128

/** The host's clock in whole milliseconds; ids and instants are made of nothing else. */
function checkedClock(now: () => number): () => number {
  return () => {
    const instant = Math.floor(now())
    if (instant >= 0 && instant < 253_402_300_800_000) return instant
    throw wrongOptions("'now' must return milliseconds since the epoch")
  }
}

const wrongOptions = (reason: string) => coreErrors.OPTIONS_INVALID({ what: 'createPlatform', reason })

const organizationStream = 'core.organization'
