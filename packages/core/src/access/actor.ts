import { coreErrors } from '../errors.js'

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

/** Refuses anything that is not an actor. Hosts write JavaScript too. */
export function checkActor(by: Actor): Actor {
  if (typeof by !== 'object' || by === null) throw coreErrors.ACTOR_INVALID({ reason: 'it is not an object' })
  switch (by.kind) {
    case 'anonymous':
      return by
    case 'officer':
      checkId(by.unit, 'unit')
      if (
        !Array.isArray(by.roles) ||
        by.roles.length > 100 ||
        by.roles.some((role) => typeof role !== 'string')
      ) {
        throw coreErrors.ACTOR_INVALID({ reason: 'roles must be a list of words' })
      }
      return withId(by)
    case 'resident':
    case 'system':
      return withId(by)
    default:
      throw coreErrors.ACTOR_INVALID({
        reason: "kind must be 'officer', 'resident', 'anonymous' or 'system'",
      })
  }
}

/** What goes into the log: a frozen copy, so that a caller who changes its actor object changes no history. */
export function actorRef(actor: Actor): ActorRef {
  const known = refs.get(actor)
  const id = actor.kind === 'anonymous' ? undefined : actor.id
  const unit = actor.kind === 'officer' ? actor.unit : undefined
  if (known !== undefined && known.id === id && known.unit === unit && known.kind === actor.kind) return known
  const ref: ActorRef = Object.freeze({
    kind: actor.kind,
    ...(id === undefined ? {} : { id }),
    ...(unit === undefined ? {} : { unit }),
  })
  refs.set(actor, ref)
  return ref
}

/** One reference per actor object: a desk that files ten thousand cases is stored once in memory. */
const refs = new WeakMap<Actor, ActorRef>()

function withId<One extends Exclude<Actor, Anonymous>>(by: One): One {
  checkId(by.id, 'id')
  return by
}

function checkId(id: unknown, field: string): void {
  if (typeof id !== 'string' || id.length === 0 || id.length > 128) {
    throw coreErrors.ACTOR_INVALID({ reason: `${field} must be a text of 1 to 128 characters` })
  }
}
