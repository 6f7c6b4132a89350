import type { LaterUnitChange } from './change.js'
import type { Entry, Timeline } from './timeline.js'
import type { Post, Responsibility, Unit } from './unit.js'

/** All that was ever recorded about one unit. */
export interface UnitRecord {
  /** Its place in the order of opening. */
  readonly ordinal: number
  readonly timeline: Timeline<Unit>
  /** Where its work went when it ended. */
  readonly successors: readonly string[]
  /** What happened to it after its opening, in the order of days. */
  readonly changes: readonly LaterUnitChange[]
}

/** The folded events, as readers see them. */
export interface Facts {
  readonly units: ReadonlyMap<string, UnitRecord>
  /** For each unit, those that ever stood directly below it on either line. */
  readonly below: ReadonlyMap<string, ReadonlySet<string>>
  /** By unit and person. */
  readonly posts: ReadonlyMap<string, ReadonlyMap<string, Timeline<Post>>>
  /** For each person, the units in which the person ever held a post. */
  readonly unitsOf: ReadonlyMap<string, ReadonlySet<string>>
  /** By area and matter. */
  readonly responsibilities: ReadonlyMap<string, ReadonlyMap<string, Timeline<Responsibility>>>
}

/** The same, as the fold changes it. */
export interface FactsDraft {
  readonly units: Map<string, UnitDraft>
  readonly below: Map<string, Set<string>>
  readonly posts: Map<string, Map<string, Entry<Post>[]>>
  readonly unitsOf: Map<string, Set<string>>
  readonly responsibilities: Map<string, Map<string, Entry<Responsibility>[]>>
}

interface UnitDraft extends UnitRecord {
  readonly timeline: Entry<Unit>[]
  successors: readonly string[]
  readonly changes: LaterUnitChange[]
}
