import type * as Intake from './intake.js'
import { intakeInputs } from './intake.js'
import type * as Outcome from './outcome.js'
import { outcomeInputs } from './outcome.js'
import type * as Publication from './publication.js'
import { publicationInputs } from './publication.js'
import type * as Study from './study.js'
import { studyInputs } from './study.js'

/** Every command of a suggestion, in the order in which a case usually meets them. */
export interface SuggestionCommands {
  /**
   * Opens a suggestion: by its author, or by a petition officer for a letter, a call, a visit or a hotline.
   * @throws AUTHOR_MISSING, ANONYMOUS_WITH_NAMES, FILED_FOR_OTHERS, RECEIVED_IN_FUTURE, RECEIPT_BY_STAFF, UNIT_UNKNOWN, CALL_UNKNOWN,
   * CALL_NOT_OPEN, ANSWERS_UNASKED
   */
  file: Intake.FileSuggestion
  /** Enters it in the register and gives it a number (信访工作条例 2022 Art. 22). */
  register: Intake.RegisterSuggestion
  /** An officer finds that it is a suggestion (Art. 29). From then on it is studied: no count and no time ends it. */
  screen: Intake.ScreenSuggestion
  /** Tells the author, with reasons and advice, that there is nothing in it to study. */
  decline: Intake.DeclineSuggestion
  /**
   * Hands it over to a case of another class that was opened for it.
   * @throws HAND_OVER_WITHOUT_CONSENT, HAND_OVER_CASE_UNKNOWN, ACCUSED_MISSING, NOT_AN_ACCUSATION
   */
  handOver: Intake.HandOverSuggestion
  /** Adds what the author has to say later. */
  supplement: Intake.SupplementSuggestion
  /** An internal note. It moves no clock. */
  note: Intake.NoteSuggestion

  /** Sends it to the competent body (Art. 22). One case and one history go with it. */
  transfer: Study.TransferSuggestion
  /** The body asks, with reasons, that it be taken back (Art. 23 ¶3). @throws OBJECTION_LATE */
  askReturn: Study.AskReturn
  /** The body that sent it takes it back, or insists. @throws OBJECTION_NOT_ANSWERABLE */
  answerReturn: Study.AnswerReturn
  /** The competent body takes it into study, names the officer in charge and tells the author (Art. 23, 29). */
  study: Study.StudySuggestion
  /** Names another officer in charge. */
  assign: Study.AssignOfficer
  /** Keeps a person out of it who has an interest in it (回避, Art. 28 ¶3). */
  recuse: Study.RecuseOfficer
  /** Records the view of an expert, another department, or people. */
  hearView: Study.HearView
  /** Adopts what is sound and feasible, in full or in part, or does not, with reasons (Art. 29). @throws ADOPTED_PART_MISSING */
  decide: Study.DecideSuggestion

  /** Records that the reply reached the author (Art. 29). */
  reply: Outcome.ReplySuggestion
  /** Records that it did not reach the author. */
  failReply: Outcome.FailReply
  /** Plans how what was adopted is carried out; or changes the plan. @throws PLAN_REASON_MISSING, DATE_BEFORE_EVENT */
  plan: Outcome.PlanRealisation
  /** Reports how far it is. */
  reportProgress: Outcome.ReportProgress
  /** Records, with proof, that it is carried out. */
  realise: Outcome.RealiseSuggestion
  /** Records that it will not be carried out, with reasons for the author. */
  giveUp: Outcome.GiveUpRealisation
  /** Records an honour or a reward (Art. 29 ¶2). @throws HONOUR_WITHOUT_CONSENT */
  honour: Outcome.HonourAuthor

  /** An author agrees, or no longer agrees, to be named. @throws AUTHOR_UNKNOWN */
  consentToName: Publication.ConsentToName
  /**
   * Publishes a text without personal data, written by the office; people can then support it.
   * @throws PERSONAL_DATA_PUBLISHED, NAME_CONSENT_MISSING, ANSWER_BEFORE_DECISION, AUTHOR_NOT_TOLD
   */
  publish: Publication.PublishSuggestion
  /** Takes the text back from the public. */
  unpublish: Publication.UnpublishSuggestion
  /** Records which thresholds of the rules a count of supports has reached. The host's timer does it: see `recordDuties`. */
  recordSupport: Publication.RecordSupport
  /** Sets supports aside that were not given as they should; they are kept and can be restored. @throws SELECTION_EMPTY */
  setAside: Publication.SetAsideSupports
  /** Restores supports that were set aside. @throws SELECTION_EMPTY, BATCH_UNKNOWN */
  restore: Publication.RestoreSupports

  /** Closes it: replied to, and realised or given up where it was adopted. */
  close: Outcome.CloseSuggestion
  /** The author withdraws it. */
  withdraw: Outcome.WithdrawSuggestion
  /** Takes it up again. */
  reopen: Outcome.ReopenSuggestion
}

/** The schemas behind the commands. */
export const suggestionInputs = { ...intakeInputs, ...studyInputs, ...outcomeInputs, ...publicationInputs }
