import type { CaseParties } from '../access/parties.js'
import type { Reason } from '../access/reason.js'
import { type AccessRule, defaultRead } from '../access/rules.js'
import type { ClockEffect } from '../clock/run.js'
import { coreErrors } from '../errors.js'
import type { DomainEvent, PendingEvent, RecordedEvent } from '../event/event.js'
import { deepFreeze } from '../freeze.js'
import type { Directory } from '../organization/directory.js'
import type { PersonalRules } from '../personal/rules.js'
import { checkRules } from '../rules/check.js'
import { noRules } from '../rules/no-rules.js'
import type { RuleProfile } from '../rules/profile.js'
import type { CaseTally } from '../tally/tally.js'
import type { InputSchema } from './input.js'
import type { CaseKind, CaseTypes, CaseView, DecideContext, Decision, InboxFacts, Viewer } from './kind.js'

/** The state of any case, to core. */
export interface AnyState {
  readonly status: string
}

/** A kind of case as core runs it: the same tables by name, without their types. */
export interface WiredKind {
  readonly kind: string
  readonly initial: AnyState
  readonly copy: (state: AnyState) => AnyState
  readonly opening: WiredCommand
  readonly commands: ReadonlyMap<string, WiredCommand>
  readonly evolve: ReadonlyMap<
    string,
    (state: AnyState, data: unknown, event: PendingEvent) => Partial<AnyState>
  >
  readonly clocks: ReadonlyMap<
    string,
    (event: PendingEvent, state: AnyState, rules: RuleProfile) => readonly ClockEffect[]
  >
  readonly upcast: ReadonlyMap<string, (data: unknown) => unknown>
  readonly read: AccessRule
  readonly rules: readonly RuleProfile[]
  /** A profile by its id. @throws RULES_UNKNOWN */
  readonly profile: (id: string) => RuleProfile
  readonly chooseRules?: (
    input: unknown,
    context: { readonly today: string; readonly directory: Directory },
  ) => string
  readonly parties: (state: AnyState) => CaseParties
  readonly inbox: (state: AnyState) => InboxFacts
  readonly personal: PersonalRules<AnyState> | undefined
  readonly views: readonly CaseView<AnyState>[]
  readonly tally: CaseTally<AnyState> | undefined
  readonly present?: (state: AnyState, viewer: Viewer) => Partial<AnyState> | undefined
  readonly presentEvent?: (event: RecordedEvent, viewer: Viewer) => RecordedEvent | undefined
}

export interface WiredCommand {
  readonly name: string
  /** The kind and the command, as errors name it. */
  readonly label: string
  readonly schema: InputSchema<unknown>
  readonly access: AccessRule
  readonly guard: ((state: AnyState, context: DecideContext) => Reason | undefined) | undefined
  readonly names: ((input: unknown) => string | undefined) | undefined
  readonly decide: (state: AnyState, input: unknown, context: DecideContext) => Decision<DomainEvent>
  /** The statuses in which it is allowed, each with those it may lead to. */
  readonly from: ReadonlyMap<string, readonly string[]>
}

