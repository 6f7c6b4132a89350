import {
  type Actor,
  type CaseApi,
  type CaseSnapshot,
  type CommandOptions,
  coreErrors,
  isPlatformError,
  type PluginHost,
  parseInput,
  type RowQuery,
  reason,
  systemActor,
} from '@redress/core'
import * as z from 'zod'
import type { PetitionEvent } from '../../events.js'
import { publicationInputs, type RestoreSupports, type SetAsideSupports } from '../commands/publication.js'
import { readInput } from '../read-input.js'
import { newestRows } from '../showcase/page.js'
import type { Suggestion } from '../state.js'
import type { SuggestionTypes } from '../types.js'
import { supportView } from './kind.js'
import type { SupportStatus, SupportTypes } from './types.js'

/** A support, as an officer sees it: not whose it is. */
export interface ListedSupport {
  readonly id: string
  readonly status: SupportStatus
  /** When it was given, ISO 8601. */
  readonly givenAt: string
  /** What the host's check found peculiar about the act. */
  readonly mark: string | null
  /** The time at which it was set aside, as the suggestion counts them. */
  readonly batch: number | null
}

export interface SupportQuery {
  readonly status?: SupportStatus | undefined
  readonly mark?: string | undefined
  readonly batch?: number | undefined
  /** 1 to 200. Default: 50. */
  readonly limit?: number | undefined
  /** The `next` of the page before. */
  readonly cursor?: string | undefined
}

export interface SupportPage {
  readonly items: readonly ListedSupport[]
  /** Pass it as `cursor` for the next page; absent on the last one. */
  readonly next?: string
}

/** The suggestion after supports were set aside or restored, and how many were. */
export type SupportsChanged = CaseSnapshot<Suggestion> & {
  readonly changed: number
  /** One call changes at most 2,000: call again, with the same `idempotencyKey` to go on with the same batch. */
  readonly more: boolean
}

/** Looking after the integrity of supports. */
export interface Integrity {
  supportList(id: string, query: SupportQuery, by: Actor): Promise<SupportPage>
  setAside(id: string, input: SetAsideSupports, by: Actor, options?: CommandOptions): Promise<SupportsChanged>
  restore(id: string, input: RestoreSupports, by: Actor, options?: CommandOptions): Promise<SupportsChanged>
}

const mostAtOnce = 2000
const pageSize = 200
const querySchema = z.strictObject({
  status: z.enum(['given', 'setAside', 'withdrawn']).optional(),
  mark: z.string().max(40).optional(),
  batch: z.int().min(1).optional(),
  limit: z.int().min(1).max(pageSize).optional(),
  cursor: z.string().max(200).optional(),
})

export function createIntegrity(
  host: PluginHost<PetitionEvent>,
  suggestions: CaseApi<SuggestionTypes>,
  supports: CaseApi<SupportTypes>,
): Integrity {
  /** The named supports as far as they are of this suggestion, or all that fit, oldest first. */
  async function* selected(id: string, named: readonly string[] | undefined, query: Omit<RowQuery, 'limit'>) {
    for (const support of named ?? []) if (await isOf(supports, support, id)) yield support
    if (named !== undefined) return
    let page = await host.rows(supportView, { ...query, limit: pageSize })
    for (;;) {
      for (const { key } of page.rows) yield key
      if (page.next === undefined) return
      page = await host.rows(supportView, { ...query, after: page.next, limit: pageSize })
    }
  }

  /** Changes one after the other; what was withdrawn meanwhile is passed over. */
  const changeEach = async (ids: AsyncIterable<string>, change: (support: string) => Promise<unknown>) => {
    let changed = 0
    for await (const support of ids) {
      if (changed >= mostAtOnce) return { changed, more: true }
      try {
        await change(support)
        changed++
      } catch (error) {
        if (!isPlatformError(error) || error.code !== 'COMMAND_NOT_ALLOWED') throw error
      }
    }
    return { changed, more: false }
  }

  return {
    async supportList(id, rawQuery, by) {
      const { limit = 50, ...query } = parseInput('petition.suggestion.supportList', querySchema, rawQuery)
      await suggestions.get(id, by)
      if (by.kind === 'resident') throw coreErrors.READ_NOT_ALLOWED({ reasons: [staffOnly] })
      const { rows, next } = await newestRows(host, supportView, { ...query, limit, suggestion: id })
      const items = rows.map(({ key, row }) => listed(key, row as SupportRow))
      return next === undefined ? { items } : { items, next }
    },

    async setAside(id, input, by, options) {
      // First the act of the officer, with its reason: what follows from it can be done again if it is cut off.
      const read = readInput(publicationInputs.setAside, input)
      const suggestion = await suggestions.setAside(id, read ?? input, by, options)
      const batch = suggestion.state.setAsides
      const { supports: named, mark, from, before } = read ?? input
      const range = {
        field: 'since',
        ...(from === undefined ? {} : { from: Date.parse(from) }),
        ...(before === undefined ? {} : { below: Date.parse(before) }),
      }
      const where = { suggestion: id, status: 'given', ...(mark === undefined ? {} : { mark }) }
      const isBounded = from !== undefined || before !== undefined
      const fitting = selected(id, named, {
        where,
        ...(isBounded ? { range } : {}),
        sort: { field: 'since' },
      })
      const outcome = await changeEach(fitting, (support) => supports.setAside(support, { batch }, by))
      return Object.freeze({ ...suggestion, ...outcome })
    },

    async restore(id, input, by, options) {
      const read = readInput(publicationInputs.restore, input)
      const suggestion = await suggestions.restore(id, read ?? input, by, options)
      const { supports: named, batch } = read ?? input
      // Also those that were withdrawn since: given anew, they count again.
      const status = ['setAside', 'withdrawn']
      const where = { suggestion: id, status, ...(batch === undefined ? {} : { batch }) }
      const fitting = selected(id, named, { where, sort: { field: 'since' } })
      const outcome = await changeEach(fitting, (support) => supports.restore(support, {}, by))
      return Object.freeze({ ...suggestion, ...outcome })
    },
  }
}

const staffOnly = reason('NOT_OFFICER', 'only staff may do this', '只有工作人员可以操作')

/** Written by `supportKind` and by nothing else. */
interface SupportRow extends Omit<ListedSupport, 'id' | 'givenAt'> {
  readonly since: number
}

const listed = (id: string, { status, since, mark, batch }: SupportRow): ListedSupport => ({
  id,
  status,
  givenAt: new Date(since).toISOString(),
  mark,
  batch,
})

async function isOf(supports: CaseApi<SupportTypes>, support: string, suggestion: string): Promise<boolean> {
  try {
    return (await supports.get(support, systemActor)).state.suggestion === suggestion
  } catch (error) {
    if (isPlatformError(error) && error.code === 'CASE_NOT_FOUND') return false
    throw error
  }
}
