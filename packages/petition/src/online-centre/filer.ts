import { type Actor, coreErrors, type SystemActor } from '@redress/core'
import type { PersonFiling } from '../matter/persons.js'
import type { IntakeDraft } from './draft.js'

/** The centre itself: it attaches files and writes notes, and files for a person whose proxy must get no rights in the case. */
export const centreActor: SystemActor = Object.freeze({ kind: 'system', id: 'online-centre' })

const nobody: Actor = Object.freeze({ kind: 'anonymous' })

/** What sort of actor it is; undefined of what is none, which the platform then refuses. */
export function kindOf(by: Actor): Actor['kind'] | undefined {
  try {
    return by.kind
  } catch {
    return undefined
  }
}

/** A copy of the actor, which stays what it is while a filing is under way. What its parts are worth the command checks. @throws ACTOR_INVALID */
export function copyOf(by: Actor): Actor {
  try {
    const { kind } = by
    if (kind === 'anonymous') return nobody
    const { id } = by
    if (typeof id === 'string') {
      if (kind === 'officer') return { kind, id, unit: by.unit, roles: [...by.roles] }
      if (kind === 'resident' || kind === 'system') return { kind, id }
    }
  } catch {
    // Not an object, or a trap.
  }
  throw coreErrors.ACTOR_INVALID({ reason: 'it is none of the four kinds, or has no id' })
}

/** Who files it in the log. Somebody who files anonymously is nobody there, also with an account. */
export function filerOf({ anonymous, proxy }: IntakeDraft, by: Actor): Actor {
  if (by.kind === 'officer' || by.kind === 'system') return by
  if (anonymous) return nobody
  return proxy === undefined ? by : centreActor
}

/** The draft with the accounts that the actor may speak for: a form of somebody unknown gives nobody's account rights in a case. */
export function withAccounts(draft: IntakeDraft, by: Actor): IntakeDraft {
  const { petitioners, proxy, anonymous } = draft
  if (anonymous || by.kind === 'officer' || by.kind === 'system') return draft
  if (by.kind === 'anonymous' || proxy !== undefined)
    return { ...draft, petitioners: petitioners.map(withoutAccount) }
  const isNamed = petitioners.some(({ id }) => id !== undefined)
  const [first, ...others] = petitioners
  if (isNamed || first === undefined) return draft
  return { ...draft, petitioners: [{ ...first, id: by.id }, ...others] }
}

function withoutAccount(person: PersonFiling): PersonFiling {
  const { id: _, ...others } = person
  return others
}
