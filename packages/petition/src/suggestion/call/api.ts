import {
  type Actor,
  type CaseApi,
  isPlatformError,
  type PluginHost,
  parseInput,
  systemActor,
} from '@redress/core'
import * as z from 'zod'
import type { PetitionEvent } from '../../events.js'
import { mostQuestions } from '../commands/intake.js'
import { newestRows, type PageQuery, pageFields } from '../showcase/page.js'
import { publicTexts, textsAt } from '../showcase/texts.js'
import { allTime } from '../support/kind.js'
import type { CallTypes } from './events.js'
import { type CallRow, publishedCalls } from './kind.js'
import { isOpenCall, type OpenCall } from './state.js'

/** Thematic calls for suggestions (人民建议征集): with a period, published, and reported on. */
export interface CallApi extends CaseApi<CallTypes> {
  /**
   * The published calls, newest first, for everybody.
   *
   * @throws INPUT_INVALID, CURSOR_INVALID
   * @example
   * ```ts
   * const { items } = await platform.petition.suggestion.calls.published({ unit: 'huaian-petition' })
   * ```
   */
  published(query?: PublishedCallQuery): Promise<PublishedCallPage>
  /** What came of a call so far, in numbers: for its body and those above it. @throws CASE_NOT_FOUND, READ_NOT_ALLOWED */
  outcome(id: string, by: Actor): Promise<CallOutcome>
}

export interface PublishedCallQuery extends PageQuery {
  readonly status?: PublishedCall['status'] | undefined
}

export interface PublishedCallPage {
  readonly items: readonly PublishedCall[]
  /** Pass it as `cursor` for the next page; absent on the last one. */
  readonly next?: string
}

/** A call as everybody sees it. */
export interface PublishedCall extends Pick<CallRow, 'status' | 'from' | 'until' | 'area' | 'matter'> {
  readonly id: string
  /** The body that calls. */
  readonly unit: { readonly id: string; readonly name: string }
  readonly title: string
  readonly text: string
  readonly questions: readonly string[]
  /** Whether it takes suggestions today. */
  readonly isOpen: boolean
  /** What came of it. */
  readonly report: string | undefined
}

/** Suggestions that answered a call, by what became of them; how many days decisions took is `decideDays:17`. */
export interface CallOutcome {
  readonly amounts: Readonly<Record<string, number>>
  readonly isComplete: boolean
}

const querySchema = z.strictObject({
  ...pageFields,
  status: z.enum(['published', 'closed', 'reported']).optional(),
})
const questionFields = Array.from({ length: mostQuestions }, (_, n) => `question${n + 1}`)

export function createCallApi(
  host: PluginHost<PetitionEvent>,
  cases: CaseApi<CallTypes>,
  todayOf: () => string,
): CallApi {
  const read = publicTexts(host, ['title', 'text', ...questionFields, 'report'])

  return {
    ...cases,

    async published(rawQuery = {}) {
      const query = parseInput('petition.suggestion.calls.published', querySchema, rawQuery)
      const { rows, next } = await newestRows(host, publishedCalls, { ...query })
      // Written by `callKind` and by nothing else.
      const found = rows.map(({ key, row }) => ({ id: key, row: row as CallRow }))
      const files = await read(found.map(({ id, row }) => ({ id, revision: String(row.report ?? 0) })))
      const directory = await host.directory()
      const items = found.flatMap(({ id, row }): readonly PublishedCall[] => {
        const file = files.get(id)
        if (file === undefined) return []
        const { title = '', text = '', ...more } = textsAt(file, 1)
        const { status, from, until, area, matter, report, unit } = row
        const name = directory.successors(unit)[0]?.name ?? unit
        const questions = questionFields.slice(0, row.questions).map((field) => more[field] ?? '')
        const isOpen = isOpenCall(row, todayOf())
        const told = report === null ? undefined : textsAt(file, report).report
        return [
          {
            id,
            status,
            unit: { id: unit, name },
            title,
            text,
            questions,
            from,
            until,
            area,
            matter,
            isOpen,
            report: told,
          },
        ]
      })
      return next === undefined ? { items } : { items, next }
    },

    async outcome(id, by) {
      await cases.get(id, by)
      const query = { by: 'call', periods: [allTime], of: [id] }
      const { lines, isComplete } = await host.tally('petition.suggestion', query)
      return { amounts: lines[0]?.amounts ?? {}, isComplete }
    },
  }
}

/** The calls that filings have named, as they stood when it was looked up for them. */
export interface CallBook {
  of(id: string): OpenCall | undefined
  /** Looks a call up anew. */
  look(id: string): Promise<void>
}

const mostKept = 1000

/** A decision waits for nothing, so what it must know of a call is looked up before. */
export function createCallBook(calls: CaseApi<CallTypes>): CallBook {
  const known = new Map<string, OpenCall>()
  const publishedCall = async (id: string): Promise<OpenCall | undefined> => {
    try {
      const { state } = await calls.get(id, systemActor)
      return state.status === 'draft' || state.status === 'cancelled' ? undefined : state
    } catch (error) {
      if (isPlatformError(error) && error.code === 'CASE_NOT_FOUND') return undefined
      throw error
    }
  }
  return {
    of: (id) => known.get(id),
    async look(id) {
      const call = await publishedCall(id)
      // In one step: another filing may be about to look.
      known.delete(id)
      if (call !== undefined) known.set(id, call)
      if (known.size > mostKept) known.delete(known.keys().next().value as string)
    },
  }
}
