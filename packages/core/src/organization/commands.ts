import type { Post, Responsibility, Unit } from './unit.js'

/** The input of each change of the organisation. */
export interface OrganizationCommands {
  readonly open: Unit | readonly Unit[]
  readonly rename: RenameUnit
  readonly move: MoveUnit
  readonly merge: MergeUnits
  readonly split: SplitUnit
  readonly close: CloseUnit
  readonly appoint: Post | readonly Post[]
  readonly dismiss: DismissPerson
  readonly assignResponsibility: Responsibility | readonly Responsibility[]
  readonly revokeResponsibility: RevokeResponsibility
}

/** When a unit changes, and on what ground. */
export interface UnitChangeInput {
  /** The first day on which the change holds, as a local date; in the past, today or later. */
  readonly on: string
  /** The decision it rests on, such as its document number. */
  readonly source?: string
}

/** A new name. */
export interface RenameUnit extends UnitChangeInput {
  readonly unit: string
  readonly name: string
  /** Absent: the unit has no English name any more, as the old one translated the old name. */
  readonly nameEn?: string
  /** A new official code, if that changes too. */
  readonly code?: string
}

/** A new place on one line or on both. At least one of the two is given. */
export interface MoveUnit extends UnitChangeInput {
  readonly unit: string
  /** The new parent; `null` puts the unit at the top; absent: it stays. */
  readonly parent?: string | null
  /** The new superior department; `null` for none; absent: it stays. */
  readonly superior?: string | null
}

/** A unit that takes over on the day of a merger or a split; it opens on that day. */
export type NewUnit = Omit<Unit, 'openedOn'>

/** Several units become one, or one becomes another (`合并`, `撤销并入`). */
export interface MergeUnits extends UnitChangeInput {
  /** The ids of the units that end. */
  readonly from: readonly string[]
  /** The unit that goes on: a new one, or the id of one that is open. */
  readonly into: NewUnit | string
}

/** One unit becomes several. Their order counts: a responsibility that only named the old unit goes to the first. */
export interface SplitUnit extends UnitChangeInput {
  /** The id of the unit that ends. To branch off a part of a unit that goes on, open the part. */
  readonly unit: string
  /** New units, or ids of open ones; two at least. */
  readonly into: readonly (NewUnit | string)[]
}

/** A unit ends. */
export interface CloseUnit extends UnitChangeInput {
  readonly unit: string
  /** The id of the open unit that takes over its work, if there is one. */
  readonly successor?: string
}

/** A person leaves a post. */
export interface DismissPerson {
  readonly unit: string
  readonly person: string
  /** The first day without the post, as a local date. */
  readonly on: string
}

/** A row of the list of responsibilities ends. */
export interface RevokeResponsibility {
  readonly matter: string
  readonly area: string
  /** The first day without the row, as a local date. */
  readonly on: string
}
