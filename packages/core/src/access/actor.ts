import { coreErrors, isPlatformError } from '../errors.js'

/** Who acts. The host has proved the identity; Redress decides what it may do. */
export type Actor = Officer | Resident | Anonymous | SystemActor

/** A member of staff acting for a unit. */
export interface Officer {
  readonly kind: 'officer'
  /** An opaque id of the host's identity system. */
  readonly id: string
  /** The unit acted for. */
  readonly unit: string
  /** The roles held there; `organizations.actor` reads them from the posts. */
  readonly roles: readonly string[]
}

/** A person in their own matter. */
export interface Resident {
  readonly kind: 'resident'
  /** An opaque id of the host's identity system; never a name, phone or identity number. */
  readonly id: string
}

/** Somebody who has not said who they are. May file where the law lets them; may follow a case by its query code. */
export interface Anonymous {
  readonly kind: 'anonymous'
}

/** The host itself: timers, imports, migrations. */
export interface SystemActor {
  readonly kind: 'system'
  readonly id: string
}

/** What the log keeps of an actor. */
export interface ActorRef {
  readonly kind: Actor['kind']
  readonly id?: string
  readonly unit?: string
}

/** The actor of core's own acts. */
export const systemActor: SystemActor = Object.freeze({ kind: 'system', id: 'redress' })

/**
 * Refuses anything that is not an actor; hosts write JavaScript too. Returns a frozen copy, so that a caller who changes its object
 * while the command is under way changes neither verdict nor history. One copy serves until the object changes.
 *
 * @throws ACTOR_INVALID
 */
export function checkActor(by: Actor): Actor {
  try {
    const known = copies.get(by)
    if (known !== undefined && isSame(known, by)) return known
    const copy = copyActor(by)
    copies.set(by, copy)
    return copy
  } catch (error) {
    // A getter or a proxy may throw anything.
    throw isPlatformError(error) ? error : coreErrors.ACTOR_INVALID({ reason: 'reading it failed' })
  }
}

const copies = new WeakMap<Actor, Actor>()

function isSame(known: Actor, by: Actor): boolean {
  if (known.kind !== by.kind) return false
  if (known.kind === 'anonymous' || by.kind === 'anonymous') return true
  if (known.id !== by.id) return false
  if (known.kind !== 'officer' || by.kind !== 'officer') return true
  const { roles } = by
  return (
    known.unit === by.unit &&
    known.roles.length === roles.length &&
    known.roles.every((role, index) => role === roles[index])
  )
}

function copyActor(by: Actor): Actor {
  if (typeof by !== 'object' || by === null) throw coreErrors.ACTOR_INVALID({ reason: 'it is not an object' })
  const { kind } = by
  switch (kind) {
    case 'anonymous':
      return Object.freeze({ kind })
    case 'officer': {
      const { unit, roles } = by
      if (!Array.isArray(roles) || roles.length > 100)
        throw coreErrors.ACTOR_INVALID({ reason: 'roles must be a list of words' })
      return Object.freeze({
        kind,
        id: checkText(by.id, 'id'),
        unit: checkText(unit, 'unit'),
        roles: Object.freeze(Array.from(roles, (role) => checkText(role, 'a role'))),
      })
    }
    case 'resident':
    case 'system':
      return Object.freeze({ kind, id: checkText(by.id, 'id') })
    default:
      throw coreErrors.ACTOR_INVALID({
        reason: "kind must be 'officer', 'resident', 'anonymous' or 'system'",
      })
  }
}

/** What goes into the log, made of a checked actor. */
export function actorRef(actor: Actor): ActorRef {
  const known = refs.get(actor)
  if (known !== undefined) return known
  const { kind } = actor
  const ref: ActorRef = Object.freeze(
    kind === 'anonymous'
      ? { kind }
      : kind === 'officer'
        ? { kind, id: actor.id, unit: actor.unit }
        : { kind, id: actor.id },
  )
  refs.set(actor, ref)
  return ref
}

/** One reference per actor: a desk that files ten thousand cases is stored once in memory. */
const refs = new WeakMap<Actor, ActorRef>()

function checkText(text: unknown, field: string): string {
  if (typeof text === 'string' && text.length > 0 && text.length <= 128) return text
  throw coreErrors.ACTOR_INVALID({ reason: `${field} must be a text of 1 to 128 characters` })
}
