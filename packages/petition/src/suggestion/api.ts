import {
  type Actor,
  addDays,
  type CaseApi,
  type CommandOptions,
  compileCalendar,
  isPlatformError,
  type PluginHost,
  systemActor,
} from '@redress/core'
import type { PetitionEvent } from '../events.js'
import type { Numbering } from '../matter/numbering.js'
import { contactFields } from '../matter/persons.js'
import type { PetitionRules } from '../rules/policy.js'
import { type CallApi, createCallApi, createCallBook } from './call/api.js'
import type { CallTypes } from './call/events.js'
import { callKind } from './call/kind.js'
import { suggestionInputs } from './commands/index.js'
import type { RestoreSupports, SetAsideSupports } from './commands/publication.js'
import { personalDataIn } from './de-identified.js'
import { suggestionErrors } from './errors.js'
import { suggestionKind } from './kind.js'
import {
  createPublishing,
  type PublishedPage,
  type PublishedQuery,
  type PublishedSuggestion,
} from './published.js'
import { readInput } from './read-input.js'
import { createSupporting, type MaySupport, type Support, type SupportOptions } from './support/api.js'
import { createCounting, type DutyReport, type SupportCounted } from './support/count.js'
import {
  createIntegrity,
  type SupportPage,
  type SupportQuery,
  type SupportsChanged,
} from './support/integrity.js'
import { supportKind } from './support/kind.js'
import type { SupportTypes } from './support/types.js'
import type { SuggestionTypes } from './types.js'

/** People's suggestions (人民建议): collected, studied, answered, published, supported, and followed to their realisation. */
export interface SuggestionApi extends CaseApi<SuggestionTypes> {
  /** 征集 */
  readonly calls: CallApi
  /** The case that it was handed over to, for who may read that one; undefined for everybody else. @throws CASE_NOT_FOUND, READ_NOT_ALLOWED */
  handedOverTo(id: string, by: Actor): Promise<string | undefined>
  /**
   * The published suggestions, newest first, for everybody: only what the office wrote.
   *
   * @throws INPUT_INVALID, CURSOR_INVALID
   * @example
   * ```ts
   * const { items, next } = await platform.petition.suggestion.published({ call: callId, open: true })
   * ```
   */
  published(query?: PublishedQuery): Promise<PublishedPage>
  /** One published suggestion, for everybody. @throws CASE_NOT_FOUND */
  readPublished(id: string): Promise<PublishedSuggestion>
  /**
   * Supports a published suggestion (附议): once per account, however often it is called. Whoever has supported it gets that support.
   *
   * @throws CASE_NOT_FOUND, SUPPORT_NEEDS_ACCOUNT, SUPPORT_CLOSED, SUPPORT_OWN, SUPPORT_REFUSED
   */
  support(id: string, by: Actor, options?: SupportOptions): Promise<Support>
  /** Takes the own support back, at any time. @throws SUPPORT_NEEDS_ACCOUNT, SUPPORT_MISSING */
  withdrawSupport(id: string, by: Actor): Promise<Support>
  /** The own support, and whether it counts. @throws SUPPORT_NEEDS_ACCOUNT */
  ownSupport(id: string, by: Actor): Promise<Support | undefined>
  /**
   * How much support there is: without an actor, of what is published; with one, for who may read the suggestion.
   *
   * @throws CASE_NOT_FOUND, READ_NOT_ALLOWED
   */
  supports(id: string, by?: Actor): Promise<SupportCounted>
  /** The supports one by one, newest first, without whose they are: for staff who look after their integrity. @throws CASE_NOT_FOUND, READ_NOT_ALLOWED, INPUT_INVALID, CURSOR_INVALID */
  supportList(id: string, query: SupportQuery, by: Actor): Promise<SupportPage>
  /** Sets supports aside in bulk, with a reason. They are kept, counted apart, and can be restored. @throws SELECTION_EMPTY */
  setAside(id: string, input: SetAsideSupports, by: Actor, options?: CommandOptions): Promise<SupportsChanged>
  /** Restores supports that were set aside. @throws SELECTION_EMPTY, BATCH_UNKNOWN */
  restore(id: string, input: RestoreSupports, by: Actor, options?: CommandOptions): Promise<SupportsChanged>
  /**
   * Records the duties that support has made by the thresholds of the rules. Call it from a timer; where no profile has thresholds it does
   * nothing.
   */
  recordDuties(): Promise<DutyReport>
}

