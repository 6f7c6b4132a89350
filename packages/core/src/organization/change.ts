import type { Unit } from './unit.js'

/** One change in the life of a unit. */
export type UnitChange = UnitOpening | LaterUnitChange
export type LaterUnitChange = UnitRenaming | UnitMove | UnitTakeover | UnitEnd

/** It came into being, as shown by `unit`. */
export interface UnitOpening {
  readonly kind: 'opened'
  /** Absent: open since ever. */
  readonly on?: string
  readonly unit: Unit
}

interface DatedChange {
  /** The first day on which it holds, as a local date. */
  readonly on: string
  /** The decision it rests on. */
  readonly source?: string
}

export interface UnitRenaming extends DatedChange {
  readonly kind: 'renamed'
  readonly name: string
  readonly nameEn?: string
  readonly code?: string
}

/** It got a new place; `null` means none, absent means that it stayed. */
export interface UnitMove extends DatedChange {
  readonly kind: 'moved'
  readonly parent?: string | null
  readonly superior?: string | null
}

/** It took over the work of units that ended. */
export interface UnitTakeover extends DatedChange {
  readonly kind: 'tookOver'
  readonly from: readonly string[]
}

/** It ended; its work went to the units `into`. */
export interface UnitEnd extends DatedChange {
  readonly kind: 'merged' | 'split' | 'closed'
  readonly into: readonly string[]
}
