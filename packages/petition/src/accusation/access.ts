import {
  type AccessRule,
  type Accused,
  allOf,
  anyOf,
  anyOfficer,
  anyResident,
  type CaseKind,
  type CaseParties,
  involvedUnit,
  petitioner,
  reason,
  superiorUnit,
  system,
  unitInCharge,
} from '@redress/core'
import { isNobody } from '../matter/checks.js'
import { discreet, petitionRoles } from '../matter/roles.js'
import type { Accusation } from './state.js'
import type { AccusationTypes } from './types.js'

const { petitionOfficer, handler, head } = petitionRoles

const notInvestigator = reason(
  'NOT_INVESTIGATOR',
  'only who was named to investigate may do this',
  '仅限被指定的核查人员',
  '信访工作条例 2022 Art. 30 ¶3',
)

/** Somebody who was named to investigate, while the case is with their unit. */
export const investigator: AccessRule = (question) =>
  question.actor.kind === 'officer' && question.parties.handlers.includes(question.actor.id)
    ? unitInCharge()(question)
    : notInvestigator

const desk = anyOf(system, unitInCharge(petitionOfficer, head))
/** A unit above takes it out of the hands of one that turns out to be accused. */
const deskOrAbove = anyOf(system, superiorUnit(petitionOfficer, head), unitInCharge(petitionOfficer, head))
const deskOrInvestigator = anyOf(system, investigator, unitInCharge(petitionOfficer, head))
const headOrAbove = anyOf(system, superiorUnit(head), unitInCharge(head))
const involved = anyOf(system, allOf(involvedUnit(), discreet))

/** Who may give which command. */
export const accusationAccess: CaseKind<AccusationTypes>['access'] = {
  file: anyOf(system, anyResident, anyOfficer(petitionOfficer, handler, head)),
  register: deskOrAbove,
  nameAccused: anyOf(
    system,
    investigator,
    superiorUnit(petitionOfficer, head),
    unitInCharge(petitionOfficer, head),
  ),
  route: deskOrAbove,
  giveBack: desk,
  accept: desk,
  notAccept: desk,
  identify: deskOrInvestigator,
  supplement: anyOf(system, investigator, unitInCharge(petitionOfficer, head), petitioner),
  note: involved,
  withdraw: petitioner,
  decideWithdrawal: headOrAbove,
  investigate: desk,
  recuse: headOrAbove,
  // Of the petition office that has or had it, or of who has it now.
  tellPersonnel: anyOf(system, involvedUnit(petitionOfficer, head)),
  protect: anyOf(system, superiorUnit(head), investigator, unitInCharge(petitionOfficer, head)),
  conclude: anyOf(system, investigator, unitInCharge(head)),
  clarify: anyOf(system, investigator, unitInCharge(head)),
  propose: anyOf(system, unitInCharge(head)),
  feedBack: deskOrInvestigator,
  failToReach: deskOrInvestigator,
  close: desk,
  reopen: deskOrAbove,
}

/** A unit that no organisation can have: whoever may not read it is told of no case, also where nobody is accused by name yet. */
const somebody = ''

/** Whom it accuses, as core asks. */
export const accusedOf = ({ accused, receivedOn }: Pick<Accusation, 'accused' | 'receivedOn'>): Accused => ({
  persons: accused.persons,
  units: isNobody(accused) ? [somebody] : accused.units,
  since: receivedOn,
})

/** Who stands in what relation to an accusation. */
export function accusationParties(state: Accusation): CaseParties {
  return {
    unit: state.unit,
    involved: state.involved,
    petitioners: state.petitionerIds,
    handlers: state.investigators,
    recused: state.recused,
    accused: accusedOf(state),
    confidential: true,
  }
}
