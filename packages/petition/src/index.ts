/**
 * Petitions (信访): complaints from filing to final answer, under the rules in force on the day of receipt.
 *
 * @module
 */

export type { ComplaintApi } from './complaint/api.js'
export type {
  AnswerComplaint,
  AnswerReview,
  CloseComplaint,
  DeliverAnswer,
  EndComplaint,
  OpinionSections,
  RecordExecution,
  ReopenComplaint,
  RequestReview,
  WithdrawComplaint,
} from './complaint/commands/answer.js'
export type {
  AskEvaluation,
  AssignSecondLook,
  ChooseChannels,
  ConcludeSecondLook,
  EvaluateAnswer,
  FailDelivery,
} from './complaint/commands/feedback.js'
export type {
  AssignHandler,
  ConcludeHearing,
  DecideRecusal,
  ExtendHandling,
  FailMediation,
  HearStatement,
  OpenHearing,
  OpenMediation,
  RecordPerformance,
  RequestRecusal,
  SettleComplaint,
} from './complaint/commands/handling.js'
export type { ComplaintCommands } from './complaint/commands/index.js'
export type {
  ClassifyComplaint,
  FileComplaint,
  LegacyCase,
  MergeComplaint,
  NoteComplaint,
  RegisterComplaint,
  SeparateComplaint,
  SeparateRequest,
  SupplementComplaint,
} from './complaint/commands/intake.js'
export type {
  AcceptComplaint,
  AnswerObjection,
  AssistPetitioner,
  NotAcceptComplaint,
  ObjectToReferral,
  ReferComplaint,
  ReportBack,
  RouteOutComplaint,
  SettleDispute,
} from './complaint/commands/referral.js'
export type {
  ComplaintDelivered,
  ComplaintEvent,
  ComplaintEventData,
  ComplaintFiled,
  ComplaintReferred,
  Dated,
  ReviewRequested,
} from './complaint/events.js'
export type { FeedbackStep } from './complaint/feedback-step.js'
export { complaintKind } from './complaint/kind.js'
export type { ProcedureDeadline } from './complaint/procedure-deadlines.js'
export { procedureDeadlines } from './complaint/procedure-deadlines.js'
export type {
  AnswerChannel,
  Assistance,
  Complaint,
  ComplaintStatus,
  Confidentiality,
  DeliveredOpinion,
  DeliveryFailureReason,
  DeliveryManner,
  Ending,
  Evaluation,
  FailedDelivery,
  Hearing,
  Legacy,
  Mediation,
  Objection,
  Opinion,
  Outcome,
  PetitionClass,
  Referral,
  Refusal,
  Remedy,
  Route,
  RoutedOut,
  Satisfaction,
  SecondLook,
  SecondLookOutcome,
  Settlement,
  Stage,
  Statement,
} from './complaint/state.js'
export type { ComplaintTypes } from './complaint/types.js'
export { petitionErrors } from './errors.js'
export type { PetitionEvent } from './events.js'
export type { Carried, Courier, Couriers, Letter, Recipient } from './feedback/courier.js'
export type { FeedbackApi, SentAnswer, WaitingQuery } from './feedback/feedback.js'
export { type AttemptLimit, attemptLimit } from './inquiry/attempt-limit.js'
export type { MayTrack } from './inquiry/by-code.js'
export type {
  InquiryApi,
  Tracking,
  TrackingAnswer,
  TrackingElsewhere,
  TrackingLetter,
  TrackingNext,
  TrackingRefusal,
  TrackingStep,
} from './inquiry/inquiry.js'
export type { NewsDefinition } from './inquiry/news.js'
export { clockText, eventText, statusText } from './inquiry/statuses.js'
export type { Channel } from './matter/channel.js'
export type { AccusedParties } from './matter/checks.js'
export type { Numbering, NumberParts } from './matter/numbering.js'
export { defaultNumbering } from './matter/numbering.js'
export type { PersonFiling, Petitioner } from './matter/persons.js'
export { petitionRoles } from './matter/roles.js'
export type { Text } from './matter/text.js'
export type { PetitionApi, PetitionOptions, PetitionPlugin } from './plugin.js'
export { petition } from './plugin.js'
export { cn2005 } from './rules/cn-2005.js'
export { cn2022 } from './rules/cn-2022.js'
export type { EndingGround, PetitionPolicy, PetitionRules, RepresentativeRule } from './rules/policy.js'
export { zhejiang2016 } from './rules/zhejiang-2016.js'
