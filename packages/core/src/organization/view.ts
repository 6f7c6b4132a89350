import { coreErrors, shown } from '../errors.js'
import type { Directory } from './directory.js'
import type { OrganizationHistory } from './history.js'
import { entryAt, spans, type Timeline } from './timeline.js'
import { type Tree, treeAt } from './tree.js'
import type { Post, Unit } from './unit.js'

/**
 * The organisation on one day, as the events known now tell; later events do not change it.
 *
 * @param tree the units of that day, if they are at hand
 */
export function directoryAt(
  history: OrganizationHistory,
  on: string,
  tree: Tree = treeAt(history, on),
): Directory {
  const { version } = history
  const { version: _, count, ...lines } = tree
  const { unit, successors } = lines

  const postAt = (id: string, person: string): Post | undefined => {
    const timeline = history.posts.get(id)?.get(person)
    return timeline === undefined ? undefined : entryAt(timeline, on, version)?.value
  }

  const known = <Value>(timeline: Timeline<Value> = []): Timeline<Value> =>
    timeline.filter((entry) => entry.version <= version)

  const heirOf = (id: string): Unit | undefined => unit(id) ?? successors(id)[0]

  /** Who answers by the rows of this very area. */
  const answering = (matter: string, area: string): Unit | undefined => {
    const rows = history.responsibilities.get(area)
    if (rows === undefined) return undefined
    for (const key of [matter, '*']) {
      const row = entryAt(rows.get(key) ?? [], on, version)?.value
      const heir = row && heirOf(row.unit)
      if (heir !== undefined) return heir
    }
    return undefined
  }

  return {
    ...lines,
    get size() {
      return count()
    },
    get(id) {
      const found = unit(id)
      if (found === undefined) throw coreErrors.UNIT_UNKNOWN({ unit: shown(id), on })
      return found
    },
    knows: (id) => (history.units.get(id)?.timeline[0]?.version ?? Number.POSITIVE_INFINITY) <= version,
    responsibleFor(matter, area) {
      let one = heirOf(area)
      while (one !== undefined) {
        const found = answering(matter, one.id)
        if (found !== undefined) return found
        one = one.parent === undefined ? undefined : unit(one.parent)
      }
      return undefined
    },
    posts(id, role) {
      if (unit(id) === undefined) return []
      return [...(history.posts.get(id)?.keys() ?? [])]
        .map((person) => postAt(id, person))
        .filter((post) => post !== undefined)
        .filter(({ roles }) => role === undefined || roles.includes(role))
    },
    unitsSince(person, role, since) {
      const first = since < on ? since : on
      // A post holds only while its unit is open.
      const isOpen = (id: string, from: string, until: string): boolean =>
        spans(known(history.units.get(id)?.timeline), from, until).length > 0
      return [...(history.unitsOf.get(person) ?? [])].filter((id) =>
        spans(known(history.posts.get(id)?.get(person)), first).some(
          ({ value, from, until }) => from <= on && value.roles.includes(role) && isOpen(id, from, until),
        ),
      )
    },
    postsOf(person) {
      return [...(history.unitsOf.get(person) ?? [])]
        .filter((id) => unit(id) !== undefined)
        .map((id) => postAt(id, person))
        .filter((post) => post !== undefined)
    },
  }
}
