import type * as Answer from './answer.js'
import { answerInputs } from './answer.js'
import type * as Duplicates from './duplicates.js'
import { duplicateInputs } from './duplicates.js'
import type * as Feedback from './feedback.js'
import { feedbackInputs } from './feedback.js'
import type * as Handling from './handling.js'
import { handlingInputs } from './handling.js'
import type * as Intake from './intake.js'
import { intakeInputs } from './intake.js'
import type * as Referral from './referral.js'
import { referralInputs } from './referral.js'

/** Every command of a complaint, in the order in which a case usually meets them. */
export interface ComplaintCommands {
  /**
   * Opens a complaint: by the petitioner, or by a petition officer for a letter, a call, a visit or an oral statement.
   * @throws PETITIONER_MISSING, FILED_FOR_OTHERS, RECEIVED_IN_FUTURE, REPRESENTATIVES_MISSING, REPRESENTATIVES_TOO_MANY,
   * REPRESENTATIVE_UNKNOWN, ACCUSED_RECIPIENT, UNIT_UNKNOWN
   */
  file: Intake.FileComplaint
  /** Enters it in the register and gives it a number (信访工作条例 2022 Art. 22). */
  register: Intake.RegisterComplaint
  /** Sorts it into its class and, for an appeal, its route (Art. 29–31). An accusation is sealed from then on. */
  classify: Intake.ClassifyComplaint
  /** Makes further requests of the same letter into complaints of their own, with their own clocks. */
  separate: Intake.SeparateComplaint
  /** Links it to a case of the same matter that is pending already and goes on; nothing is dropped (Art. 19 ¶3). */
  merge: Intake.MergeComplaint
  /** Links it to another case that a person found to be about the same matter, or of which it is a repeat (重复信访). Both go on. */
  link: Duplicates.LinkComplaint
  /** A person found that another case is about another matter: it is not suggested again, and a link to it ends. */
  dismissDuplicate: Duplicates.DismissDuplicate
  /** Adds what the petitioner has to say later. */
  supplement: Intake.SupplementComplaint
  /** An internal note. It moves no clock. */
  note: Intake.NoteComplaint

  /** Sends it to another body (Art. 22). Never to one that it accuses. */
  refer: Referral.ReferComplaint
  /** The body says that it is not competent, within five working days and with reasons (Art. 23 ¶3). */
  object: Referral.ObjectToReferral
  /** The body that sent it takes it back, or insists. */
  answerObjection: Referral.AnswerObjection
  /** The common superior of the two bodies settles who handles it. */
  settleDispute: Referral.SettleDispute
  /** The body takes the case and tells the petitioner in writing (Art. 23). Starts the limit for handling. */
  accept: Referral.AcceptComplaint
  /** Refuses it with reasons and advice (不予受理, 不再受理). */
  notAccept: Referral.NotAcceptComplaint
  /** Leads it into the procedure that the law provides (Art. 31 (1)–(5)). */
  routeOut: Referral.RouteOutComplaint
  /** Reports back on an assignment (Art. 22 (3)). */
  reportBack: Referral.ReportBack
  /** Refers the petitioner to help in hardship (Art. 37); possible at any time, also after the end. */
  assist: Referral.AssistPetitioner

  /** Names the officer in charge (承办人). Not 交办, which is `refer` with a report-back date. */
  assign: Handling.AssignHandler
  /** The petitioner asks that an officer stay out of the case (回避). */
  requestRecusal: Handling.RequestRecusal
  /** The head of the body decides on a recusal (Art. 28 ¶3). */
  decideRecusal: Handling.DecideRecusal
  /** Records that the petitioner was heard (Art. 31 (6)). No opinion without it. */
  hearStatement: Handling.HearStatement
  /** Extends the limit for handling, with reason, approval and notice (Art. 34). */
  extend: Handling.ExtendHandling
  /** Opens a hearing (听证, Art. 31 (6)). */
  openHearing: Handling.OpenHearing
  concludeHearing: Handling.ConcludeHearing
  /** Opens a mediation, by consent of both sides (Art. 33). */
  openMediation: Handling.OpenMediation
  failMediation: Handling.FailMediation
  /** Records an agreement, by mediation or between the sides (Art. 33). */
  settle: Handling.SettleComplaint
  /** Records that an agreement was performed. */
  recordPerformance: Handling.RecordPerformance

  /** Issues the handling opinion (处理意见书, Art. 32). */
  answer: Answer.AnswerComplaint
  /** Records the delivery of the last opinion. With proof; from then on the time to ask for review runs. */
  deliver: Answer.DeliverAnswer
  /** The petitioner says how the answer and news of the case shall come. */
  chooseChannels: Feedback.ChooseChannels
  /** Records that an attempt to deliver did not reach the petitioner: it is not delivered by that. */
  failDelivery: Feedback.FailDelivery
  /** Asks the petitioner, once for each answer, how satisfied they are (Art. 21; 群众满意度评价). */
  askEvaluation: Feedback.AskEvaluation
  /** The petitioner says how satisfied they are, once for each answer. Who is not satisfied gets a second look by a unit that is named. */
  evaluate: Feedback.EvaluateAnswer
  /** Names the person of that unit who takes the second look. */
  assignSecondLook: Feedback.AssignSecondLook
  /** Tells the petitioner what the second look found. */
  concludeSecondLook: Feedback.ConcludeSecondLook
  /** Asks the next-higher body for review (复查, Art. 35). */
  requestReview: Answer.RequestReview
  /** Issues the review opinion. */
  answerReview: Answer.AnswerReview
  /** Asks the body above the reviewer for re-review (复核, Art. 36). */
  requestReReview: Answer.RequestReview
  /** Issues the re-review opinion. */
  answerReReview: Answer.AnswerReview
  /** Records that a supported request was carried out (Art. 32 ¶2). */
  recordExecution: Answer.RecordExecution
  /** Completes the handling (办结). The rights of review stay. */
  close: Answer.CloseComplaint
  /** Ends the matter for good (终结), on a ground of the rules that is fulfilled. */
  end: Answer.EndComplaint
  /** The petitioner withdraws, freely. Nobody else can. */
  withdraw: Answer.WithdrawComplaint
  /** Takes it up again, on new facts or by order of supervision. Earlier answers stay on record. */
  reopen: Answer.ReopenComplaint
}

/** The schemas behind the commands. */
export const complaintInputs = {
  ...intakeInputs,
  ...referralInputs,
  ...handlingInputs,
  ...answerInputs,
  ...feedbackInputs,
  ...duplicateInputs,
}
