import { type Actor, type CaseRecord, systemActor } from '@redress/core'
import { isOpen } from '../kind.js'
import type { Complaint } from '../state.js'
import { isComparable } from './compared-texts.js'
import { type DuplicateSearch, gatherEvidence } from './evidence.js'
import { caseIfThere, mayKnow } from './may-know.js'
import {
  byStrength,
  type DuplicateSuggestion,
  type Duplicates,
  type Evidence,
  reasonsOf,
} from './suggestion.js'

const mostSuggested = 50
/** Found cases that are looked at. */
const mostLookedAt = 500

/** @throws CASE_NOT_FOUND, READ_NOT_ALLOWED, VAULT_DAMAGED, KEY_UNAVAILABLE */
export async function findDuplicates(search: DuplicateSearch, id: string, by: Actor): Promise<Duplicates> {
  const { cases } = search
  await cases.get(id, by)
  // What it says of other cases is for the system alone.
  const own = await cases.get(id, systemActor)
  const { found, compared } = await gatherEvidence(search, own, by)
  const suggestions: DuplicateSuggestion[] = []
  for (const [otherId, evidence] of strongestFirst(found)) {
    const other = await caseIfThere(cases, otherId)
    if (other === undefined || !isSuggestable(other.state) || isDismissed(own, other)) continue
    // What came of the texts is from a moment ago.
    const ofNow = isComparable(other) ? evidence : { ...evidence, similarity: 0, namesPlace: false }
    const reasons = reasonsOf(ofNow, own.state, other.state)
    if (reasons.length === 0 || !(await mayKnow(cases, other, by))) continue
    const { number, status, unit, receivedOn, area, matter } = other.state
    const linked = linkBetween(own, other) ?? linkBetween(other, own)
    const suggestion = { id: otherId, number, status, unit, receivedOn, area, matter, reasons }
    suggestions.push(linked === undefined ? suggestion : { ...suggestion, linked })
    if (suggestions.length === mostSuggested) break
  }
  return { suggestions: suggestions.sort(byStrength), compared }
}

function strongestFirst(found: ReadonlyMap<string, Evidence>): readonly (readonly [string, Evidence])[] {
  const reasons = ({ by, similarity, namesPlace }: Evidence) =>
    Number(by.size > 0) + Number(similarity > 0) + Number(namesPlace)
  return [...found]
    .sort(([, one], [, other]) => reasons(other) - reasons(one) || other.similarity - one.similarity)
    .slice(0, mostLookedAt)
}

/** Nothing may point at an accusation, so it is shown to nobody as something to point at. */
const isSuggestable = (state: Complaint): boolean =>
  isOpen(state) && state.confidentiality !== 'sealedAccusation'

const isDismissed = (one: CaseRecord<Complaint>, other: CaseRecord<Complaint>): boolean =>
  one.state.notDuplicateOf.includes(other.id) || other.state.notDuplicateOf.includes(one.id)

function linkBetween(
  { id, state }: CaseRecord<Complaint>,
  other: CaseRecord<Complaint>,
): DuplicateSuggestion['linked'] {
  const link = state.links.find(({ to }) => to === other.id)
  return link && { from: id, ...link }
}
