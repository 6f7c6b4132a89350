import type { Accused } from '@redress/core'
import type { Assistance } from '../../complaint/state.js'
import type { Petitioner } from '../../matter/persons.js'
import type { HalfDay } from '../local-time.js'

/** The main road of a visit. Statements, joint answers, referrals and hand-overs are fields beside it. */
export type VisitStatus =
  | 'new'
  /** Asked for; the place is being taken. */
  | 'requested'
  | 'appointed'
  /** There was no place left. */
  | 'declined'
  | 'cancelled'
  /** The person did not come to the appointment. */
  | 'missed'
  /** At the door; the ticket is being drawn. */
  | 'arrived'
  | 'waiting'
  | 'called'
  /** Called, and not there. */
  | 'absent'
  | 'inReception'
  | 'closed'
  /** Went without having been received. */
  | 'left'

/** A visit (来访) to a reception centre, from the appointment or the door to what the person was told. */
export interface Visit {
  readonly status: VisitStatus
  readonly centre: string
  /** The unit that runs the centre. */
  readonly unit: string
  /** The line: a window, or a leader's reception. */
  readonly window: string
  /** The unit on duty there. */
  readonly windowUnit: string
  /** Every unit that has or had a part in it. */
  readonly involved: readonly string[]
  /** The local date on which it was asked for, or on which the person came without an appointment. */
  readonly receivedOn: string
  /** Tickets have numbers of their own; a visit has none. */
  readonly number: null
  /** The digest of the code with which the person follows it, and shows that the appointment is theirs. */
  readonly codeDigest: string
  readonly appointment: Appointment | null
  /** As the people say, so that they are called earlier. Nothing is kept of why. */
  readonly needsHelp: boolean
  readonly anonymous: boolean
  readonly confidential: boolean
  readonly accused: Accused
  readonly petitioners: readonly Petitioner[]
  /** The ids of the petitioners with accounts. */
  readonly petitionerIds: readonly string[]
  /** How many people it speaks for. */
  readonly people: number
  /** The keys of the petitioners who come for the others. */
  readonly representatives: readonly string[]
  readonly recused: readonly string[]
  /** The digest of the request that opened it, if it was one that can be repeated. */
  readonly request: string | null
  readonly ticket: Ticket | null
  /** How many tickets were drawn for it. */
  readonly tickets: number
  readonly call: VisitCall | null
  /** When the first ticket was drawn, ISO 8601. */
  readonly cameAt: string | null
  /** When the person was first called to a window, ISO 8601. */
  readonly calledAt: string | null
  /** The officers who received the person. */
  readonly handlers: readonly string[]
  readonly statements: readonly RecordedStatement[]
  readonly joint: readonly JointUnit[]
  readonly commitments: readonly Commitment[]
  /** How many inquiries were answered at the window. */
  readonly inquiries: number
  readonly referrals: readonly Assistance[]
  readonly advice: readonly VisitAdvice[]
  readonly handOvers: readonly VisitHandOver[]
  readonly closedOn: string | null
}

/** An appointment (预约) for half a day at a window. */
export interface Appointment {
  readonly on: string
  readonly half: HalfDay
  readonly window: string
  /** Local time, `HH:MM`. */
  readonly from: string
  readonly until: string
}

export interface Ticket {
  readonly number: number
  /** When it was drawn, ISO 8601. */
  readonly at: string
  /** The local date. */
  readonly on: string
  readonly half: HalfDay
  /** From when the appointment counts, ISO 8601; null without one, or where it was missed. */
  readonly dueFrom: string | null
}

export interface VisitCall {
  readonly window: string
  readonly at: string
  readonly ticket: number
  readonly outOfTurn: boolean
}

/** What a person said, as it was written down and read back. The words stand in the vault. */
export interface RecordedStatement {
  /** The version of the event beside which they are sealed. */
  readonly version: number
  readonly on: string
  /** Whether the person confirmed the record after it was read back, or refused to. */
  readonly readBack: 'confirmed' | 'refused'
  /** How many characters it has. */
  readonly length: number
}

/** A department that takes part (联合接访). */
export interface JointUnit {
  readonly unit: string
  readonly invitedOn: string
  /** Null until it is recorded. */
  readonly present: boolean | null
  /** The versions of the events beside which its answers are sealed. */
  readonly answers: readonly number[]
}

/** What a department has promised to do by a day. The words stand in the vault. */
export interface Commitment {
  readonly commitment: number
  readonly unit: string
  readonly on: string
  readonly by: string
  readonly keptOn: string | null
}

/** Told where to go, with a written note (信访工作条例 2022 Art. 20). */
export interface VisitAdvice {
  readonly on: string
  /** The unit to turn to. */
  readonly to: string
}

/** What a visit can be made into. */
export type HandOverTo = 'complaint' | 'suggestion' | 'accusation'

/** Made into a matter of its own. */
export interface VisitHandOver {
  readonly handOver: number
  /** The version of the event beside which its words are sealed. */
  readonly version: number
  readonly to: HandOverTo
  readonly on: string
  /** The unit that receives it. */
  readonly unit: string
  readonly matter: string | null
  readonly area: string | null
  /** Whom the person accused by then. */
  readonly accused: Accused
  readonly state: 'pending' | 'done' | 'failed'
  /** The case; null where it accuses somebody. Staff do not see it here, since it may be sealed from them by now. */
  readonly case: string | null
}

const none: readonly never[] = Object.freeze([])

export const noVisit: Visit = Object.freeze({
  status: 'new',
  centre: '',
  unit: '',
  window: '',
  windowUnit: '',
  involved: none,
  receivedOn: '',
  number: null,
  codeDigest: '',
  appointment: null,
  needsHelp: false,
  anonymous: false,
  confidential: false,
  accused: Object.freeze({ persons: none, units: none }),
  petitioners: none,
  petitionerIds: none,
  people: 0,
  representatives: none,
  recused: none,
  request: null,
  ticket: null,
  tickets: 0,
  call: null,
  cameAt: null,
  calledAt: null,
  handlers: none,
  statements: none,
  joint: none,
  commitments: none,
  inquiries: 0,
  referrals: none,
  advice: none,
  handOvers: none,
  closedOn: null,
})

/** The hand-over that is still to be finished. */
export const pendingHandOver = ({ handOvers }: Visit): VisitHandOver | undefined =>
  handOvers.find((one) => one.state === 'pending')
