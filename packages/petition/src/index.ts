/**
 * Petitions (信访): complaints from filing to final answer, under the rules in force on the day of receipt.
 *
 * @module
 */

export type { AccusationApi } from './accusation/api.js'
export type { AccusationCommands } from './accusation/commands/index.js'
export type {
  AcceptAccusation,
  DecideWithdrawal,
  FileAccusation,
  GiveBackAccusation,
  IdentifyAccuser,
  NameAccused,
  NotAcceptAccusation,
  NoteAccusation,
  RegisterAccusation,
  RouteAccusation,
  SupplementAccusation,
  WithdrawAccusation,
} from './accusation/commands/intake.js'
export type {
  ClarifyAccused,
  CloseAccusation,
  ConcludeAccusation,
  FailToReach,
  InvestigateAccusation,
  ProposeMeasures,
  ProtectAccuser,
  RecuseFromAccusation,
  ReopenAccusation,
  TellPersonnel,
  TellResult,
} from './accusation/commands/investigation.js'
export type { CompetentBody } from './accusation/competent.js'
export { accusationErrors } from './accusation/errors.js'
export type { AccusationEvent, AccusationEventData, AccusationFiled } from './accusation/events.js'
export { accusationKind } from './accusation/kind.js'
export type { AccusationBody, AccusationPolicy } from './accusation/policy.js'
export { accusationPolicy } from './accusation/policy.js'
export type { ReportRetaliation, RetaliationApi } from './accusation/retaliation.js'
export type {
  Accusation,
  AccusationClarification,
  AccusationConclusion,
  AccusationFeedback,
  AccusationFeedbackManner,
  AccusationOutcome,
  AccusationProposal,
  AccusationReceipt,
  AccusationRefusal,
  AccusationRefusalGround,
  AccusationRouting,
  AccusationStatus,
  AccusationSubject,
  AccusationWithdrawal,
  AccuserIdentity,
  ClarificationManner,
  FollowedCase,
  PersonnelNotice,
} from './accusation/state.js'
export { accusationClockText, accusationEventText, accusationStatusText } from './accusation/statuses.js'
export type { TakenOver, TakeOverComplaint } from './accusation/take-over.js'
export type { AccusationTypes } from './accusation/types.js'
export type {
  AnalysisAnswer,
  AnalysisApi,
  AnalysisTable,
  CountTable,
  HotSpots,
  MonthsQuery,
  Rises,
  RisesQuery,
  RowCounts,
  SatisfactionTable,
  ScopeQuery,
  TableQuery,
  TableRow,
  TimelinessTable,
  Topics,
  WeekNote,
  WorkQuery,
} from './analysis/api.js'
export { analysisErrors } from './analysis/errors.js'
export type { AnalysisPolicy, HotSpotPolicy, RisePolicy, TopicPolicy } from './analysis/policy.js'
export { usualAnalysis } from './analysis/policy.js'
export type {
  AnnualReport,
  AnnualReportQuery,
  BodyRow,
  PublicReportQuery,
  UnitName,
  UnitRow,
} from './analysis/report/annual-report.js'
export type { Bulletin, BulletinQuery } from './analysis/report/bulletin.js'
export type { MonthFigures, Overview, OverviewQuery, UnitLights } from './analysis/report/overview.js'
export type { Published, ReportRow } from './analysis/report/published.js'
export { renderAnnualReport } from './analysis/report/render-annual-report.js'
export { renderBulletin } from './analysis/report/render-bulletin.js'
export type { ClockLights, Standing } from './analysis/report/standing.js'
export type { SupervisionFigures } from './analysis/report/supervision-figures.js'
export type { Language, RenderOptions } from './analysis/report/words.js'
export type { HotSpot, ProblemCell } from './analysis/statistics/hot-spot.js'
export type {
  BothSatisfactions,
  MatterCounts,
  SatisfactionCounts,
  Timeliness,
} from './analysis/statistics/measures.js'
export type { Rate } from './analysis/statistics/rate.js'
export type { WeekJudgement } from './analysis/statistics/rise.js'
export type { DaySpread } from './analysis/statistics/spread.js'
export type { Topic } from './analysis/statistics/topic.js'
export type { PublishedTable } from './analysis/statistics/two-way.js'
export { keepBackInTable } from './analysis/statistics/two-way.js'
export type { ComplaintApi, DuplicatePreparation } from './complaint/api.js'
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
export type { DismissDuplicate, LinkComplaint } from './complaint/commands/duplicates.js'
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
export type { DuplicateReason, DuplicateSuggestion, Duplicates } from './complaint/duplicates/suggestion.js'
export type {
  ComplaintDelivered,
  ComplaintEvent,
  ComplaintEventData,
  ComplaintFiled,
  ComplaintReferred,
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
  ComplaintLink,
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
  LinkRelation,
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
export type { DuplicatePolicy } from './duplicate/policy.js'
export { duplicatePolicy } from './duplicate/policy.js'
export { petitionErrors } from './errors.js'
export type { PetitionEvent } from './events.js'
export type { Carried, Courier, Couriers, Letter, Recipient } from './feedback/courier.js'
export type { FeedbackApi, SentAnswer, WaitingQuery } from './feedback/feedback.js'
export { type AttemptLimit, attemptLimit } from './inquiry/attempt-limit.js'
export type { MayTrack } from './inquiry/by-code.js'
export type { FollowedWords } from './inquiry/followed.js'
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
export type { Dated } from './matter/dated.js'
export type { Numbering, NumberParts } from './matter/numbering.js'
export { defaultNumbering } from './matter/numbering.js'
export type { PersonFiling, Petitioner } from './matter/persons.js'
export { petitionRoles } from './matter/roles.js'
export type { Text } from './matter/text.js'
export { checkNotice, type NoticeGap } from './notice/check.js'
export { noticeErrors } from './notice/errors.js'
export type {
  AcceptanceNotice,
  AgreementDocument,
  CompletionReport,
  ExtensionNotice,
  NoticeBase,
  NoticeModel,
  NoticeRemedy,
  NoticeStep,
  NoticeType,
  NoticeUnit,
  OpinionNotice,
  ReceiptNotice,
  ReferralLetter,
  RefusalNotice,
  RoutingNotice,
  SecondLookAnswer,
} from './notice/model.js'
export type { NoticeRenderer, NoticesApi, NoticesOptions } from './notice/notices.js'
export { type NoticePolicy, notices2005, notices2022 } from './notice/policy.js'
export type { NoticeDocument } from './notice/render/document.js'
export { escapeMarkdown, noticeMarkdown } from './notice/render/markdown.js'
export { noticeText } from './notice/render/paper.js'
export type { NoticeSection } from './notice/render/section.js'
export type { Values } from './notice/texts/fill.js'
export { baseTexts, createTexts, type Texts, type Translations } from './notice/texts/texts.js'
export type { LeftOutAttachments, LeftOutReason } from './online-centre/attachments/accept.js'
export type {
  AddedAttachments,
  AttachmentContent,
  AttachmentScan,
  AttachmentsApi,
  AttachmentsOptions,
} from './online-centre/attachments/attachments.js'
export type { AttachmentReference, CaseAttachment } from './online-centre/attachments/reference.js'
export {
  type AttachmentPlace,
  type AttachmentStore,
  memoryAttachments,
} from './online-centre/attachments/store.js'
export type { OnlineCentreApi, OnlineCentreOptions } from './online-centre/centre.js'
export type { IntakeChannel } from './online-centre/channel.js'
export { type EmailMessage, emailChannel, type MailboxOptions } from './online-centre/channels/email.js'
export { type FilingForm, type FormOptions, formChannel } from './online-centre/channels/form.js'
export { type HotlineCall, hotlineChannel } from './online-centre/channels/hotline.js'
export {
  type LetterOptions,
  letterChannel,
  type Recognised,
  type ScannedLetter,
} from './online-centre/channels/letter.js'
export { emptyDraft } from './online-centre/channels/reading.js'
export { type SmsMessage, smsChannel } from './online-centre/channels/sms.js'
export type {
  FilingStep,
  IncomingAttachment,
  IntakeDraft,
  IntakeProblem,
  MatterKind,
  ProxyFiling,
  SpokenRecord,
  UnsureField,
} from './online-centre/draft.js'
export { onlineCentreErrors } from './online-centre/errors.js'
export type { IdentityProof } from './online-centre/identity.js'
export { type FilingSubject, filingLimit, type MayFile } from './online-centre/limits.js'
export {
  type AcceptedType,
  type AttachmentPolicy,
  type FilingLimit,
  type FilingLimits,
  type IdentityLevel,
  type OnlineCentrePolicy,
  onlineCentre2005,
  onlineCentre2022,
} from './online-centre/policy.js'
export {
  checkPublication,
  type PublicationDuty,
  type PublicationGap,
  type PublicationItem,
  type PublicationsOf,
  type PublishedEntry,
  type PublishedInformation,
  type UnitPublication,
} from './online-centre/publication.js'
export type {
  IntakeReceipt,
  ReceiptQuery,
  ReceiptStep,
  ReceiptStyle,
} from './online-centre/receipt.js'
export type { SubmitOptions } from './online-centre/submit.js'
export type { PetitionApi, PetitionOptions, PetitionPlugin } from './plugin.js'
export { petition } from './plugin.js'
export type { ReceptionCentreApi } from './reception-centre/api.js'
export type { CentreApi } from './reception-centre/centre/api.js'
export type {
  CentreCommands,
  CloseCentre,
  CloseWindow,
  DescribeCentre,
  OpenCentre,
} from './reception-centre/centre/commands.js'
export type {
  Centre,
  CentreEvent,
  CentreEventData,
  CentreFacts,
  CentreStatus,
  CentreTypes,
  HelpOffered,
  ReceptionWindow,
} from './reception-centre/centre/state.js'
export type { ChargeApi } from './reception-centre/charge/api.js'
export type {
  ChargeCommands,
  ConcludeCharge,
  ExtendCharge,
  MeetInCharge,
  PassOnCharge,
  ReportInCharge,
  TakeCharge,
} from './reception-centre/charge/commands.js'
export type {
  Charge,
  ChargeEvent,
  ChargeEventData,
  ChargeOutcome,
  ChargeStatus,
  ChargeStep,
  ChargeTypes,
} from './reception-centre/charge/state.js'
export type { CentreCounts, CountQuery, HalfCounts, VisitCounts, Waits } from './reception-centre/counts.js'
export type { DayApi, PlanDay } from './reception-centre/day/api.js'
export type {
  CancelLeader,
  CloseDay,
  DayCommands,
  LeaderStep,
  OpenDay,
  PlanLeader,
  StaffWindow,
  TakePlace,
} from './reception-centre/day/commands.js'
export type { DaySnapshot } from './reception-centre/day/days.js'
export type {
  DayEvent,
  DayEventData,
  DayStatus,
  DayTypes,
  LeaderSession,
  ReceptionDay,
  ReceptionSession,
  TakenPlace,
} from './reception-centre/day/state.js'
export { receptionErrors } from './reception-centre/errors.js'
export type { ReceptionEvent } from './reception-centre/events.js'
export type { Display, DisplayLine, Queue, QueueCall, QueueLine } from './reception-centre/hall.js'
export type { HalfDay, Hours, OpeningHours } from './reception-centre/local-time.js'
export type { QueueClass, QueuePolicy, ReceptionPolicy } from './reception-centre/policy.js'
export { receptionPolicy } from './reception-centre/policy.js'
export type { PublishedCentre, PublishedReception } from './reception-centre/published.js'
export type { QueueMoment, QueuePlace, QueueReason, Waiting } from './reception-centre/queue.js'
export { orderQueue } from './reception-centre/queue.js'
export {
  centreStatusText,
  chargeOutcomeText,
  chargeStatusText,
  dayStatusText,
  halfText,
  helpText,
  leaderStateText,
  queueReasonText,
  visitStatusText,
} from './reception-centre/statuses.js'
export type { CallNext, TransferVisit, VisitApi } from './reception-centre/visit/api.js'
export type {
  ArriveVisit,
  BookVisit,
  CallVisit,
  Comers,
  EnterQueue,
  LeaveVisit,
  MoveVisit,
  OpenAppointment,
  OpenVisit,
  WalkIn,
} from './reception-centre/visit/commands/arrival.js'
export type { Nothing, VisitCommands } from './reception-centre/visit/commands/index.js'
export type {
  AdviseVisit,
  CloseVisit,
  HandOverVisit,
  InquireAtWindow,
  ReferVisit,
  SettleHandOver,
} from './reception-centre/visit/commands/outcome.js'
export type {
  AccuseInVisit,
  AnswerInVisit,
  AttendVisit,
  InviteUnit,
  KeepCommitment,
  ReadBack,
  RecordStatement,
  RecuseFromVisit,
} from './reception-centre/visit/commands/reception.js'
export type { InLine, VisitEvent, VisitEventData, VisitOpened } from './reception-centre/visit/events.js'
export type { HandedOver } from './reception-centre/visit/hand-over.js'
export type {
  Appointment,
  Commitment,
  HandOverTo,
  JointUnit,
  RecordedStatement,
  Ticket,
  Visit,
  VisitAdvice,
  VisitCall,
  VisitHandOver,
  VisitStatus,
} from './reception-centre/visit/state.js'
export type { VisitTypes } from './reception-centre/visit/types.js'
export { cn2005 } from './rules/cn-2005.js'
export { cn2022 } from './rules/cn-2022.js'
export type { EndingGround, PetitionPolicy, PetitionRules, RepresentativeRule } from './rules/policy.js'
export { zhejiang2016 } from './rules/zhejiang-2016.js'
export type { SuggestionApi, SuggestionSettings } from './suggestion/api.js'
export type {
  CallApi,
  CallOutcome,
  PublishedCall,
  PublishedCallPage,
  PublishedCallQuery,
} from './suggestion/call/api.js'
export type {
  CallCommands,
  CancelCall,
  CloseCall,
  DraftCall,
  ExtendCall,
  PublishCall,
  ReportCall,
} from './suggestion/call/commands.js'
export type { CallEvent, CallEventData, CallTypes } from './suggestion/call/events.js'
export { callKind } from './suggestion/call/kind.js'
export type { CallStatus, OpenCall, SuggestionCall } from './suggestion/call/state.js'
export type { SuggestionCommands } from './suggestion/commands/index.js'
export type {
  DeclineSuggestion,
  FileSuggestion,
  HandOverSuggestion,
  NoteSuggestion,
  RegisterSuggestion,
  ScreenSuggestion,
  SupplementSuggestion,
} from './suggestion/commands/intake.js'
export type {
  CloseSuggestion,
  FailReply,
  GiveUpRealisation,
  HonourAuthor,
  PlanRealisation,
  RealiseSuggestion,
  ReopenSuggestion,
  ReplySuggestion,
  ReportProgress,
  WithdrawSuggestion,
} from './suggestion/commands/outcome.js'
export type {
  ConsentToName,
  PublishSuggestion,
  RecordSupport,
  RestoreSupports,
  SetAsideSupports,
  UnpublishSuggestion,
} from './suggestion/commands/publication.js'
export type {
  AnswerReturn,
  AskReturn,
  AssignOfficer,
  DecideSuggestion,
  HearView,
  RecuseOfficer,
  StudySuggestion,
  TransferSuggestion,
  ViewSource,
} from './suggestion/commands/study.js'
export { suggestionErrors } from './suggestion/errors.js'
export type {
  SuggestionEvent,
  SuggestionEventData,
  SuggestionFiled,
  SupportsSetAside,
} from './suggestion/events.js'
export { suggestionKind } from './suggestion/kind.js'
export type { SuggestionPolicy, SupportedDuty, SupportThreshold } from './suggestion/policy.js'
export { suggestionPolicy } from './suggestion/policy.js'
export type { PublishedPage, PublishedQuery, PublishedSuggestion } from './suggestion/published.js'
export type { PageQuery } from './suggestion/showcase/page.js'
export type {
  HandOver,
  Honour,
  HonourKind,
  Publication,
  Realisation,
  Suggestion,
  SuggestionDecision,
  SuggestionOutcome,
  SuggestionReferral,
  SuggestionReply,
  SuggestionStatus,
  SuggestionStudy,
  SupportedBy,
} from './suggestion/state.js'
export {
  suggestionClockText,
  suggestionEventText,
  suggestionStatusText,
  suggestionWords,
} from './suggestion/statuses.js'
export type {
  MaySupport,
  Support,
  SupportAsked,
  SupportOptions,
  SupportVerdict,
} from './suggestion/support/api.js'
export type { DutyReport, SupportCount, SupportCounted } from './suggestion/support/count.js'
export type {
  ListedSupport,
  SupportPage,
  SupportQuery,
  SupportsChanged,
} from './suggestion/support/integrity.js'
export { supportKind } from './suggestion/support/kind.js'
export type {
  GiveSupport,
  SupportCommands,
  SupportEvent,
  SupportState,
  SupportStatus,
  SupportTypes,
} from './suggestion/support/types.js'
export type { SuggestionTypes } from './suggestion/types.js'
export type {
  EscalationQuery,
  EscalationsPage,
  InspectionApi,
  MatterApi,
  ProposalApi,
  SupervisionApi,
  SupervisionSweep,
  UrgentApi,
} from './supervision/api.js'
export { supervision2005, supervision2022 } from './supervision/defaults.js'
export { supervisionErrors } from './supervision/errors.js'
export type { EscalationNotice, UntoldLevel } from './supervision/escalation/escalations.js'
export type { EscalationEvent, ToldLevel } from './supervision/escalation/kind.js'
export type { SupervisionEvents } from './supervision/events.js'
export type {
  FindingFact,
  FindingQuery,
  FindingsPage,
  FoundTrigger,
  NotJudged,
  SupervisionFinding,
} from './supervision/finding/finding.js'
export type { ProcedureCheck } from './supervision/finding/procedure.js'
export { procedureChecks } from './supervision/finding/procedure.js'
export type {
  CheckResult,
  ConcludeInspection,
  DrawnCase,
  DrawSample,
  ExplainWork,
  InspectionCommands,
  InspectionStep,
  RecordCheck,
  SetAsideCase,
  TakeInspectionStep,
} from './supervision/inspection/commands.js'
export type { SampleDrawing } from './supervision/inspection/draw.js'
export { drawFrom } from './supervision/inspection/draw.js'
export type { InspectionEvent, InspectionEventData } from './supervision/inspection/events.js'
export { inspectionKind } from './supervision/inspection/kind.js'
export type { CheckedCase, Inspection, InspectionStatus } from './supervision/inspection/state.js'
export { failures, unchecked } from './supervision/inspection/state.js'
export type { InspectionTypes } from './supervision/inspection/types.js'
export type {
  AnswerUrging,
  CheckRectification,
  CirculateMatter,
  CloseMatter,
  DelistMatter,
  InterviewUnit,
  ListMatter,
  MeasureDecision,
  OpenSupervision,
  OrderRectification,
  ReportRectification,
  SupervisionCommands,
  SupervisionResult,
  UrgeUnit,
} from './supervision/matter/commands.js'
export type { SupervisionEvent, SupervisionEventData } from './supervision/matter/events.js'
export { matterKind } from './supervision/matter/kind.js'
export type {
  ListedSupervision,
  Rectification,
  Supervision,
  SupervisionMeasure,
  SupervisionStatus,
  Urging,
} from './supervision/matter/state.js'
export type { SupervisionTypes } from './supervision/matter/types.js'
export type {
  AgencyThreshold,
  CheckItem,
  EscalationLevel,
  ProposalType,
  SupervisionPolicy,
  SupervisionThreshold,
  SupervisionTrigger,
} from './supervision/policy.js'
export type {
  AnswerProposal,
  CloseProposal,
  ConfirmRealisation,
  ProposalCommands,
  Propose,
  PublishProposal,
  RemindProposal,
  ReportProposalProgress,
  Uptake,
  WithdrawProposal,
} from './supervision/proposal/commands.js'
export type { ProposalEvent, ProposalEventData } from './supervision/proposal/events.js'
export { proposalKind } from './supervision/proposal/kind.js'
export type { Proposal, ProposalStatus } from './supervision/proposal/state.js'
export type { ProposalTypes } from './supervision/proposal/types.js'
export type {
  AgencyQuery,
  AgencySignal,
  SignalColour,
  SignalQuery,
  SignalsPage,
  StepSignal,
} from './supervision/signal/signal.js'
export type { CaseFacts, SubjectSeal, SupervisedCase, SupervisionSubject } from './supervision/subject.js'
export type {
  CloseUrgent,
  ReceiveUrgent,
  ReportUrgent,
  TakeUrgentMeasure,
  UrgentCommands,
} from './supervision/urgent/commands.js'
export type { UrgentTypes } from './supervision/urgent/decide.js'
export type { UrgentEvent, UrgentEventData } from './supervision/urgent/events.js'
export { urgentKind } from './supervision/urgent/kind.js'
export type { UrgentReceipt, UrgentReport, UrgentStatus, UrgentTimes } from './supervision/urgent/state.js'
export { urgentTimes } from './supervision/urgent/state.js'
