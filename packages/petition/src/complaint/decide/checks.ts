import { isAccusedUnit, type Unit } from '@redress/core'
import { petitionErrors } from '../../errors.js'
import type { AccusedParties } from '../commands/intake.js'
import type { Complaint } from '../state.js'
import type { Context } from '../types.js'

type Accused = Complaint['accused']

/** The day of an act: not after today, and not before the act that it follows. */
export function checkDay(field: string, date: string, context: Context, notBefore?: string | null): string {
  if (date > context.today) throw petitionErrors.RECEIVED_IN_FUTURE({ field, date, today: context.today })
  if (notBefore !== undefined && notBefore !== null && date < notBefore) {
    throw petitionErrors.DATE_BEFORE_EVENT({ field, date, notBefore })
  }
  return date
}

/** A unit that may receive the case: it exists, and the case does not accuse it (信访工作条例 2022 Art. 30 ¶3). */
export function checkRecipient(
  unit: string,
  { accused, receivedOn }: Pick<Complaint, 'accused' | 'receivedOn'>,
  { directory }: Context,
): string {
  directory.get(unit)
  if (isAccusedUnit(unit, { ...accused, since: receivedOn }, directory))
    throw petitionErrors.ACCUSED_RECIPIENT({ unit })
  return unit
}

/** A person who may work on the case. */
export function checkPerson(person: string, state: Complaint): string {
  if (state.accused.persons.includes(person)) throw petitionErrors.ACCUSED_HANDLER()
  if (state.recused.includes(person)) throw petitionErrors.HANDLER_RECUSED({ person })
  return person
}

/** The accused as the log keeps them. A unit that nobody knows would be sealed from nobody. @throws UNIT_UNKNOWN */
export function toAccused({ persons = [], units = [] }: AccusedParties, { directory }: Context): Accused {
  for (const unit of units) if (!directory.knows(unit)) directory.get(unit)
  return { persons, units }
}

export function isNobody({ persons, units }: Accused): boolean {
  return persons.length === 0 && units.length === 0
}

/** The unit that has the case today: of several that took over its work, that of the officer who acts. @throws UNIT_UNKNOWN */
export function unitToday(state: Complaint, { directory, by }: Context): Unit {
  const heirs = directory.successors(state.unit)
  return (
    heirs.find(({ id }) => by.kind === 'officer' && id === by.unit) ?? heirs[0] ?? directory.get(state.unit)
  )
}

/** The unit that an actor speaks for; the host's own acts speak for the unit in charge. */
export function actingUnit(state: Complaint, { by }: Context): string {
  return by.kind === 'officer' ? by.unit : state.unit
}
