import type { Actor, Directory } from '@redress/core'
import type { EscalationLevel } from '../policy.js'

/** Who is told at a level. */
export interface Receivers {
  readonly unit: string
  /** Empty where nobody has such a post on record: the unit as such is told. */
  readonly persons: readonly string[]
}

/**
 * Who is told at a level of the reporting chain of a unit: those of them who may read the case. Where a level may not, since the case
 * accuses it, the next one up is told in its place; nobody where none of them may. Undefined where the chain ends before the level.
 */
export async function receiversAt(
  { up, role }: EscalationLevel,
  late: string,
  directory: Directory,
  mayRead: (by: Actor) => Promise<boolean>,
): Promise<Receivers | 'nobody' | undefined> {
  const own = directory.successors(late)[0]
  if (own === undefined) return 'nobody'
  const levels = [own, ...directory.reportingChain(own.id)].slice(up)
  for (const { id: unit } of levels) {
    const may = (id: string) => mayRead({ kind: 'officer', id, unit, roles: [role] })
    const posts = directory.posts(unit, role)
    const persons: string[] = []
    for (const { person } of posts) if (await may(person)) persons.push(person)
    const isToldAsSuch = posts.length === 0 && (await may(nobodyInParticular))
    if (isToldAsSuch || persons.length > 0) return { unit, persons }
  }
  return levels.length === 0 ? undefined : 'nobody'
}

/** Stands for whoever the host knows to have the post. */
const nobodyInParticular = 'redress: whoever has the post'
