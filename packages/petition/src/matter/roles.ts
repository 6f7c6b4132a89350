import { type AccessRule, reason, recordsOfficer } from '@redress/core'

/** The roles that the petition plugin looks for in posts. */
export const petitionRoles = {
  /** Staff of a petition office or of the petition desk of a body (信访工作人员). */
  petitionOfficer: 'petitionOfficer',
  /** Who works on the answer (承办人). */
  handler: 'handler',
  /** The person responsible for the body (负责人). */
  head: 'head',
} as const

const duties: ReadonlySet<string> = new Set([...Object.values(petitionRoles), recordsOfficer])
const noDuty = reason(
  'NO_DUTY',
  'only staff with a duty in such matters may read them',
  '仅限承担办理职责的工作人员查阅',
  '信访工作条例 2022 Art. 30 ¶3',
)

/** Keeps staff without a duty away from accusations, and from what the petitioner wants kept in confidence. */
export const discreet: AccessRule = ({ actor, parties: { accused, confidential } }) => {
  const isOpen = confidential !== true && accused.persons.length + accused.units.length === 0
  if (isOpen || actor.kind !== 'officer') return undefined
  return actor.roles.some((role) => duties.has(role)) ? undefined : noDuty
}