/** Takes the types off a kind and checks that its tables fit together, once, when the platform is made. */
export function wire<Types extends CaseTypes>(typed: CaseKind<Types>): WiredKind {
  // The tables are typed against each other by `CaseKind`; from here on core only looks them up by name.
  const kind = typed as unknown as Untyped
  const fail = (reason: string) => coreErrors.KIND_INVALID({ kind: String(kind?.kind), reason })
  for (const table of ['initial', 'lifecycle', 'inputs', 'access', 'decide', 'evolve', 'rules'] as const) {
    if (typeof kind?.[table] !== 'object' || kind[table] === null) throw fail(`it has no '${table}'`)
  }
  for (const part of ['parties', 'inbox'] as const) {
    if (typeof kind[part] !== 'function') throw fail(`it has no '${part}'`)
  }
  if (typeof kind.kind !== 'string' || !/^[a-z][A-Za-z]*\.[a-z][A-Za-z-]*$/.test(kind.kind)) {
    throw fail("the name must be like 'petition.complaint'")
  }

  const commands = new Map<string, WiredCommand>()
  for (const name of Object.keys(kind.decide)) {
    const schema = Object.hasOwn(kind.inputs, name) ? kind.inputs[name] : undefined
    const access = Object.hasOwn(kind.access, name) ? kind.access[name] : undefined
    const decide = kind.decide[name]
    if (typeof schema?.safeParse !== 'function') throw fail(`command '${name}' has no input schema`)
    if (typeof access !== 'function') throw fail(`command '${name}' has no access rule`)
    if (decide === undefined) throw fail(`command '${name}' decides nothing`)
    if (reserved.has(name)) throw fail(`command '${name}' has the name of a reading method`)
    const from = new Map<string, readonly string[]>()
    for (const [status, allowed] of Object.entries(kind.lifecycle)) {
      const targets = Object.hasOwn(allowed, name) ? allowed[name] : undefined
      if (targets === undefined) continue
      for (const target of targets) {
        if (!Object.hasOwn(kind.lifecycle, target))
          throw fail(`'${name}' leads to the unknown status '${target}'`)
      }
      from.set(status, targets)
    }
    commands.set(name, {
      name,
      label: `${kind.kind}.${name}`,
      schema,
      access,
      guard: kind.guards?.[name],
      names: kind.names?.[name],
      decide,
      from,
    })
  }
  for (const [status, allowed] of Object.entries(kind.lifecycle)) {
    for (const name of Object.keys(allowed)) {
      if (!commands.has(name)) throw fail(`status '${status}' allows the unknown command '${name}'`)
    }
  }
  const opening = commands.get(kind.opening)
  if (opening === undefined) throw fail(`the opening command '${kind.opening}' does not exist`)
  if (!opening.from.has(kind.initial.status))
    throw fail('the opening command is not allowed in the initial status')
  for (const profile of kind.rules) checkRules(profile)
  const { tally } = kind
  if (tally !== undefined && !(tally?.version > 0 && typeof tally.counts === 'function'))
    throw fail("its 'tally' has no 'version' or no 'counts'")

  return {
    kind: kind.kind,
    initial: deepFreeze(kind.initial),
    copy: kind.copy ?? ((state) => ({ ...state })),
    opening,
    commands,
    evolve: new Map(Object.entries(kind.evolve)),
    clocks: new Map(Object.entries(kind.clocks ?? {})),
    upcast: new Map(Object.entries(kind.upcast ?? {})),
    read: kind.read ?? defaultRead,
    rules: kind.rules,
    profile: profilesOf(kind.rules),
    ...(kind.chooseRules === undefined ? {} : { chooseRules: kind.chooseRules }),
    parties: kind.parties,
    inbox: kind.inbox,
    personal: kind.personal,
    views: kind.views ?? [],
    tally,
    ...(kind.present === undefined ? {} : { present: kind.present }),
    ...(kind.presentEvent === undefined ? {} : { presentEvent: kind.presentEvent }),
  }
}

function profilesOf(rules: readonly RuleProfile[]): WiredKind['profile'] {
  const byId = new Map([noRules, ...rules].map((profile) => [profile.id, profile]))
  return (id) => {
    const profile = byId.get(id)
    if (profile === undefined) throw coreErrors.RULES_UNKNOWN({ id })
    return profile
  }
}

const reserved: ReadonlySet<string> = new Set(['get', 'actions', 'history', 'then'])

interface Untyped {
  readonly kind: string
  readonly initial: AnyState
  readonly copy?: (state: AnyState) => AnyState
  readonly opening: string
  readonly lifecycle: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
  readonly inputs: Readonly<Record<string, InputSchema<unknown>>>
  readonly access: Readonly<Record<string, AccessRule>>
  readonly guards?: Readonly<Record<string, WiredCommand['guard']>>
  readonly names?: Readonly<Record<string, WiredCommand['names']>>
  readonly decide: Readonly<Record<string, WiredCommand['decide']>>
  readonly evolve: Readonly<
    Record<string, (state: AnyState, data: unknown, event: PendingEvent) => Partial<AnyState>>
  >
  readonly clocks?: Readonly<
    Record<string, (event: PendingEvent, state: AnyState, rules: RuleProfile) => readonly ClockEffect[]>
  >
  readonly upcast?: Readonly<Record<string, (data: unknown) => unknown>>
  readonly read?: AccessRule
  readonly rules: readonly RuleProfile[]
  readonly chooseRules?: NonNullable<WiredKind['chooseRules']>
  readonly parties: WiredKind['parties']
  readonly inbox: WiredKind['inbox']
  readonly personal?: PersonalRules<AnyState>
  readonly views?: WiredKind['views']
  readonly tally?: CaseTally<AnyState>
  readonly present?: NonNullable<WiredKind['present']>
  readonly presentEvent?: NonNullable<WiredKind['presentEvent']>
}
