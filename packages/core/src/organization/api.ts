import type { Actor, Officer } from '../access/actor.js'
import type { UnitChange } from './change.js'
import type {
  CloseUnit,
  DismissPerson,
  MergeUnits,
  MoveUnit,
  RenameUnit,
  RevokeResponsibility,
  SplitUnit,
} from './commands.js'
import type { Directory } from './directory.js'
import type { Post, Responsibility, Unit } from './unit.js'

/**
 * The organisation and its past. Every change takes effect on a day of its own, in the past or in the future, and each
 * unit changes in the order of its days. Changes are for the host itself (`kind: 'system'`) and for officers with the role
 * `organizationAdministrator`.
 *
 * Every change throws INPUT_INVALID, ACTOR_INVALID, COMMAND_NOT_ALLOWED, and VERSION_CONFLICT if other processes keep
 * changing the organisation at the same time.
 *
 * @example
 * ```ts
 * await platform.organizations.open(
 *   [
 *     { id: 'huaian', name: '淮安市', level: 'city', type: 'government' },
 *     { id: 'qinghe', name: '清河区', level: 'county', type: 'government', parent: 'huaian' },
 *   ],
 *   administrator,
 * )
 * const directory = await platform.organizations.asOf('2015-06-30')
 * directory.reportingChain('qinghe') // [{ id: 'huaian', … }]
 * ```
 */
export interface Organizations {
  /**
   * Opens one unit or a list; in a list a parent may stand after its children.
   *
   * @throws UNIT_EXISTS, UNIT_UNKNOWN, UNIT_OPENED_TOO_EARLY, UNIT_CYCLE
   */
  open(input: Unit | readonly Unit[], by: Actor): Promise<void>
  /**
   * Gives a unit a new name. Earlier days keep the old one.
   *
   * @throws UNIT_UNKNOWN, ORGANIZATION_CHANGE_BACKDATED
   */
  rename(input: RenameUnit, by: Actor): Promise<void>
  /**
   * Gives a unit a new place on the territorial or the departmental line.
   *
   * @throws UNIT_UNKNOWN, UNIT_CYCLE, ORGANIZATION_CHANGE_BACKDATED
   */
  move(input: MoveUnit, by: Actor): Promise<void>
  /**
   * Merges units into a new or an open one. The units below them follow it; posts end with their unit.
   *
   * @throws UNIT_UNKNOWN, UNIT_EXISTS, UNIT_OPENED_TOO_EARLY, UNIT_CYCLE, UNIT_OWN_SUCCESSOR,
   * ORGANIZATION_CHANGE_BACKDATED
   */
  merge(input: MergeUnits, by: Actor): Promise<void>
  /**
   * Divides a unit among several. Move the units below it first.
   *
   * @throws UNIT_UNKNOWN, UNIT_EXISTS, UNIT_OPENED_TOO_EARLY, UNIT_CYCLE, UNIT_OWN_SUCCESSOR, UNIT_HAS_CHILDREN,
   * ORGANIZATION_CHANGE_BACKDATED
   */
  split(input: SplitUnit, by: Actor): Promise<void>
  /**
   * Closes a unit. Move or close the units below it first.
   *
   * @throws UNIT_UNKNOWN, UNIT_OWN_SUCCESSOR, UNIT_HAS_CHILDREN, ORGANIZATION_CHANGE_BACKDATED
   */
  close(input: CloseUnit, by: Actor): Promise<void>
  /**
   * Gives persons posts. A second post of a person in the same unit replaces the first from its day on.
   *
   * @throws UNIT_UNKNOWN, ORGANIZATION_CHANGE_BACKDATED
   */
  appoint(input: Post | readonly Post[], by: Actor): Promise<void>
  /** Ends a post. @throws POST_UNKNOWN, ORGANIZATION_CHANGE_BACKDATED */
  dismiss(input: DismissPerson, by: Actor): Promise<void>
  /**
   * Says which unit answers for a matter in an area. A second row for the same two replaces the first from its day on.
   *
   * @throws UNIT_UNKNOWN, ORGANIZATION_CHANGE_BACKDATED
   */
  assignResponsibility(input: Responsibility | readonly Responsibility[], by: Actor): Promise<void>
  /** Ends a row of the list of responsibilities. @throws RESPONSIBILITY_UNKNOWN, ORGANIZATION_CHANGE_BACKDATED */
  revokeResponsibility(input: RevokeResponsibility, by: Actor): Promise<void>

  /** The organisation on a day (`YYYY-MM-DD`), as far as it is recorded now. @throws DATE_INVALID */
  asOf(date: string): Promise<Directory>
  /** The organisation of today. */
  current(): Promise<Directory>
  /** A person acting for a unit, with the roles of the post held there today. @throws POST_UNKNOWN */
  actor(person: string, unit: string): Promise<Officer>
  /** The life of a unit from its opening on, changes of future days included. @throws UNIT_UNKNOWN */
  lineage(unit: string): Promise<readonly UnitChange[]>
}