export interface SuggestionSettings {
  readonly rules: readonly PetitionRules[]
  readonly numbering: Numbering
  readonly maySupport: MaySupport | undefined
}

/** Installs the three kinds of case and puts what reaches beyond one case around their commands. */
export function createSuggestionApi(
  host: PluginHost<PetitionEvent>,
  { rules, numbering, maySupport }: SuggestionSettings,
): SuggestionApi {
  const callCases = host.addKind<CallTypes>(callKind(rules))
  const book = createCallBook(callCases)
  const cases = host.addKind<SuggestionTypes>(suggestionKind(rules, numbering, (id) => book.of(id)))
  const supportCases = host.addKind<SupportTypes>(supportKind)
  const counting = createCounting(host, rules, cases)

  return {
    ...cases,
    calls: createCallApi(host, callCases, todayIn(rules, host)),
    ...createPublishing(host, rules, cases, counting),
    ...createSupporting(host, cases, supportCases, maySupport),
    ...createIntegrity(host, cases, supportCases),
    supports: (id, by) => counting.supports(id, by),
    recordDuties: () => counting.recordDuties(),

    async file(input, by, options) {
      const read = readInput(suggestionInputs.file, input)
      if (read?.call !== undefined) await book.look(read.call)
      return await cases.file(read ?? input, by, options)
    },

    async handOver(id, input, by, options) {
      const read = readInput(suggestionInputs.handOver, input)
      if (read !== undefined && (await isAllowed(cases, id, 'handOver', by))) {
        const isOther = read.to !== id && (await host.platform.cases.mayRead(read.to, by))
        if (!isOther) throw suggestionErrors.HAND_OVER_CASE_UNKNOWN({ to: read.to })
      }
      return await cases.handOver(id, read ?? input, by, options)
    },

    async handedOverTo(id, by) {
      await cases.get(id, by)
      const to = (await cases.get(id, systemActor)).state.handedOver?.to ?? undefined
      return to !== undefined && (await host.platform.cases.mayRead(to, by)) ? to : undefined
    },

    async publish(id, input, by, options) {
      const read = readInput(suggestionInputs.publish, input)
      if (read !== undefined && (await isAllowed(cases, id, 'publish', by))) {
        const { title, text, answer = '' } = read
        const fields = [...contactFields, 'idNumber']
        const request = { purpose: 'deIdentification', reveal: fields, fields }
        const { persons } = await host.platform.personal.read(id, request, systemActor)
        const found = personalDataIn(
          [title, text, answer],
          persons.map((one) => one.fields),
        )
        if (found.length > 0) throw suggestionErrors.PERSONAL_DATA_PUBLISHED({ found })
      }
      return await cases.publish(id, read ?? input, by, options)
    },
  }
}

/** Whether a command would be taken now: only then is looked at what it names. Why not is for the command to say. */
async function isAllowed(
  cases: CaseApi<SuggestionTypes>,
  id: string,
  command: 'handOver' | 'publish',
  by: Actor,
): Promise<boolean> {
  try {
    const actions = await cases.actions(id, by)
    return actions.some((one) => one.command === command && one.allowed)
  } catch (error) {
    if (isPlatformError(error)) return false
    throw error
  }
}

/** The local date, in the zone of the first rules. */
function todayIn([first]: readonly PetitionRules[], host: PluginHost<PetitionEvent>): () => string {
  const calendar = first === undefined ? undefined : compileCalendar(first.calendar)
  return () => addDays('1970-01-01', calendar?.dayOf(Date.parse(host.now())) ?? 0)
}
