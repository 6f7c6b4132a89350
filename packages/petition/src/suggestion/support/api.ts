import {
  type Actor,
  type CaseApi,
  coreErrors,
  isPlatformError,
  type PluginHost,
  parseInput,
  type Resident,
  systemActor,
} from '@redress/core'
import * as z from 'zod'
import type { PetitionEvent } from '../../events.js'
import { mark as markSchema } from '../commands/publication.js'
import { suggestionErrors } from '../errors.js'
import { isOpenForSupport, type Suggestion } from '../state.js'
import type { SuggestionTypes } from '../types.js'
import { supportKey, supportKindName } from './kind.js'
import type { SupportState, SupportStatus, SupportTypes } from './types.js'

/** What the host is asked before a support is taken: it knows accounts, origins and rates. */
export interface SupportAsked {
  readonly suggestion: string
  /** The id of the account. */
  readonly account: string
  /** Where the request comes from, as the host named it. It is not kept. */
  readonly origin: string | undefined
}

/** Whether a support may be given now. It is not asked about one that is there already. */
export type MaySupport = (asked: SupportAsked) => boolean | SupportVerdict | Promise<boolean | SupportVerdict>

export interface SupportVerdict {
  readonly allowed: boolean
  /**
   * A word for what is peculiar about the act, such as `newAccount` or `burst`: letters only. Officers see it and may set such supports
   * aside; nothing is done by itself. Never a trait of the person, and nothing that tells one from another.
   */
  readonly mark?: string | undefined
}

export interface SupportOptions {
  /** Where the request comes from: what `maySupport` of the host goes by. It is not kept. */
  readonly origin?: string | undefined
}

/** A support, as who gave it sees it. */
export interface Support {
  readonly suggestion: string
  readonly status: SupportStatus
  /** When it was given, ISO 8601. */
  readonly givenAt: string
}

/** Giving and taking back support: one per account and suggestion, whatever happens at the same time. */
export interface Supporting {
  support(id: string, by: Actor, options?: SupportOptions): Promise<Support>
  withdrawSupport(id: string, by: Actor): Promise<Support>
  ownSupport(id: string, by: Actor): Promise<Support | undefined>
}

const optionsSchema = z.strictObject({ origin: z.string().optional() }).optional()

export function createSupporting(
  host: PluginHost<PetitionEvent>,
  suggestions: CaseApi<SuggestionTypes>,
  supports: CaseApi<SupportTypes>,
  maySupport: MaySupport = () => true,
): Supporting {
  const find = async (id: string, by: Resident) => {
    // The key is put together: an id that is none must not be another one's beginning.
    if (typeof id !== 'string' || !/^[\w-]{1,64}$/.test(id)) return undefined
    const [found] = await host.lookup(supportKindName, 'of', supportKey(id, by.id))
    return found === undefined ? undefined : await supports.get(found, by)
  }

  /** The mark that the host gives the act. @throws SUPPORT_REFUSED */
  const askHost = async (id: string, by: Resident, origin: string | undefined) => {
    const answer = await maySupport({ suggestion: id, account: by.id, origin })
    const { allowed, mark } = typeof answer === 'object' && answer !== null ? answer : { allowed: answer }
    if (allowed !== true) throw suggestionErrors.SUPPORT_REFUSED()
    if (mark === undefined) return {}
    if (!markSchema.safeParse(mark).success)
      throw coreErrors.OPTIONS_INVALID({
        what: 'maySupport',
        reason: "'mark' must be a word of up to 40 letters",
      })
    return { mark }
  }

  return {
    async support(id, by, options) {
      const actor = residentOf(by)
      const { origin } = parseInput('petition.suggestion.support', optionsSchema, options) ?? {}
      const { state } = await suggestions.get(id, systemActor)
      // What was never published is not there for the public.
      if (state.publication === null) throw coreErrors.CASE_NOT_FOUND({ kind: 'petition.suggestion', id })
      const there = await find(id, actor)
      if (there !== undefined && there.state.status !== 'withdrawn') return supportOf(there.state)
      checkOpen(state, actor)
      const input = await askHost(id, actor, origin)
      if (there !== undefined) return supportOf((await supports.renew(there.id, input, actor)).state)
      try {
        // The key makes it one, also where two requests of one account arrive at once in two processes.
        const idempotencyKey = `${supportKindName}/${id}`
        const given = await supports.give({ suggestion: id, ...input }, actor, { idempotencyKey })
        return supportOf(given.state)
      } catch (error) {
        // The other request was marked otherwise.
        const isOther = isPlatformError(error) && error.code === 'IDEMPOTENCY_KEY_REUSED'
        const other = isOther ? await find(id, actor) : undefined
        if (other === undefined) throw error
        return supportOf(other.state)
      }
    },

    async withdrawSupport(id, by) {
      const actor = residentOf(by)
      const there = await find(id, actor)
      if (there === undefined) throw suggestionErrors.SUPPORT_MISSING()
      return supportOf((await supports.withdraw(there.id, {}, actor)).state)
    },

    async ownSupport(id, by) {
      const there = await find(id, residentOf(by))
      return there === undefined ? undefined : supportOf(there.state)
    },
  }
}

/** @throws SUPPORT_CLOSED, SUPPORT_OWN */
function checkOpen(state: Suggestion, { id }: Resident): void {
  if (!isOpenForSupport(state)) throw suggestionErrors.SUPPORT_CLOSED()
  if (state.petitionerIds.includes(id)) throw suggestionErrors.SUPPORT_OWN()
}

function supportOf({ suggestion, status, givenAt }: SupportState): Support {
  return { suggestion, status: status === 'new' ? 'given' : status, givenAt }
}

/** A copy, since who asks may change it meanwhile. @throws SUPPORT_NEEDS_ACCOUNT */
function residentOf(by: Actor): Resident {
  try {
    const { kind } = by
    if (kind === 'resident') {
      const { id } = by
      if (typeof id === 'string' && id.length > 0 && id.length <= 128) return Object.freeze({ kind, id })
    }
  } catch {
    // A getter or a proxy that throws.
  }
  throw suggestionErrors.SUPPORT_NEEDS_ACCOUNT()
}
