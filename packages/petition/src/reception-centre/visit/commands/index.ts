import type * as Arrival from './arrival.js'
import { arrivalInputs } from './arrival.js'
import type * as Outcome from './outcome.js'
import { outcomeInputs } from './outcome.js'
import type * as Reception from './reception.js'
import { receptionInputs } from './reception.js'

/** Something that needs no words. */
export type Nothing = Readonly<Record<string, never>>

/** Every command of a visit, in the order in which one usually meets them. `book`, `walkIn` and the like lead to some of them. */
export interface VisitCommands {
  open: Arrival.OpenVisit
  place: Nothing
  decline: Nothing
  /** Gives the appointment up; somebody else can have it. */
  cancel: Nothing
  /** The person did not come, and their half of the day is over. @throws APPOINTMENT_NOT_OVER */
  miss: Nothing
  /** The person is here, with an appointment for today. @throws APPOINTMENT_OTHER_DAY */
  arrive: Arrival.ArriveVisit
  enter: Arrival.EnterQueue
  call: Arrival.CallVisit
  /** Calls once more, also somebody who was not there. */
  recall: Nothing
  /** Called, and not there (过号). */
  noShow: Nothing
  /** Back in the hall: takes a new ticket. */
  requeue: Nothing
  /** Goes without having been received. */
  leave: Arrival.LeaveVisit
  /** Goes on at another window, or with a leader, with the same ticket. */
  transfer: Arrival.MoveVisit

  /** Begins to listen (接谈). */
  receive: Nothing
  /** Writes down what the person says; it is read back. */
  record: Reception.RecordStatement
  /** Seals the visit from whom the person accuses. @throws ACCUSED_RECIPIENT, ACCUSED_MISSING, UNIT_UNKNOWN */
  accuse: Reception.AccuseInVisit
  /** Keeps an officer out who has an interest in it, as they or the person say; somebody else goes on (Art. 28 ¶3). */
  recuse: Reception.RecuseFromVisit
  /** Asks another department to take part (联合接访, 2022 Art. 18 ¶3). @throws ALREADY_INVITED, ACCUSED_RECIPIENT, UNIT_UNKNOWN */
  invite: Reception.InviteUnit
  /** It came, or did not. @throws NOT_INVITED */
  attend: Reception.AttendVisit
  /** It answers, and says what it will do by when. @throws NOT_INVITED, NOT_PRESENT, ANSWER_OF_OTHERS, DATE_BEFORE_EVENT */
  answer: Reception.AnswerInVisit
  /** It has done so. @throws COMMITMENT_UNKNOWN, RECEIVED_IN_FUTURE */
  keep: Reception.KeepCommitment

  noteInquiry: Nothing
  /** Makes what was said into a matter of its own. @throws HAND_OVER_TEXT_TOO_LONG, HAND_OVER_ACCUSES, HAND_OVER_UNSEALED, UNIT_UNKNOWN */
  handOver: Outcome.HandOverVisit
  settle: Outcome.SettleHandOver
  /** Refers the person to help, if they agree (Art. 33, 37 ¶2). @throws REFERRAL_WITHOUT_CONSENT */
  refer: Outcome.ReferVisit
  /** Says where to turn, in writing and after listening: advice is no refusal (Art. 20). @throws ALREADY_THERE, ACCUSED_RECIPIENT */
  advise: Outcome.AdviseVisit
  /** Ends the reception with what the person was told. */
  close: Outcome.CloseVisit
}

/** The schemas behind the commands. */
export const visitInputs = { ...arrivalInputs, ...receptionInputs, ...outcomeInputs }
