import { type Actor, type CaseApi, coreErrors, type PluginHost, systemActor } from '@redress/core'
import type { PetitionEvent } from '../../events.js'
import type { PetitionRules } from '../../rules/policy.js'
import { isSameThreshold, type SupportThreshold, thresholdsOf } from '../policy.js'
import type { SuggestionTypes } from '../types.js'
import { publishedSuggestions } from '../view.js'
import { allTime, supportKindName } from './kind.js'

/** How much support there is: sums that are kept, so that it costs the same for ten and for a hundred thousand. */
export interface SupportCount {
  /** Those that count. */
  readonly supports: number
  /** Those that an officer has set aside. */
  readonly setAside: number
}

/** The count of one suggestion, and what it obliges to. */
export interface SupportCounted extends SupportCount {
  /** The instant of the last event that is counted in, ISO 8601. */
  readonly countedUntil: string | undefined
  /** False while a long history is still being counted. */
  readonly isComplete: boolean
  /** The thresholds of the rules that the suggestion pins, and since when each is reached. */
  readonly thresholds: readonly (SupportThreshold & { readonly reachedOn: string | null })[]
}

export interface DutyReport {
  /** How many suggestions got a duty. */
  readonly recorded: number
  /** Those for which it could not be recorded, and why; the next call tries again. */
  readonly failed: readonly { readonly id: string; readonly error: unknown }[]
}

/** Counting supports. */
export interface Counting {
  supports(id: string, by?: Actor): Promise<SupportCounted>
  recordDuties(): Promise<DutyReport>
  /** The counts of some suggestions. */
  countsOf(ids: readonly string[]): Promise<(id: string) => SupportCount>
}

const pageSize = 100

export function createCounting(
  host: PluginHost<PetitionEvent>,
  rules: readonly PetitionRules[],
  suggestions: CaseApi<SuggestionTypes>,
): Counting {
  const count = async (of: readonly string[]) => {
    const query = { by: 'suggestion', periods: [allTime], of }
    const { lines, countedUntil, isComplete } = await host.tally(supportKindName, query)
    const amounts = new Map(lines.map((line) => [line.of, line.amounts]))
    const countOf = (id: string): SupportCount => {
      const { given = 0, setAside = 0 } = amounts.get(id) ?? {}
      return { supports: given, setAside }
    }
    return { countOf, countedUntil, isComplete }
  }

  const countsOf: Counting['countsOf'] = async (ids) => (await count(ids)).countOf

  return {
    countsOf,

    async supports(id, by) {
      // Hosts in JavaScript pass null where they mean nobody.
      const isPublic = by === undefined || by === null
      const { state, rules: pinned } = await suggestions.get(id, isPublic ? systemActor : by)
      // The public knows of what is published, and of nothing else.
      if (isPublic && state.publication === null)
        throw coreErrors.CASE_NOT_FOUND({ kind: 'petition.suggestion', id })
      const { countOf, countedUntil, isComplete } = await count([id])
      const { policy } = rules.find((one) => one.id === pinned) ?? {}
      const thresholds = thresholdsOf(policy).map((one) => {
        const made = state.duties.find((duty) => isSameThreshold(duty, one))
        return { ...one, reachedOn: made?.on ?? null }
      })
      return { ...countOf(id), countedUntil, isComplete, thresholds }
    },

    async recordDuties() {
      let recorded = 0
      const failed: DutyReport['failed'][number][] = []
      const query = {
        range: { field: 'nextThreshold', from: 0 },
        sort: { field: 'nextThreshold' },
        limit: pageSize,
      }
      let page = await host.rows(publishedSuggestions, query)
      for (;;) {
        const ids = page.rows.map(({ key }) => key)
        const counts = ids.length === 0 ? undefined : await countsOf(ids)
        for (const { key, row } of page.rows) {
          const { supports } = counts?.(key) ?? { supports: 0 }
          if (supports < Number(row.nextThreshold)) continue
          try {
            await suggestions.recordSupport(key, { supports }, systemActor)
            recorded++
          } catch (error) {
            failed.push({ id: key, error })
          }
        }
        if (page.next === undefined) return { recorded, failed }
        page = await host.rows(publishedSuggestions, { ...query, after: page.next })
      }
    },
  }
}
