import type { CaseRecord, CaseView } from '@redress/core'
import type { PetitionRules } from '../rules/policy.js'
import { isSameThreshold, thresholdsOf } from './policy.js'
import { publicRow } from './showcase/row.js'
import {
  isOpenForSupport,
  type Realisation,
  type Suggestion,
  type SuggestionOutcome,
  type SuggestionStatus,
} from './state.js'

/** The view behind `published`. */
export const publishedSuggestions = 'petition.published-suggestions'

/** What the public may know of a suggestion without opening the vault. */
export interface PublishedRow
  extends Pick<Suggestion, 'number' | 'unit' | 'area' | 'matter' | 'call' | 'receivedOn'> {
  readonly status: SuggestionStatus
  /** Whether people may support it now. */
  readonly open: boolean
  /** The version of the event beside which the text is sealed. */
  readonly version: number
  /** The keys of the authors who are named. */
  readonly names: readonly string[]
  /** Told to the public after the author. */
  readonly outcome: SuggestionOutcome | null
  readonly realisation: Pick<Realisation, 'unit' | 'by' | 'state' | 'endedOn'> | null
  /** When it was published first, in milliseconds since the epoch. */
  readonly since: number
  /** The least number of supports that would make a duty which is not made yet. */
  readonly nextThreshold: number | null
}

/** Keeps what is published at hand, newest first. */
export function suggestionView(rules: readonly PetitionRules[]): CaseView<Suggestion> {
  return {
    name: publishedSuggestions,
    version: 1,
    indexes: [
      { equal: [], sort: 'since' },
      { equal: ['call'], sort: 'since' },
      { equal: ['unit'], sort: 'since' },
      { equal: [], sort: 'nextThreshold', sparse: true },
    ],
    row: (record) =>
      publicRow(record, record.state.publication?.since, (state) => facts(record, state, rules)),
  }
}

function facts(
  { custody, rules: pinned }: CaseRecord<Suggestion>,
  state: Suggestion,
  rules: readonly PetitionRules[],
): Omit<PublishedRow, 'since'> {
  const { number, unit, area, matter, call, receivedOn, status, publication, nameConsents, realisation } =
    state
  const isTold = status === 'replied' || status === 'closed'
  return {
    number,
    unit,
    area,
    matter,
    call,
    receivedOn,
    status,
    open: isOpenForSupport(state),
    version: publication?.version ?? 0,
    names: publication?.names === true ? nameConsents.filter((one) => !custody.erased.includes(one)) : [],
    outcome: isTold ? (state.decision?.outcome ?? null) : null,
    realisation:
      realisation === null || !isTold
        ? null
        : {
            unit: realisation.unit,
            by: realisation.by,
            state: realisation.state,
            endedOn: realisation.endedOn,
          },
    nextThreshold: nextThreshold(state, pinned, rules),
  }
}

const counting: ReadonlySet<SuggestionStatus> = new Set([
  'screened',
  'referred',
  'inStudy',
  'decided',
  'replied',
])

function nextThreshold(
  { status, duties }: Suggestion,
  pinned: string,
  rules: readonly PetitionRules[],
): number | null {
  if (!counting.has(status)) return null
  const { policy } = rules.find(({ id }) => id === pinned) ?? {}
  const left = thresholdsOf(policy).filter((one) => !duties.some((duty) => isSameThreshold(duty, one)))
  return left.length === 0 ? null : Math.min(...left.map(({ supports }) => supports))
}
