import {
  type AccessRule,
  type Actor,
  anyOf,
  type CaseApi,
  type CaseSnapshot,
  coreErrors,
  involvedUnit,
  type PluginHost,
  type Reason,
  superiorUnit,
  system,
} from '@redress/core'
import type { PetitionEvent } from '../../events.js'
import { petitionRoles } from '../../matter/roles.js'
import { receptionErrors } from '../errors.js'
import { centreParties } from './kind.js'
import type { Centre, CentreTypes } from './state.js'

const { petitionOfficer, handler, head } = petitionRoles

/** Joint reception centres (联合接访中心) as data; reading one is for everybody. */
export interface CentreApi extends CaseApi<CentreTypes> {}

export type CentreSnapshot = CaseSnapshot<Centre>

/** Whoever works at a centre, and the units above it. */
const staffOfCentre: AccessRule = anyOf(
  system,
  superiorUnit(petitionOfficer, head),
  involvedUnit(petitionOfficer, handler, head),
)

/** Why something at a centre is not an actor's to do; undefined if it is. */
export async function askCentre(
  host: PluginHost<PetitionEvent>,
  { state }: CentreSnapshot,
  rule: AccessRule,
  actor: Actor,
): Promise<Reason | undefined> {
  return rule({ actor, parties: centreParties(state), directory: await host.directory() })
}

/** @throws CASE_NOT_FOUND, ACTOR_INVALID, READ_NOT_ALLOWED */
export async function centreForStaff(
  host: PluginHost<PetitionEvent>,
  centres: CentreApi,
  id: string,
  by: Actor,
): Promise<CentreSnapshot> {
  const centre = await centres.get(id, by)
  const refused = await askCentre(host, centre, staffOfCentre, by)
  if (refused !== undefined) throw coreErrors.READ_NOT_ALLOWED({ reasons: [refused] })
  return centre
}

/** A centre that takes visits. Anybody may read it; an actor that is none is refused here. @throws CASE_NOT_FOUND, CENTRE_CLOSED, ACTOR_INVALID */
export async function openCentre(centres: CentreApi, id: string, by: Actor): Promise<CentreSnapshot> {
  const centre = await centres.get(id, by)
  if (centre.state.status !== 'open') throw receptionErrors.CENTRE_CLOSED({ centre: id })
  return centre
}
