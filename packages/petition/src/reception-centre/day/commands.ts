import * as z from 'zod'
import { date, id, line } from '../../matter/words.js'
import { windowWord } from '../centre/commands.js'
import type { HalfDay, OpeningHours } from '../local-time.js'
import type { ReceptionSession } from './state.js'

/** Written by the centre itself from its windows: see `plan`. */
export interface OpenDay {
  readonly centre: string
  readonly unit: string
  readonly on: string
  readonly hours: OpeningHours
  readonly sessions: readonly ReceptionSession[]
  /** Whether somebody plans it, so that it may be a day of rest; else it must be a working day or today. */
  readonly planned: boolean
}

/** Who is on duty (值班). What is left out stays. */
export interface StaffWindow {
  readonly window: string
  readonly half: HalfDay
  readonly unit?: string | undefined
  readonly officers?: readonly string[] | undefined
  readonly appointments?: number | undefined
}

/** A leader's reception (领导接访日). */
export interface PlanLeader {
  /** A short word for its line in the queue, such as `leader`, unlike those of the windows. */
  readonly window: string
  readonly half: HalfDay
  /** The id of a person with a post in `unit`. */
  readonly leader: string
  readonly unit: string
  readonly post: string
  readonly place: string
  readonly subject?: string | undefined
  readonly appointments: number
}

export interface LeaderStep {
  readonly window: string
}

export interface CancelLeader extends LeaderStep {
  /** Why, and when people are received instead. Public. */
  readonly instead: string
}

export interface CloseDay {
  /** Public. */
  readonly because: string
}

export interface TakePlace {
  readonly visit: string
  readonly window: string
  readonly half: HalfDay
}

/** Every command of a day. Those at the end are given by the centre itself. */
export interface DayCommands {
  open: OpenDay
  /** Says who is on duty at a window. @throws WINDOW_UNKNOWN, NOT_IN_ROSTER_UNIT, APPOINTMENTS_TAKEN, UNIT_UNKNOWN */
  staff: StaffWindow
  /** Plans that a leader receives people (2022 Art. 18 ¶2). @throws LEADER_WITHOUT_POST, WINDOW_TAKEN, HALF_DAY_CLOSED */
  planLeader: PlanLeader
  /** Makes it public: from then on appointments can be made. @throws LEADER_UNKNOWN, LEADER_WRONG_STEP, LEADER_ANNOUNCED_LATE */
  announceLeader: LeaderStep
  /** It does not take place; those who have an appointment keep their place at the windows. @throws LEADER_UNKNOWN, LEADER_WRONG_STEP */
  cancelLeader: CancelLeader
  /** It took place. @throws LEADER_UNKNOWN, LEADER_WRONG_STEP */
  holdLeader: LeaderStep
  /** The centre is closed on that day: no more appointments. */
  close: CloseDay
  take: TakePlace
  free: Pick<TakePlace, 'visit'>
  issue: { readonly for: string }
}

const half = z.enum(['morning', 'afternoon'])
const officers = z.array(id).max(50).readonly()
const appointments = z.int().min(0).max(500)
const hours = z.strictObject({ from: z.string(), until: z.string() })
const step = { window: windowWord }

export const dayInputs = {
  open: z.strictObject({
    centre: id,
    unit: id,
    on: date,
    hours: z.strictObject({ morning: hours.optional(), afternoon: hours.optional() }),
    sessions: z
      .array(z.strictObject({ window: windowWord, half, unit: id, officers, appointments }))
      .readonly(),
    planned: z.boolean(),
  }),
  staff: z.strictObject({
    window: windowWord,
    half,
    unit: id.optional(),
    officers: officers.optional(),
    appointments: appointments.optional(),
  }),
  planLeader: z.strictObject({
    window: windowWord,
    half,
    leader: id,
    unit: id,
    post: line,
    place: line,
    subject: line.optional(),
    appointments,
  }),
  announceLeader: z.strictObject(step),
  cancelLeader: z.strictObject({ ...step, instead: line }),
  holdLeader: z.strictObject(step),
  close: z.strictObject({ because: line }),
  take: z.strictObject({ visit: id, window: windowWord, half }),
  free: z.strictObject({ visit: id }),
  issue: z.strictObject({ for: id }),
}
