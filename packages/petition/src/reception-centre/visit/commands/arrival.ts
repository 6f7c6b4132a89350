import * as z from 'zod'
import { type AccusedParties, accusedInput } from '../../../matter/checks.js'
import { type PersonFiling, personInput } from '../../../matter/persons.js'
import { date, id, line, text } from '../../../matter/words.js'
import { windowWord } from '../../centre/commands.js'
import type { HalfDay } from '../../local-time.js'

/** Who comes, and what about. */
export interface Comers {
  readonly petitioners?: readonly PersonFiling[] | undefined
  /** How many people it speaks for. Default: the number of petitioners. */
  readonly people?: number | undefined
  /** The ids or names of those who come for the others. */
  readonly representatives?: readonly string[] | undefined
  readonly anonymous?: boolean | undefined
  /** Only staff with a duty in it may know of it. */
  readonly confidential?: boolean | undefined
  /** Whom the person accuses: neither they nor their units ever learn of the visit. */
  readonly accused?: AccusedParties | undefined
  /** Elderly, disabled, pregnant, with small children: as the person says. Nobody asks for proof, and nothing is kept of why. */
  readonly needsHelp?: boolean | undefined
  /** What help they would like, such as a sign language interpreter. Kept apart, as all that people say. */
  readonly help?: string | undefined
  /** What it is about, in a line. */
  readonly title?: string | undefined
}

/** An appointment for half a day. */
export interface BookVisit extends Comers {
  readonly centre: string
  /** The local date. */
  readonly on: string
  readonly half: HalfDay
  /** A window, or a leader's reception that is announced. Default: the first window. */
  readonly window?: string | undefined
}

/** Somebody at the door, without an appointment. */
export interface WalkIn extends Comers {
  readonly centre: string
  /** Default: the first window. */
  readonly window?: string | undefined
}

/** What the centre makes of one of the two. */
export interface OpenVisit extends Comers {
  readonly centre: string
  readonly unit: string
  readonly window: string
  readonly windowUnit: string
  readonly appointment?: OpenAppointment | undefined
  /** The digest of the request, so that a repeated one finds what came of it. */
  readonly request?: string | undefined
}

export interface OpenAppointment {
  readonly on: string
  readonly half: HalfDay
  readonly from: string
  readonly until: string
  /** Whether the day is planned, so that it may be a day of rest. */
  readonly planned: boolean
}

export interface ArriveVisit {
  /** Where it has changed since the appointment was made. */
  readonly needsHelp?: boolean | undefined
}

export interface EnterQueue {
  readonly number: number
  /** The day of which the number is. */
  readonly on: string
}

export interface CallVisit {
  /** Why somebody is called who is not next. Whoever waits can ask for it. */
  readonly outOfTurn?: string | undefined
}

export interface LeaveVisit {
  /** The person does not want to wait, is not there any more, or the centre closes. */
  readonly why: 'ownWish' | 'gone' | 'closing'
  /** What the person was told, such as another time. */
  readonly told?: string | undefined
}

export interface MoveVisit {
  readonly window: string
  readonly windowUnit: string
  readonly reason: string
}

const comers = {
  petitioners: z.array(personInput).max(200).readonly().optional(),
  people: z.int().min(1).max(100_000).optional(),
  representatives: z.array(id).max(50).readonly().optional(),
  anonymous: z.boolean().optional(),
  confidential: z.boolean().optional(),
  accused: accusedInput.optional(),
  needsHelp: z.boolean().optional(),
  help: line.optional(),
  title: line.optional(),
}
const half = z.enum(['morning', 'afternoon'])
const nothing = z.strictObject({})

/** The inputs of what leads to an `open`. */
export const bookInput = z.strictObject({
  ...comers,
  centre: id,
  on: date,
  half,
  window: windowWord.optional(),
})
export const walkInInput = z.strictObject({ ...comers, centre: id, window: windowWord.optional() })

export const arrivalInputs = {
  open: z.strictObject({
    ...comers,
    centre: id,
    unit: id,
    window: windowWord,
    windowUnit: id,
    appointment: z
      .strictObject({ on: date, half, from: z.string(), until: z.string(), planned: z.boolean() })
      .optional(),
    request: z.string().optional(),
  }),
  place: nothing,
  decline: nothing,
  cancel: nothing,
  miss: nothing,
  arrive: z.strictObject({ needsHelp: z.boolean().optional() }),
  enter: z.strictObject({ number: z.int().min(1), on: date }),
  call: z.strictObject({ outOfTurn: line.optional() }),
  recall: nothing,
  noShow: nothing,
  requeue: nothing,
  leave: z.strictObject({ why: z.enum(['ownWish', 'gone', 'closing']), told: text.optional() }),
  transfer: z.strictObject({ window: windowWord, windowUnit: id, reason: line }),
}
