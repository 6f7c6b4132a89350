import {
  type AccessRule,
  anyOf,
  anyOfficer,
  type CaseKind,
  type CaseParties,
  involvedUnit,
  nobodyAccused,
  petitioner,
  reason,
  system,
} from '@redress/core'
import { isNobody } from '../../matter/checks.js'
import { petitionRoles } from '../../matter/roles.js'
import type { Visit } from './state.js'
import type { VisitTypes } from './types.js'

const { petitionOfficer, handler, head } = petitionRoles

/** Whoever is at the windows has one of these roles in their unit; the guards say which window. */
export const windowRoles = [petitionOfficer, handler, head]
const notIdentified = reason(
  'NOT_IDENTIFIED',
  'appointments are made with an account, or by the staff of a petition desk',
  '预约须登录账户或者由信访工作人员办理',
)
const identified: AccessRule = ({ actor }) => (actor.kind === 'resident' ? undefined : notIdentified)
const staff = anyOf(system, involvedUnit(...windowRoles))
const own = anyOf(system, petitioner, involvedUnit(...windowRoles))

/** Who may give which command. */
export const visitAccess: CaseKind<VisitTypes>['access'] = {
  open: anyOf(system, anyOfficer(...windowRoles), identified),
  place: system,
  decline: system,
  cancel: own,
  miss: staff,
  arrive: staff,
  enter: system,
  call: staff,
  recall: staff,
  noShow: staff,
  requeue: staff,
  leave: own,
  transfer: staff,
  receive: staff,
  record: staff,
  accuse: own,
  recuse: staff,
  invite: staff,
  attend: staff,
  answer: staff,
  keep: staff,
  noteInquiry: staff,
  handOver: staff,
  settle: system,
  refer: staff,
  advise: staff,
  close: staff,
}

/** Who stands in what relation to a visit. */
export function visitParties(state: Visit): CaseParties {
  return {
    unit: state.unit,
    involved: state.involved,
    petitioners: state.petitionerIds,
    handlers: state.handlers,
    recused: state.recused,
    accused: isNobody(state.accused) ? nobodyAccused : { ...state.accused, since: state.receivedOn },
    confidential: state.confidential || !isNobody(state.accused),
  }
}
