import { coreErrors } from '../errors.js'
import type { Directory } from '../organization/directory.js'
import type { Actor } from './actor.js'
import type { Accused, CaseParties } from './parties.js'
import { type Reason, reason } from './reason.js'

/** What an access rule may look at. Pure data: asking never waits. */
export interface AccessQuestion {
  readonly actor: Actor
  readonly parties: CaseParties
  readonly directory: Directory
}

/** Answers with the reason why not, or nothing if it has no objection. */
export type AccessRule = (question: AccessQuestion) => Reason | undefined

/** An officer of the unit in charge, with one of the roles if any are named. */
export function unitInCharge(...roles: readonly string[]): AccessRule {
  return ({ actor, parties, directory }) => {
    if (actor.kind !== 'officer' || !continues(actor.unit, parties.unit, directory)) return notInCharge
    return lacksRole(actor.roles, roles)
  }
}

/** An officer of a unit above the one in charge, on either line, with one of the roles if any are named. */
export function superiorUnit(...roles: readonly string[]): AccessRule {
  return ({ actor, parties, directory }) => {
    if (actor.kind !== 'officer' || !isAbove(actor.unit, parties.unit, directory)) return notSuperior
    return lacksRole(actor.roles, roles)
  }
}

/** An officer of any unit that has or had a part in the case. */
export function involvedUnit(...roles: readonly string[]): AccessRule {
  return ({ actor, parties, directory }) => {
    if (
      actor.kind !== 'officer' ||
      !parties.involved.some((unit) => continues(actor.unit, unit, directory))
    ) {
      return notInvolved
    }
    return lacksRole(actor.roles, roles)
  }
}

/** An officer of a unit above any that has or had a part in the case, such as the petition office above the one that received it. */
export function superiorOfInvolved(...roles: readonly string[]): AccessRule {
  return ({ actor, parties, directory }) => {
    if (actor.kind !== 'officer' || !parties.involved.some((unit) => isAbove(actor.unit, unit, directory)))
      return notSuperior
    return lacksRole(actor.roles, roles)
  }
}

/** Any officer, with one of the roles if any are named. */
export function anyOfficer(...roles: readonly string[]): AccessRule {
  return ({ actor }) => (actor.kind === 'officer' ? lacksRole(actor.roles, roles) : notOfficer)
}

/** A resident whose matter it is. */
export const petitioner: AccessRule = ({ actor, parties }) =>
  actor.kind === 'resident' && parties.petitioners.includes(actor.id) ? undefined : notPetitioner

/** Any resident, also one who has not said who they are. For commands that open a case. */
export const anyResident: AccessRule = ({ actor }) =>
  actor.kind === 'resident' || actor.kind === 'anonymous' ? undefined : notResident

/** The host itself. */
export const system: AccessRule = ({ actor }) => (actor.kind === 'system' ? undefined : notSystem)

/** Who handles a case never verifies it: refuses the case's own handlers. */
export const notHandler: AccessRule = ({ actor, parties }) =>
  actor.kind === 'officer' && parties.handlers.includes(actor.id) ? isHandler : undefined

/** Allows what at least one rule allows; refuses with the reason of the rule that came closest (the last one). */
export function anyOf(...rules: readonly AccessRule[]): AccessRule {
  return (question) => {
    let reason: Reason | undefined
    for (const rule of rules) {
      reason = rule(question)
      if (reason === undefined) return undefined
    }
    return reason
  }
}

/** Allows what every rule allows; refuses with the first reason. */
export function allOf(...rules: readonly AccessRule[]): AccessRule {
  return (question) => {
    for (const rule of rules) {
      const reason = rule(question)
      if (reason !== undefined) return reason
    }
    return undefined
  }
}

/** What may be read unless a kind of case says otherwise: one's own matter, and the work of one's unit and of those below it. */
export const defaultRead: AccessRule = ({ actor, parties, directory }) => {
  switch (actor.kind) {
    case 'system':
      return undefined
    case 'anonymous':
      return notPetitioner
    case 'resident':
      return parties.petitioners.includes(actor.id) ? undefined : notPetitioner
    case 'officer':
      return mayKnow(actor.unit, parties.involved, directory) ? undefined : notInvolved
  }
}

/** Whether a case accuses anybody. Whoever may not read such a case is told that it does not exist. */
export function accusesAnybody({ persons, units }: Accused): boolean {
  return persons.length > 0 || units.length > 0
}

