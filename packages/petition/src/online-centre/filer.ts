import type { Actor, SystemActor } from '@redress/core'
import type { PersonFiling } from '../matter/persons.js'
import type { IntakeDraft } from './draft.js'

/** The centre itself: it attaches files and writes notes, and files for a person whose proxy must get no rights in the case. */
export const centreActor: SystemActor = Object.freeze({ kind: 'system', id: 'online-centre' })

const nobody: Actor = Object.freeze({ kind: 'anonymous' })

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
