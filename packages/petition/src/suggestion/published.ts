import {
  type CaseApi,
  coreErrors,
  type Directory,
  type PersonalFile,
  type PluginHost,
  parseInput,
  systemActor,
} from '@redress/core'
import * as z from 'zod'
import type { PetitionEvent } from '../events.js'
import type { Text } from '../matter/text.js'
import { id } from '../matter/words.js'
import type { PetitionRules } from '../rules/policy.js'
import { newestRows, type PageQuery, pageFields } from './showcase/page.js'
import { publicTexts, textsAt } from './showcase/texts.js'
import { suggestionStatusText } from './statuses.js'
import type { Counting, SupportCount } from './support/count.js'
import type { SuggestionTypes } from './types.js'
import { type PublishedRow, publishedSuggestions, suggestionView } from './view.js'

export interface PublishedQuery extends PageQuery {
  /** Those that answered this call. */
  readonly call?: string | undefined
  /** Only those that may be supported now, or only the others. */
  readonly open?: boolean | undefined
}

export interface PublishedPage {
  readonly items: readonly PublishedSuggestion[]
  /** Pass it as `cursor` for the next page; absent on the last one. */
  readonly next?: string
}

/** A suggestion as everybody sees it: what the office wrote, and nothing of what was filed. */
export interface PublishedSuggestion
  extends SupportCount,
    Pick<
      PublishedRow,
      'number' | 'status' | 'area' | 'matter' | 'call' | 'receivedOn' | 'outcome' | 'realisation'
    > {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly answer: string | undefined
  /** The authors who agree to be named. */
  readonly authors: readonly string[]
  readonly statusText: Text
  /** The body that has it. */
  readonly unit: { readonly id: string; readonly name: string }
  /** When it was published first, ISO 8601. */
  readonly publishedAt: string
  /** Whether it may be supported now. */
  readonly isOpen: boolean
}

/** Reading what is published, for everybody. */
export interface Publishing {
  published(query?: PublishedQuery): Promise<PublishedPage>
  readPublished(id: string): Promise<PublishedSuggestion>
}

const querySchema = z.strictObject({ ...pageFields, call: id.optional(), open: z.boolean().optional() })
const publicFields = ['publicTitle', 'publicText', 'publicAnswer', 'name']

export function createPublishing(
  host: PluginHost<PetitionEvent>,
  rules: readonly PetitionRules[],
  cases: CaseApi<SuggestionTypes>,
  counting: Counting,
): Publishing {
  const read = publicTexts(host, publicFields)
  const view = suggestionView(rules)

  const show = async (found: readonly Found[]): Promise<readonly PublishedSuggestion[]> => {
    if (found.length === 0) return []
    const files = await read(
      found.map(({ id, row }) => ({ id, revision: `${row.version}/${row.names.join()}` })),
    )
    const countOf = await counting.countsOf(found.map((one) => one.id))
    const directory = await host.directory()
    return found.flatMap(({ id, row }) => {
      const file = files.get(id)
      // Put away while it was looked up.
      return file === undefined ? [] : [shown({ id, row }, file, countOf(id), directory)]
    })
  }

  return {
    async published(rawQuery = {}) {
      const query = parseInput('petition.suggestion.published', querySchema, rawQuery)
      const { rows, next } = await newestRows(host, publishedSuggestions, { ...query })
      // Written by `suggestionView` and by nothing else.
      const items = await show(rows.map(({ key, row }) => ({ id: key, row: row as PublishedRow })))
      return next === undefined ? { items } : { items, next }
    },

    async readPublished(id) {
      const row = view.row(await cases.get(id, systemActor))
      const [found] = row === null ? [] : await show([{ id, row: row as unknown as PublishedRow }])
      if (found === undefined) throw coreErrors.CASE_NOT_FOUND({ kind: 'petition.suggestion', id })
      return found
    },
  }
}

interface Found {
  readonly id: string
  readonly row: PublishedRow
}

function shown(
  { id, row }: Found,
  file: PersonalFile,
  count: SupportCount,
  directory: Directory,
): PublishedSuggestion {
  const { publicTitle = '', publicText = '', publicAnswer } = textsAt(file, row.version)
  const { number, status, area, matter, call, receivedOn, outcome, realisation, unit, since, open } = row
  const named = file.persons.filter(({ person }) => row.names.includes(person))
  return {
    id,
    number,
    title: publicTitle,
    text: publicText,
    answer: publicAnswer,
    authors: named.flatMap(({ fields }) => (fields.name === undefined ? [] : [fields.name])),
    status,
    statusText: suggestionStatusText[status],
    unit: { id: unit, name: directory.successors(unit)[0]?.name ?? unit },
    area,
    matter,
    call,
    receivedOn,
    publishedAt: new Date(since).toISOString(),
    outcome,
    realisation,
    isOpen: open,
    ...count,
  }
}
