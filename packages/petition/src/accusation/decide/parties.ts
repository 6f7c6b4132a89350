import type { Accused, Decided, Directory } from '@redress/core'
import { type AccusedParties, checkRecipient, toAccused } from '../../matter/checks.js'
import { competentBodies } from '../competent.js'
import { accusationErrors } from '../errors.js'
import type { AccusationEvent } from '../events.js'
import { type AccusationPolicy, noAccusationPolicy } from '../policy.js'
import type { Accusation, AccusationSubject } from '../state.js'
import type { Context } from '../types.js'

/**
 * The accused as the log keeps them. A report of retaliation is handled outside the accused body: the units where an accused person
 * has a post are accused with the person. @throws UNIT_UNKNOWN
 */
export function partiesOf(
  parties: AccusedParties,
  subject: AccusationSubject,
  context: Pick<Context, 'directory'>,
): Accused {
  const { persons, units } = toAccused(parties, context)
  if (subject === 'misconduct') return { persons, units }
  const bodies = persons.flatMap((person) => context.directory.postsOf(person).map(({ unit }) => unit))
  return { persons, units: [...units, ...bodies] }
}

/** Each of them once. */
export function together(one: Accused, other: Accused): Accused {
  const merge = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])]
  return { persons: merge(one.persons, other.persons), units: merge(one.units, other.units) }
}

/** Nothing happens where everybody named is accused already. */
export function accusedNamed(
  state: Accusation,
  parties: AccusedParties,
  context: Context,
): readonly Decided<AccusationEvent>[] {
  const accused = together(state.accused, partiesOf(parties, state.subject, context))
  const isMore =
    accused.persons.length > state.accused.persons.length || accused.units.length > state.accused.units.length
  return isMore ? [{ type: 'petition.accusation-accused-named', data: { accused } }] : []
}

/**
 * The body that receives it: the one named, or the nearest competent one. @throws COMPETENT_BODY_MISSING, ACCUSED_RECIPIENT, UNIT_UNKNOWN
 */
export function receiverOf(
  named: string | undefined,
  accused: Accused & { readonly since: string },
  policy: AccusationPolicy | undefined,
  directory: Directory,
): string {
  const unit = named ?? competentBodies(accused, undefined, policy ?? noAccusationPolicy, directory)[0]?.unit
  if (unit === undefined) throw accusationErrors.COMPETENT_BODY_MISSING()
  return checkRecipient(unit, { accused, receivedOn: accused.since }, { directory })
}
