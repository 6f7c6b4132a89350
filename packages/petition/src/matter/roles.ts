import { type AccessRule, allOf, defaultRead, isAccusedUnit, reason, recordsOfficer } from '@redress/core'
import { isNobody } from './checks.js'

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

const inAccusedUnit = reason(
  'OF_ACCUSED_UNIT',
  'the person has a post in a unit that the case accuses',
  '该人员在被检举控告单位任职',
  '信访工作条例 2022 Art. 30 ¶3',
)

/** Whoever has a second post in an accused unit is of that unit, also while acting for another one. */
const outside: AccessRule = ({ actor, parties: { accused }, directory }) =>
  actor.kind === 'officer' &&
  !isNobody(accused) &&
  directory.postsOf(actor.id).some(({ unit }) => isAccusedUnit(unit, accused, directory))
    ? inAccusedUnit
    : undefined

/**
 * Who may read a petition matter: whose matter it is, and the bodies that have or had a part in it and those above them. An accusation, and
 * what its author wants kept in confidence, only their staff whose duty it is.
 */
export const matterRead: AccessRule = allOf(defaultRead, discreet, outside)
