import type { CaseTally, Count } from '@redress/core'
import type { Accusation } from '../../accusation/state.js'
import type { PetitionPolicy } from '../../rules/policy.js'

/**
 * Accusations are in none of the tables that an officer is answered from: from a line of a unit, an area or a matter it could be read
 * that somebody there was accused (信访工作条例 2022 Art. 30 ¶3). They are counted by year alone, in a table of their own, for whoever
 * publishes the annual report.
 */
export const accusationTable = 'accusation'

/** The kinds whose tallies have that table. */
export const accusationKinds = ['petition.complaint', 'petition.accusation'] as const

/** What one accusation counts. */
export function accusationLines(receivedOn: string, answeredOn: string | null): readonly Count[] {
  const line = (on: string, name: string): Count => ({
    period: on.slice(0, 4),
    by: accusationTable,
    of: 'all',
    amounts: { [name]: 1 },
  })
  return [line(receivedOn, 'received'), ...(answeredOn === null ? [] : [line(answeredOn, 'answered')])]
}

/** What an accusation of a kind of its own counts; one that was a complaint is counted there as received. */
export const accusationTally: CaseTally<Accusation, PetitionPolicy> = {
  version: 1,
  counts: ({ state: { receivedOn, takenFrom, feedback } }) =>
    accusationLines(receivedOn, feedback?.on ?? null).filter(
      ({ amounts }) => takenFrom === null || amounts.received === undefined,
    ),
}
