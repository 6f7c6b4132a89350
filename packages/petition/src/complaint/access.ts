import {
  type AccessRule,
  allOf,
  anyOf,
  anyOfficer,
  anyResident,
  type CaseKind,
  type CaseParties,
  defaultRead,
  involvedUnit,
  nobodyAccused,
  notHandler,
  petitioner,
  reason,
  recordsOfficer,
  superiorUnit,
  system,
  unitInCharge,
} from '@redress/core'
import { isNobody } from './decide/checks.js'
import type { Complaint } from './state.js'
import type { ComplaintTypes } from './types.js'

/** The roles that the petition plugin looks for in posts. */
export const petitionRoles = {
  /** Staff of a petition office or of the petition desk of a body (信访工作人员). */
  petitionOfficer: 'petitionOfficer',
  /** Who works on the answer (承办人). */
  handler: 'handler',
  /** The person responsible for the body (负责人). */
  head: 'head',
} as const

const { petitionOfficer, handler, head } = petitionRoles
const duties: ReadonlySet<string> = new Set([petitionOfficer, handler, head, recordsOfficer])
const noDuty = reason(
  'NO_DUTY',
  'only staff with a duty in such matters may read them',
  '仅限承担办理职责的工作人员查阅',
  '信访工作条例 2022 Art. 30 ¶3',
)

/** Keeps staff without a duty away from accusations, and from what the petitioner wants kept in confidence. */
const discreet: AccessRule = ({ actor, parties: { accused, confidential } }) => {
  const isOpen = confidential !== true && accused.persons.length + accused.units.length === 0
  if (isOpen || actor.kind !== 'officer') return undefined
  return actor.roles.some((role) => duties.has(role)) ? undefined : noDuty
}

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
  evaluate: petitioner,
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

/**
 * Who may read a complaint: whose matter it is, and the bodies that have or had a part in it and those above them. An accusation, and
 * what the petitioner wants kept in confidence, only their staff whose duty it is.
 */
export const complaintRead: AccessRule = allOf(defaultRead, discreet)

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
