import type { Post, Unit } from './unit.js'

/**
 * The organisation as it stood on one day: both lines, posts and responsibilities. Reading it never waits, and later changes
 * never alter it. A unit that is not open on that day has nothing above, below or in it.
 */
export interface Directory {
  /** The day it shows, as a local date. */
  readonly on: string
  /** How many units are open. */
  readonly size: number
  /** The unit, if it is open on that day. */
  unit(id: string): Unit | undefined
  /** Whether there is such a unit, or was one before that day. */
  knows(id: string): boolean
  /** Like {@link unit}. @throws UNIT_UNKNOWN */
  get(id: string): Unit
  /** Finds an open unit by its official code; of several with one code, the one opened first. */
  byCode(code: string): Unit | undefined
  /** The units at the top of the territorial line, in the order they were opened. */
  roots(): readonly Unit[]
  /** The units of one type, in the order they were opened; with `within`, only that unit and those below it. */
  ofType(type: string, within?: string): readonly Unit[]
  /** The units directly below, on the territorial line, in the order they were opened. */
  children(id: string): readonly Unit[]
  /** The id and the ids of all units below it on the territorial line. */
  subtree(id: string): readonly string[]
  /** Whether `id` is `ancestor` or lies below it on the territorial line. */
  isWithin(id: string, ancestor: string): boolean
  /** Whether `superior` is above `id`, over any steps on both lines. A unit is not above itself. */
  isSuperior(superior: string, id: string): boolean
  /** The units above, nearest first, on the territorial line. */
  reportingChain(id: string): readonly Unit[]
  /** The bodies one step above on either line: the parent and the superior department. Review goes there. */
  nextHigher(id: string): readonly Unit[]
  /** The nearest unit above both on the territorial line; the unit itself if one lies above the other. */
  commonSuperior(a: string, b: string): Unit | undefined
  /** Where the work of a merged, split or closed unit went: the unit itself while it is open. */
  successors(id: string): readonly Unit[]
  /** The ids of the ended units whose work came to this one, at any distance. */
  predecessors(id: string): readonly string[]
  /**
   * The unit that answers for a matter in an area: the closest row going up from the area, an exact matter before `*`. The
   * successor stands in for an area or a unit that ended; where there are several, the first.
   */
  responsibleFor(matter: string, area: string): Unit | undefined
  /** The posts of a unit, optionally only those with a role. Posts end with their unit. */
  posts(unit: string, role?: string): readonly Post[]
  /** The posts that a person holds. */
  postsOf(person: string): readonly Post[]
  /** The ids of the units in which a person held a role on some day since `since`; units that ended meanwhile are among them. */
  unitsSince(person: string, role: string, since: string): readonly string[]
}
