import type { Directory, Officer, Post, Unit } from '@redress/core'
import { petitionRoles } from '@redress/petition'
import type { HuaianPlatform } from './city.js'

export type Role = keyof typeof petitionRoles | 'recordsOfficer'

const { head, petitionOfficer, handler } = petitionRoles
/** What the people of a unit do. Who they are is no business of the library: it sees opaque ids. */
const desks: Readonly<Record<string, readonly (readonly string[])[]>> = {
  petitionOffice: [[head], [petitionOfficer, handler], [petitionOfficer, handler], ['recordsOfficer']],
  other: [[head], [petitionOfficer], [handler], [handler]],
}

export function staffOf(units: readonly Unit[]): readonly Post[] {
  let count = 0
  return units.flatMap((unit) =>
    (desks[unit.type] ?? desks.other ?? []).map((roles) => ({
      unit: unit.id,
      person: `p-${String(++count).padStart(4, '0')}`,
      roles,
    })),
  )
}

/** The unit that does the work of a unit today: itself, or the one that took it over. */
export function openUnit(unit: string, directory: Directory): string {
  const [open] = directory.successors(unit)
  if (open === undefined) throw new Error(`Nobody took over the work of '${unit}'.`)
  return open.id
}

/** Somebody of a unit with a role; `among` chooses between several. */
export async function officerOf(
  platform: HuaianPlatform,
  unit: string,
  role: Role,
  among: (post: Post) => boolean = () => true,
): Promise<Officer> {
  const directory = await platform.organizations.current()
  const open = openUnit(unit, directory)
  const post = directory.posts(open, role).find(among)
  if (post === undefined) throw new Error(`'${open}' has nobody with the role '${role}'.`)
  return await platform.organizations.actor(post.person, open)
}
