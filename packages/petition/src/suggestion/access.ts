import {
  allOf,
  anyOf,
  anyOfficer,
  anyResident,
  type CaseKind,
  type CaseParties,
  involvedUnit,
  nobodyAccused,
  petitioner,
  superiorUnit,
  system,
  unitInCharge,
} from '@redress/core'
import { isNobody } from '../matter/checks.js'
import { discreet, petitionRoles } from '../matter/roles.js'
import type { Suggestion } from './state.js'
import type { SuggestionTypes } from './types.js'

const { petitionOfficer, handler, head } = petitionRoles
const desk = anyOf(system, unitInCharge(petitionOfficer, head))
const staff = anyOf(system, unitInCharge(petitionOfficer, handler, head))
const author = anyOf(system, unitInCharge(petitionOfficer, head), petitioner)
/** The office that collects suggestions goes on speaking to author and public after another body has taken one into study. */
const office = anyOf(system, allOf(involvedUnit(petitionOfficer, head), discreet))

/** Who may give which command. */
export const suggestionAccess: CaseKind<SuggestionTypes>['access'] = {
  file: anyOf(system, anyResident, anyOfficer(petitionOfficer)),
  register: desk,
  screen: desk,
  decline: desk,
  // Also an office above: the one in charge may be accused itself.
  handOver: anyOf(system, superiorUnit(petitionOfficer, head), office),
  supplement: author,
  note: anyOf(system, allOf(involvedUnit(), discreet)),
  transfer: anyOf(system, superiorUnit(petitionOfficer, head), unitInCharge(petitionOfficer, head)),
  askReturn: desk,
  answerReturn: anyOf(system, involvedUnit(petitionOfficer, head)),
  study: staff,
  assign: desk,
  recuse: anyOf(system, superiorUnit(head), unitInCharge(head)),
  hearView: staff,
  decide: anyOf(system, unitInCharge(handler, head)),
  reply: anyOf(system, allOf(involvedUnit(petitionOfficer, handler, head), discreet)),
  failReply: anyOf(system, allOf(involvedUnit(petitionOfficer, handler, head), discreet)),
  plan: anyOf(system, unitInCharge(handler, head)),
  reportProgress: staff,
  realise: staff,
  giveUp: anyOf(system, unitInCharge(handler, head)),
  honour: office,
  consentToName: anyOf(petitioner, office),
  publish: office,
  unpublish: office,
  recordSupport: system,
  setAside: office,
  restore: office,
  close: office,
  withdraw: petitioner,
  reopen: anyOf(system, superiorUnit(petitionOfficer, head), office),
}

/** Who stands in what relation to a suggestion. */
export function suggestionParties(state: Suggestion): CaseParties {
  return {
    unit: state.unit,
    involved: state.involved,
    petitioners: state.petitionerIds,
    handlers: state.handlers,
    recused: state.recused,
    accused: isNobody(state.accused) ? nobodyAccused : { ...state.accused, since: state.receivedOn },
    confidential: state.confidential,
  }
}
