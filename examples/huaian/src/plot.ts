import type { Actor, Officer, Resident } from '@redress/core'
import type { AnswerChannel, Channel, Complaint, ComplaintApi } from '@redress/petition'
import type { HuaianPlatform } from './city.js'
import type { Dice } from './dice.js'
import type { Letter } from './letters.js'
import type { Notes } from './notes.js'
import type { Role } from './staff.js'

/** What a course is about: a kind of case of the platform. */
export type Subject =
  | 'petition.complaint'
  | 'petition.suggestion'
  | 'petition.accusation'
  | 'petition.call'
  | 'petition.visit'
  | 'petition.charge'
  | 'petition.supervision'
  | 'petition.proposal'
  | 'petition.inspection'

/** The course that a case takes, from filing to its end. */
export interface Plot {
  readonly name: string
  readonly zh: string
  /** Default: a complaint. */
  readonly of?: Subject
  /** The status in which a case of this plot comes to rest. */
  readonly ends: string
  /** How many are filed in the year; 0 for one that grows out of another case. */
  readonly cases: number
  readonly casting?: Casting
  readonly steps: readonly Step[]
}

/** What a plot asks of the letter it begins with. */
export interface Casting {
  readonly letter?: 'appeal' | 'suggestion' | 'answerToCall' | 'accusation'
  readonly matters?: readonly string[]
  readonly channels?: readonly Channel[]
  /** Who receives it. Default: the petition office of the county. */
  readonly at?: 'county' | 'city' | 'body'
  /** The territory it is about, or several. Default: one of the townships. */
  readonly area?: string | readonly string[]
  /** Whether the petitioner has an account, and so can act online. Default: most have. */
  readonly account?: boolean
  readonly anonymous?: boolean
  /** How many people it speaks for. */
  readonly people?: number
  /** How the petitioner wants the answer. Default: as they came. */
  readonly answerBy?: AnswerChannel
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
  /** The id of the case; empty before it is opened. */
  readonly id: string
  /** The number of the course: the same for what grows out of it. */
  readonly number: number
  /** What it begins with; empty for what does not begin with a letter. */
  readonly letter: Letter
  readonly today: string
  /** Lets some minutes pass. */
  readonly pass: (minutes: number) => void
  readonly dice: Dice
  /** The id of the case that this one grew out of. */
  readonly elder: string
  /** The complaint as it stood when the act began. */
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
  readonly notes: Notes
}

/** An office acts, on a day on which it is open; one with a backlog takes longer. */
export const office = (after: number, act: Act): Step => ({ by: 'office', after, promptly: false, act })
/** An office acts on the day as planned. */
export const promptly = (after: number, act: Act): Step => ({ by: 'office', after, promptly: true, act })
/** A resident acts, on any day of the week. */
export const resident = (after: number, act: Act): Step => ({ by: 'resident', after, promptly: true, act })
