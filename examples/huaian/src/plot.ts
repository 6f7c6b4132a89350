import type { Actor, Officer, Resident } from '@redress/core'
import type { Channel, Complaint, ComplaintApi, ComplaintStatus } from '@redress/petition'
import type { HuaianPlatform } from './city.js'
import type { Dice } from './dice.js'
import type { Letter } from './letters.js'
import type { Role } from './staff.js'

/** The course that a case takes, from filing to its end. */
export interface Plot {
  readonly name: string
  readonly zh: string
  /** The status in which a case of this plot comes to rest. */
  readonly ends: ComplaintStatus
  /** How many are filed in the year; 0 for one that grows out of another case. */
  readonly cases: number
  readonly casting?: Casting
  readonly steps: readonly Step[]
}

/** What a plot asks of the letter it begins with. */
export interface Casting {
  readonly letter?: 'appeal' | 'suggestion' | 'accusation'
  readonly matters?: readonly string[]
  readonly channels?: readonly Channel[]
  /** Who receives it. Default: the petition office of the county. */
  readonly at?: 'county' | 'city' | 'body'
  /** The territory it is about. Default: one of the townships. */
  readonly area?: string
  /** Whether the petitioner has an account, and so can act online. Default: most have. */
  readonly account?: boolean
  readonly anonymous?: boolean
  /** How many people it speaks for. */
  readonly people?: number
  /** The day on which it came in, if it was opened later. */
  readonly receivedOn?: string
  /** The first and the last day on which it is filed. */
  readonly between?: readonly [from: string, to: string]
}

/** One act, some days after the one before. */
export interface Step {
  readonly by: 'office' | 'resident'
  readonly after: number
  /** On the day as planned, whatever the backlog of the office. */
  readonly promptly: boolean
  readonly act: Act
}

export type Act = (scene: Scene) => Promise<unknown>

/** What an act finds when its day has come. */
export interface Scene {
  readonly platform: HuaianPlatform
  readonly complaint: ComplaintApi
  /** The id of the case; empty before it is filed. */
  readonly id: string
  readonly letter: Letter
  readonly today: string
  readonly dice: Dice
  /** The id of the case that this one grew out of. */
  readonly elder: string
  readonly state: () => Promise<Complaint>
  /** Somebody of a unit with a role; of the unit in charge if none is named. */
  readonly officer: (role: Role, unit?: string) => Promise<Officer>
  /** The person whose matter it is. */
  readonly resident: Resident
  /** The petitioner, or for one without an account the desk that writes it down. */
  readonly petitioner: () => Promise<Actor>
  readonly filed: (id: string) => void
  /** Begins another case today; with an id, one that is filed already. */
  readonly begin: (plot: Plot, letter: Letter, id?: string) => void
  /** Notes what the platform refused. */
  readonly refusal: (refusal: Refusal) => void
}

export interface Refusal {
  readonly code: string
  readonly message: string
  readonly source: string | undefined
}

/** An office acts, on a day on which it is open; one with a backlog takes longer. */
export const office = (after: number, act: Act): Step => ({ by: 'office', after, promptly: false, act })
/** An office acts on the day as planned. */
export const promptly = (after: number, act: Act): Step => ({ by: 'office', after, promptly: true, act })
/** A resident acts, on any day of the week. */
export const resident = (after: number, act: Act): Step => ({ by: 'resident', after, promptly: true, act })
