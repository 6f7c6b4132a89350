import {
  type AccessRule,
  type Actor,
  allOf,
  anyOf,
  anyOfficer,
  coreErrors,
  type Directory,
  involvedUnit,
  nobodyAccused,
  type PersonalRules,
  reason,
  recordsOfficer,
  superiorOfInvolved,
  superiorUnit,
  system,
} from '@redress/core'
import { petitionRoles } from '../matter/roles.js'
import { supervisionErrors } from './errors.js'

const { petitionOfficer, handler, head } = petitionRoles
const supervisors = [petitionOfficer, head]

const ownWork = reason(
  'OWN_WORK',
  'a unit does not supervise its own work',
  '本单位不得督办本单位的工作',
  '信访工作条例 2022 Art. 40',
)

/** Refuses the unit that owes the acts. */
const notTheSupervised: AccessRule = ({ actor, parties, directory }) => {
  if (actor.kind !== 'officer') return undefined
  const heirs = directory.successors(parties.unit)
  return actor.unit === parties.unit || heirs.some(({ id }) => id === actor.unit) ? ownWork : undefined
}

/** Who opens something: staff with a duty to supervise. Whom they may supervise is for the decision to say. */
export const opener: AccessRule = anyOf(system, anyOfficer(...supervisors))

/** The side that opened it, and not the one that owes the acts. */
export const otherSide: AccessRule = anyOf(system, allOf(involvedUnit(...supervisors), notTheSupervised))

/** Who supervises: the unit that opened it, and whoever stands above the one supervised. */
export const supervisor: AccessRule = anyOf(superiorUnit(...supervisors), otherSide)

/** What was written is read for supervision, by both sides and those above them (信访工作条例 2022 Art. 40). */
export const supervisionPersonal: PersonalRules<unknown> = {
  persons: () => [],
  masks: {},
  purposes: {
    supervision: {
      by: anyOf(system, superiorOfInvolved(...supervisors), involvedUnit(petitionOfficer, handler, head)),
      texts: true,
      reveals: [],
    },
    recordKeeping: {
      by: anyOf(system, anyOfficer(recordsOfficer)),
      texts: true,
      reveals: [],
      whenRestricted: true,
    },
  },
}

/** Whether a unit supervises another: from above on either line, or as an office of a government that stands above it. */
export function supervises(
  unit: string,
  target: string,
  directory: Directory,
  offices: readonly string[],
): boolean {
  const own = directory.unit(unit)
  if (own === undefined || unit === target) return false
  if (directory.isSuperior(unit, target)) return true
  return own.parent !== undefined && offices.includes(own.type) && directory.isSuperior(own.parent, target)
}

/** The unit that an actor speaks for. @throws ON_BEHALF_MISSING */
export function speaker(onBehalfOf: string | undefined, by: Actor, directory: Directory): string {
  if (by.kind === 'officer') return by.unit
  if (onBehalfOf === undefined) throw supervisionErrors.ON_BEHALF_MISSING()
  return directory.get(onBehalfOf).id
}

/** Refuses who a rule refuses, where no case is asked about. @throws COMMAND_NOT_ALLOWED */
export function requireRule(rule: AccessRule, command: string, actor: Actor, directory: Directory): void {
  const refused = rule({ actor, parties: noParties, directory })
  if (refused !== undefined)
    throw coreErrors.COMMAND_NOT_ALLOWED({ command: `petition.supervision.${command}`, reasons: [refused] })
}

const none: readonly never[] = Object.freeze([])
const noParties = {
  unit: '',
  involved: none,
  petitioners: none,
  handlers: none,
  recused: none,
  accused: nobodyAccused,
}
