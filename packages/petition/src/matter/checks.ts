import { type Accused, type DecideContext, isAccusedUnit, type Unit } from '@redress/core'
import * as z from 'zod'
import { petitionErrors } from '../errors.js'
import { id } from './words.js'

/** Whom a matter accuses, as its author names them. */
export interface AccusedParties {
  /** Ids of persons, as officers carry them. */
  readonly persons?: readonly string[] | undefined
  readonly units?: readonly string[] | undefined
}

export const accusedInput = z.strictObject({
  persons: z.array(id).max(50).readonly().optional(),
  units: z.array(id).max(50).readonly().optional(),
})

/** The day of an act: not after today, and not before the act that it follows. */
export function checkDay(
  field: string,
  date: string,
  { today }: Pick<DecideContext, 'today'>,
  notBefore?: string | null,
): string {
  if (date > today) throw petitionErrors.RECEIVED_IN_FUTURE({ field, date, today })
  if (notBefore !== undefined && notBefore !== null && date < notBefore) {
    throw petitionErrors.DATE_BEFORE_EVENT({ field, date, notBefore })
  }
  return date
}

/** A unit that may receive the case: it exists, and the case does not accuse it (信访工作条例 2022 Art. 30 ¶3). */
export function checkRecipient(
  unit: string,
  { accused, receivedOn }: { readonly accused: Accused; readonly receivedOn: string },
  { directory }: Pick<DecideContext, 'directory'>,
): string {
  directory.get(unit)
  if (isAccusedUnit(unit, { ...accused, since: receivedOn }, directory))
    throw petitionErrors.ACCUSED_RECIPIENT({ unit })
  return unit
}

/** A person who may work on the case. */
export function checkPerson(
  person: string,
  { accused, recused }: { readonly accused: Accused; readonly recused: readonly string[] },
): string {
  if (accused.persons.includes(person)) throw petitionErrors.ACCUSED_HANDLER()
  if (recused.includes(person)) throw petitionErrors.HANDLER_RECUSED({ person })
  return person
}

/** The accused as the log keeps them. A unit that nobody knows would be sealed from nobody. @throws UNIT_UNKNOWN */
export function toAccused(
  { persons = [], units = [] }: AccusedParties,
  { directory }: Pick<DecideContext, 'directory'>,
): { readonly persons: readonly string[]; readonly units: readonly string[] } {
  for (const unit of units) if (!directory.knows(unit)) directory.get(unit)
  return { persons, units }
}

export function isNobody({ persons, units }: Accused): boolean {
  return persons.length === 0 && units.length === 0
}

/** The unit that has a case today: of several that took over its work, that of the officer who acts. @throws UNIT_UNKNOWN */
export function unitToday(
  { unit }: { readonly unit: string },
  { directory, by }: Pick<DecideContext, 'directory' | 'by'>,
): Unit {
  const heirs = directory.successors(unit)
  return heirs.find(({ id }) => by.kind === 'officer' && id === by.unit) ?? heirs[0] ?? directory.get(unit)
}

/** The unit that an actor speaks for; the host's own acts speak for the unit in charge. */
export function actingUnit({ unit }: { readonly unit: string }, { by }: Pick<DecideContext, 'by'>): string {
  return by.kind === 'officer' ? by.unit : unit
}

/** A list with one more entry, unless it is there. */
export const withOne = (list: readonly string[], one: string): readonly string[] =>
  list.includes(one) ? list : [...list, one]
