import {
  type AccessRule,
  allOf,
  anyOf,
  anyOfficer,
  anyResident,
  type CaseKind,
  type CaseParties,
  involvedUnit,
  nobodyAccused,
  notHandler,
  petitioner,
  superiorUnit,
  system,
  unitInCharge,
} from '@redress/core'
import { isNobody } from '../matter/checks.js'
import { discreet, petitionRoles } from '../matter/roles.js'
import type { Complaint } from './state.js'
import type { ComplaintTypes } from './types.js'

const { petitionOfficer, handler, head } = petitionRoles
const desk = anyOf(system, unitInCharge(petitionOfficer, head))
const staff = anyOf(system, unitInCharge(petitionOfficer, handler, head))
const involved = anyOf(system, allOf(involvedUnit(), discreet))
const reviewers = anyOf(system, allOf(unitInCharge(handler, petitionOfficer, head), notHandler))
const petitionerOrDesk: AccessRule = anyOf(system, unitInCharge(petitionOfficer, head), petitioner)

/** Who may give which command. */
export const complaintAccess: CaseKind<ComplaintTypes>['access'] = {
  file: anyOf(system, anyResident, anyOfficer(petitionOfficer)),
  register: desk,
  classify: desk,
  separate: desk,
  merge: desk,
  link: desk,
  dismissDuplicate: desk,
  supplement: petitionerOrDesk,
  note: involved,
  // A unit above may take over where the one in charge is accused itself.
  refer: anyOf(system, superiorUnit(petitionOfficer, head), unitInCharge(petitionOfficer, head)),
  object: desk,
  answerObjection: anyOf(system, involvedUnit(petitionOfficer, head)),
  settleDispute: anyOf(system, anyOfficer(petitionOfficer, head)),
  accept: staff,
  notAccept: desk,
  routeOut: desk,
  reportBack: staff,
  assist: anyOf(system, allOf(anyOf(superiorUnit(), involvedUnit()), discreet)),
  assign: desk,
  requestRecusal: petitioner,
  decideRecusal: anyOf(system, superiorUnit(head), unitInCharge(head)),
  hearStatement: staff,
  extend: anyOf(system, unitInCharge(handler, head)),
  openHearing: staff,
  concludeHearing: staff,
  openMediation: staff,
  failMediation: staff,
  settle: staff,
  recordPerformance: staff,
  answer: anyOf(system, unitInCharge(handler, head)),
  deliver: staff,
  chooseChannels: petitionerOrDesk,
  failDelivery: staff,
  askEvaluation: staff,
  // The system speaks for whoever holds the query code.
  evaluate: anyOf(system, petitioner),
  assignSecondLook: anyOf(system, involvedUnit(petitionOfficer, head)),
  concludeSecondLook: anyOf(system, allOf(involvedUnit(petitionOfficer, handler, head), notHandler)),
  // On paper it reaches the higher body as often as the one complained of.
  requestReview: anyOf(superiorUnit(petitionOfficer, head), petitionerOrDesk),
  answerReview: reviewers,
  requestReReview: anyOf(superiorUnit(petitionOfficer, head), petitionerOrDesk),
  answerReReview: reviewers,
  recordExecution: staff,
  close: staff,
  end: desk,
  withdraw: petitioner,
  reopen: anyOf(system, superiorUnit(petitionOfficer, head), unitInCharge(petitionOfficer, head)),
}

/** Who stands in what relation to a complaint. */
export function complaintParties(state: Complaint): CaseParties {
  return {
    unit: state.unit,
    involved: state.involved,
    petitioners: state.petitionerIds,
    handlers: state.handlers,
    recused: state.recused,
    accused: isNobody(state.accused) ? nobodyAccused : { ...state.accused, since: state.receivedOn },
    confidential: state.confidentiality !== 'open',
  }
}
