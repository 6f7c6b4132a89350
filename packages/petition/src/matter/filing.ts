import type { Actor } from '@redress/core'
import { petitionErrors } from '../errors.js'
import type { RepresentativeRule } from '../rules/policy.js'
import { keyOf, type PersonFiling } from './persons.js'

/** Whose matter it is must be said, or that nobody says it; and a resident speaks for themself. @throws PETITIONER_MISSING, FILED_FOR_OTHERS */
export function checkFilers(petitioners: readonly PersonFiling[], anonymous: boolean, by: Actor): void {
  if (petitioners.length === 0 && !anonymous) throw petitionErrors.PETITIONER_MISSING()
  if (by.kind === 'resident' && !anonymous && !petitioners.some((one) => one.id === by.id)) {
    throw petitionErrors.FILED_FOR_OTHERS({ by: by.id })
  }
  // The matter would stand in the account of somebody who has not filed it.
  if (by.kind === 'anonymous' && petitioners.some((one) => one.id !== undefined))
    throw petitionErrors.FILED_FOR_OTHERS({ by: by.kind })
}

/** How many people a matter speaks for. */
export const peopleOf = (people: number | undefined, petitioners: readonly PersonFiling[]): number =>
  Math.max(people ?? 0, petitioners.length, 1)

/** The keys of petitioners who are named by account or by name. @throws REPRESENTATIVE_UNKNOWN */
export function keysOfNamed(
  named: readonly string[],
  petitioners: readonly PersonFiling[],
): readonly string[] {
  return named.map((representative, place) => {
    const n = petitioners.findIndex((one) => one.id === representative || one.name === representative)
    if (n < 0) throw petitionErrors.REPRESENTATIVE_UNKNOWN({ place: place + 1 })
    return keyOf(n)
  })
}

/**
 * The keys of those who come to a visit for the others. The cap is on those who come, never on who may petition
 * (信访工作条例 2022 Art. 20 ¶3).
 *
 * @throws REPRESENTATIVE_UNKNOWN, REPRESENTATIVES_MISSING, REPRESENTATIVES_TOO_MANY
 */
export function representativesOf(
  named: readonly string[],
  petitioners: readonly PersonFiling[],
  people: number,
  rules: readonly RepresentativeRule[],
): readonly string[] {
  const rule = rules.find((one) => one.people === undefined || people <= one.people)
  // A few who all come speak for themselves.
  const areFew = people > 1 && people === petitioners.length && people <= (rule?.most ?? 0)
  const keys =
    named.length === 0 && areFew ? petitioners.map((_, n) => keyOf(n)) : keysOfNamed(named, petitioners)
  if (people === 1 || rule === undefined) return keys
  const { most, source } = rule
  if (keys.length === 0) throw petitionErrors.REPRESENTATIVES_MISSING({ people, most, source })
  if (keys.length > most)
    throw petitionErrors.REPRESENTATIVES_TOO_MANY({ representatives: keys.length, people, most, source })
  return keys
}