/**
 * Whether the actor is accused in the case: the person, or an officer of an accused unit ({@link isAccusedUnit}). Such an actor must
 * not even learn that the case exists (信访工作条例 2022 Art. 30 ¶3; 信访条例 2005 Art. 23).
 */
export function isAccused(actor: Actor, accused: Accused, directory: Directory): boolean {
  if (actor.kind !== 'officer' && actor.kind !== 'resident') return false
  if (accused.persons.includes(actor.id)) return true
  return actor.kind === 'officer' && isAccusedUnit(actor.unit, accused, directory)
}

/**
 * Whether a unit is accused, or is headed by an accused person, or was since the receipt; and whether it took over such a unit or
 * stands below one.
 */
export function isAccusedUnit(unit: string, accused: Accused, directory: Directory): boolean {
  const { persons, units, since = directory.on } = accused
  const headed = persons.flatMap((person) => directory.unitsSince(person, headRole, since))
  return [...units, ...headed].some(
    (one) =>
      one === unit ||
      directory
        .successors(one)
        .some(({ id }) => directory.isWithin(unit, id) || directory.isSuperior(id, unit)),
  )
}

/** Whether a unit has or had a part, or stands above one that has: what may be read and listed unless a kind says otherwise. */
function mayKnow(unit: string, involved: readonly string[], directory: Directory): boolean {
  return involved.some((one) => continues(unit, one, directory) || isAbove(unit, one, directory))
}

/** Whether a unit is the one named, or has taken over its work: open cases follow the successor. */
function continues(unit: string, named: string, directory: Directory): boolean {
  return unit === named || directory.successors(named).some(({ id }) => id === unit)
}

/** Whether a unit stands above the one named, or above the one that has taken over its work. */
function isAbove(unit: string, named: string, directory: Directory): boolean {
  if (directory.unit(named) !== undefined) return directory.isSuperior(unit, named)
  return directory.successors(named).some(({ id }) => directory.isSuperior(unit, id))
}

/**
 * Refuses an officer whose unit has ended: the posts ended with it, and a successor has officers of its own.
 *
 * @throws ACTOR_INVALID
 */
export function requireStanding(actor: Actor, directory: Directory): void {
  if (actor.kind !== 'officer' || directory.unit(actor.unit) !== undefined || !directory.knows(actor.unit))
    return
  throw coreErrors.ACTOR_INVALID({
    reason: `unit '${actor.unit}' has ended; ask \`organizations.actor\` for the post held today`,
  })
}

/** Who must not act in a case for an interest in it (信访工作条例 2022 Art. 28 ¶3). */
export function recusal(actor: Actor, parties: CaseParties): Reason | undefined {
  return (actor.kind === 'officer' || actor.kind === 'resident') && parties.recused.includes(actor.id)
    ? isRecused
    : undefined
}

/** The role of the person responsible for a unit (`负责人`). */
export const headRole = 'head'

function lacksRole(held: readonly string[], wanted: readonly string[]): Reason | undefined {
  if (wanted.length === 0 || wanted.some((role) => held.includes(role))) return undefined
  return {
    code: 'ROLE_MISSING',
    message: `one of these roles is needed: ${wanted.join(', ')}`,
    zh: `需要以下角色之一：${wanted.join('、')}`,
  }
}

const notInCharge = reason('NOT_IN_CHARGE', 'only the unit in charge may do this', '只有当前负责单位可以操作')
const notSuperior = reason(
  'NOT_SUPERIOR',
  'only a unit above the one in charge may do this',
  '只有上级单位可以操作',
)
const notInvolved = reason('NOT_INVOLVED', 'the unit has no part in this case', '本单位与该事项无关')
const notOfficer = reason('NOT_OFFICER', 'only staff may do this', '只有工作人员可以操作')
const notPetitioner = reason(
  'NOT_PETITIONER',
  'only the person whose matter it is may do this',
  '只有信访人本人可以操作',
)
const notResident = reason('NOT_RESIDENT', 'only a resident may do this', '只有群众本人可以操作')
export const notSystem = reason('NOT_SYSTEM', 'only the system may do this', '只有系统可以操作')
const isHandler = reason('IS_HANDLER', 'who handles a case cannot verify it', '经办人不得核查自己办理的事项')
const isRecused = reason('RECUSED', 'the person is recused from this case', '该人员应当回避')
