import { originInput } from '../origin.js'
import type * as Intake from './intake.js'
import { fileInput, intakeInputs } from './intake.js'
import type * as Investigation from './investigation.js'
import { investigationInputs } from './investigation.js'

/** Every command of an accusation, in the order in which a case usually meets them. */
export interface AccusationCommands {
  /**
   * Opens an accusation: by the accuser, with a name or without, or by staff for a letter, a call or a visit. It is sealed from here on.
   * @throws ACCUSER_MISSING, ACCUSER_NOT_ANONYMOUS, FILED_FOR_OTHERS, ACCUSED_MISSING, ACCUSED_RECIPIENT, COMPETENT_BODY_MISSING,
   * RECEIVED_IN_FUTURE, RECEIPT_BY_STAFF, UNIT_UNKNOWN
   */
  file: Intake.FileAccusation
  /** Enters it in the register, and says whom it accuses or that nobody could find out (信访工作条例 2022 Art. 22). */
  register: Intake.RegisterAccusation
  /** Names further accused. From then on it is sealed from them too. */
  nameAccused: Intake.NameAccused
  /**
   * Sends it to the competent body (Art. 22 ¶2): never to the accused, a unit that they head or headed, one below, or a successor.
   * @throws ACCUSED_RECIPIENT, ALREADY_THERE, UNIT_UNKNOWN
   */
  route: Intake.RouteAccusation
  /** The body is not competent, and gives it back with reasons and the consent of the body that sent it (Art. 23 ¶3). @throws OBJECTION_LATE, ACCUSED_RECIPIENT */
  giveBack: Intake.GiveBackAccusation
  accept: Intake.AcceptAccusation
  /** Refuses it with reasons and advice. @throws GROUND_NOT_FULFILLED */
  notAccept: Intake.NotAcceptAccusation
  /** Records that the accuser's identity was proved, or that somebody anonymous gave a name. @throws ACCUSER_MISSING, ACCUSER_KNOWN */
  identify: Intake.IdentifyAccuser
  /** Adds what the accuser has to say later, also after the end. */
  supplement: Intake.SupplementAccusation
  /** An internal note. */
  note: Intake.NoteAccusation
  /** The accuser withdraws. It stops nothing by itself. */
  withdraw: Intake.WithdrawAccusation
  /** The body goes on with a withdrawn accusation, or discontinues it. */
  decideWithdrawal: Intake.DecideWithdrawal

  /**
   * Names those who investigate; again, to name others. None of them is accused, recused or of an accused unit.
   * @throws ACCUSED_HANDLER, HANDLER_RECUSED
   */
  investigate: Investigation.InvestigateAccusation
  /** Keeps a person with an interest in it out of it (回避, Art. 28 ¶3). @throws OWN_RECUSAL */
  recuse: Investigation.RecuseFromAccusation
  /** Tells a personnel department (Art. 30 ¶2). @throws ACCUSED_RECIPIENT */
  tellPersonnel: Investigation.TellPersonnel
  /** Records a measure that protects the accuser or a witness (Art. 18 ¶4). */
  protect: Investigation.ProtectAccuser
  /** States what the investigation found. */
  conclude: Investigation.ConcludeAccusation
  /** Records that a wrongly accused person or unit was cleared (澄清). @throws CLARIFIED_NOT_ACCUSED */
  clarify: Investigation.ClarifyAccused
  /** Proposes measures against responsible persons to the body that may take them (Art. 40 ¶3, 46). @throws ACCUSED_RECIPIENT */
  propose: Investigation.ProposeMeasures
  /** Records that the accuser was told the result (Art. 30 ¶1). @throws FEEDBACK_MANNER_UNFIT, DELIVERY_CONSENT_MISSING */
  feedBack: Investigation.TellResult
  /** Records that the accuser could not be reached. */
  failToReach: Investigation.FailToReach
  /** Ends the work. Not before the result was told, and a wrongly accused person cleared. */
  close: Investigation.CloseAccusation
  /** Takes it up again, on new facts or by order of supervision. */
  reopen: Investigation.ReopenAccusation
}

/** The schemas behind the commands, as a caller fills them in. */
export const accusationInputs = { ...intakeInputs, ...investigationInputs }

/** The same, with what only the library itself may say. */
export const accusationSchemas = {
  ...accusationInputs,
  file: fileInput.extend({ origin: originInput.optional() }),
}
