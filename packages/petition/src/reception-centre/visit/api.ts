import type { Actor, CaseSnapshot, CommandOptions, OpenedSnapshot } from '@redress/core'
import type { Tracking } from '../../inquiry/inquiry.js'
import type { QueuePlace } from '../queue.js'
import type { BookVisit, CallVisit, WalkIn } from './commands/arrival.js'
import type { HandOverVisit, InquireAtWindow } from './commands/outcome.js'
import type { AccuseInVisit } from './commands/reception.js'
import type { HandedOver } from './hand-over.js'
import type { Visit } from './state.js'
import type { VisitCases, VisitTypes } from './types.js'

/** Commands that only the centre itself gives, and those that the methods below stand for. */
type Own =
  | 'open'
  | 'place'
  | 'decline'
  | 'enter'
  | 'call'
  | 'transfer'
  | 'accuse'
  | 'noteInquiry'
  | 'handOver'
  | 'settle'

/** Visits (来访) to reception centres, from the appointment or the door to what the person was told. */
export interface VisitApi extends Omit<VisitCases, Own> {
  /**
   * Makes an appointment (预约): for a resident with an account, or by staff for whoever calls. Of two who ask for the last place at the
   * same time one gets it. The receipt holds the code that shows at the door whose appointment it is.
   *
   * @throws CASE_NOT_FOUND, CENTRE_CLOSED, WINDOW_UNKNOWN, SLOT_FULL, DAY_PAST, DAY_TOO_FAR, APPOINTMENT_HELD, NOT_OPEN_THAT_DAY, HALF_DAY_CLOSED,
   * HALF_DAY_OVER, PETITIONER_MISSING, FILED_FOR_OTHERS, REPRESENTATIVES_MISSING, REPRESENTATIVES_TOO_MANY, REPRESENTATIVE_UNKNOWN,
   * ACCUSED_RECIPIENT, UNIT_UNKNOWN, COMMAND_NOT_ALLOWED
   * @example
   * ```ts
   * const visit = await receptionCentre.visit.book({ centre, on: '2024-08-05', half: 'morning', petitioners }, citizen)
   * ```
   */
  book(input: BookVisit, by: Actor, options?: CommandOptions): Promise<OpenedSnapshot<VisitTypes>>
  /**
   * Takes in somebody who has come without an appointment, and draws a ticket.
   *
   * @throws CASE_NOT_FOUND, CENTRE_CLOSED, WINDOW_UNKNOWN, TICKET_AT_CENTRE, NOT_STAFF_OF_CENTRE, PETITIONER_MISSING,
   * REPRESENTATIVES_MISSING, REPRESENTATIVES_TOO_MANY, REPRESENTATIVE_UNKNOWN, ACCUSED_RECIPIENT, UNIT_UNKNOWN, COMMAND_NOT_ALLOWED
   */
  walkIn(input: WalkIn, by: Actor, options?: CommandOptions): Promise<OpenedSnapshot<VisitTypes>>
  /** The visit of a code, for staff at the door. @throws QUERY_CODE_UNKNOWN, TOO_MANY_ATTEMPTS, CASE_NOT_FOUND, READ_NOT_ALLOWED */
  byCode(queryCode: string, by: Actor, origin?: string): Promise<CaseSnapshot<Visit>>
  /** How many go before, and why; undefined for whoever does not wait. @throws CASE_NOT_FOUND, READ_NOT_ALLOWED */
  ahead(id: string, by: Actor): Promise<QueuePlace | undefined>
  /** Calls whoever is next in a line; undefined where nobody waits. @throws CASE_NOT_FOUND, READ_NOT_ALLOWED, WINDOW_UNKNOWN */
  callNext(input: CallNext, by: Actor): Promise<CaseSnapshot<Visit> | undefined>
  /** Calls one visit: the next, or another with the reason. @throws NOT_NEXT */
  call(id: string, input: CallVisit, by: Actor, options?: CommandOptions): Promise<CaseSnapshot<Visit>>
  /** Goes on at another window, or with a leader, with the same ticket. @throws WINDOW_UNKNOWN, ACCUSED_RECIPIENT */
  transfer(
    id: string,
    input: TransferVisit,
    by: Actor,
    options?: CommandOptions,
  ): Promise<CaseSnapshot<Visit>>
  /**
   * Seals the visit from whom the person accuses. At a window of theirs, name another one in `window`.
   *
   * @throws ACCUSED_RECIPIENT, ACCUSED_MISSING, WINDOW_UNKNOWN, UNIT_UNKNOWN
   */
  accuse(
    id: string,
    input: Omit<AccuseInVisit, 'windowUnit'>,
    by: Actor,
    options?: CommandOptions,
  ): Promise<void>
  /**
   * Tells a person at the window how their matter stands, and records that it was told, not which.
   *
   * @throws QUERY_CODE_UNKNOWN, TOO_MANY_ATTEMPTS, COMMAND_NOT_ALLOWED
   */
  inquire(id: string, input: InquireAtWindow, by: Actor, origin?: string): Promise<Tracking>
  /**
   * Makes what was said into a matter of its own, in the name of the person: once, however often a call is cut off and repeated.
   *
   * @throws HAND_OVER_TEXT_TOO_LONG, HAND_OVER_ACCUSES, HAND_OVER_UNSEALED, COMMAND_NOT_ALLOWED and what the filing refuses
   * @example
   * ```ts
   * const { case: complaint, receipt } = await receptionCentre.visit.handOver(id, { to: 'complaint', title: '楼上漏水' }, officer)
   * ```
   */
  handOver(id: string, input: HandOverVisit, by: Actor, options?: CommandOptions): Promise<HandedOver>
  /** Finishes a hand-over that was cut off. @throws HAND_OVER_NOT_OPEN, COMMAND_NOT_ALLOWED */
  finishHandOver(id: string, by: Actor): Promise<HandedOver>
}

export interface CallNext {
  readonly centre: string
  readonly window: string
}

export interface TransferVisit {
  readonly window: string
  readonly reason: string
}
