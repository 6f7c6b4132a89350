import {
  type Actor,
  type CaseApi,
  type CaseRecord,
  isPlatformError,
  type PluginHost,
  systemActor,
} from '@redress/core'
import { duplicatePolicy } from '../../duplicate/policy.js'
import type { PetitionEvent } from '../../events.js'
import type { PetitionRules } from '../../rules/policy.js'
import { complaintParties } from '../access.js'
import { complaintPersonal } from '../personal.js'
import type { Complaint } from '../state.js'
import type { ComplaintTypes } from '../types.js'
import { type ComparedTexts, isComparable } from './compared-texts.js'
import type { Duplicates, Evidence } from './suggestion.js'

/** What the search needs. */
export interface DuplicateSearch {
  readonly host: PluginHost<PetitionEvent>
  readonly cases: CaseApi<ComplaintTypes>
  readonly rules: readonly PetitionRules[]
  readonly texts: ComparedTexts
}

/** Open cases of one account, and numbers that are looked up: of a large group not everybody is. */
const mostOfAccount = 200
const mostNumbers = 20

/** Everything that speaks for other cases, whoever may know of them. */
export async function gatherEvidence(
  search: DuplicateSearch,
  own: CaseRecord<Complaint>,
  by: Actor,
): Promise<{ readonly found: ReadonlyMap<string, Evidence>; readonly compared: Duplicates['compared'] }> {
  const found = new Map<string, Found>()
  const compared = by.kind === 'resident' ? 'none' : await compareTexts(search, own, found)
  await findAccounts(search, own, by, found)
  await findNumbers(search, own, by, found)
  found.delete(own.id)
  return { found, compared }
}

/** Evidence as it gathers. */
interface Found extends Evidence {
  readonly by: Set<'account' | 'phone' | 'idNumber'>
  similarity: number
  namesPlace: boolean
}

function foundOf(found: Map<string, Found>, id: string): Found {
  let evidence = found.get(id)
  if (evidence === undefined) {
    evidence = { by: new Set(), similarity: 0, namesPlace: false }
    found.set(id, evidence)
  }
  return evidence
}

async function compareTexts(
  { texts, rules }: DuplicateSearch,
  own: CaseRecord<Complaint>,
  found: Map<string, Found>,
): Promise<Duplicates['compared']> {
  if (!isComparable(own)) return 'none'
  const isComplete = await texts.update(own.id)
  if (!texts.has(own.id)) return 'none'
  const policy = rules.find((one) => one.id === own.rules)?.policy.duplicates ?? duplicatePolicy
  for (const { id, similarity } of texts.similarTo(own.id, policy.similarity))
    foundOf(found, id).similarity = similarity
  for (const id of texts.samePlace(own.id)) foundOf(found, id).namesPlace = true
  return isComplete ? 'all' : 'some'
}

/** The open cases of the accounts. */
async function findAccounts(
  { host }: DuplicateSearch,
  { state }: CaseRecord<Complaint>,
  by: Actor,
  found: Map<string, Found>,
): Promise<void> {
  for (const account of state.petitionerIds) {
    // A resident learns nothing of those who petition with them.
    if (by.kind === 'resident' && account !== by.id) continue
    const { items } = await host.platform.cases.find(
      { kind: 'petition.complaint', open: true, sort: 'opened', descending: true, limit: mostOfAccount },
      { kind: 'resident', id: account },
    )
    for (const { id } of items) foundOf(found, id).by.add('account')
  }
}

/** The cases of persons with the same phone or identity number, for who may look for persons. */
async function findNumbers(
  { host }: DuplicateSearch,
  { id, state }: CaseRecord<Complaint>,
  by: Actor,
  found: Map<string, Found>,
): Promise<void> {
  const question = { actor: by, parties: complaintParties(state), directory: await host.directory() }
  if (complaintPersonal.searches?.duplicates?.(question) !== undefined) return
  const numbers = await numbersOf(host, id)
  for (const { field, value } of numbers.slice(0, mostNumbers)) {
    const search = { kind: 'petition.complaint', field, value, purpose: 'duplicates' }
    for (const one of await host.platform.personal.find(search, by)) foundOf(found, one.case).by.add(field)
  }
}

interface SearchedNumber {
  readonly field: 'phone' | 'idNumber'
  readonly value: string
}

/** Read by the system: whoever asks need not see them. */
async function numbersOf(host: PluginHost<PetitionEvent>, id: string): Promise<readonly SearchedNumber[]> {
  const fields = ['idNumber', 'phone'] as const
  try {
    const { persons } = await host.platform.personal.read(
      id,
      { purpose: 'duplicateCheck', fields, reveal: fields },
      systemActor,
    )
    const numbers = persons.flatMap((person) =>
      fields.flatMap((field) => {
        const value = person.fields[field]
        return value === undefined ? [] : [{ field, value }]
      }),
    )
    return [...new Map(numbers.map((one) => [`${one.field} ${one.value}`, one])).values()]
  } catch (error) {
    // Its records are put away.
    if (isPlatformError(error) && error.code === 'READ_NOT_ALLOWED') return []
    throw error
  }
}
