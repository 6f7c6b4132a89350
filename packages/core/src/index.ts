/**
 * Cases, clocks, organisations and events: the small core that every Redress plugin stands on.
 *
 * @module
 */
export type { Actor, ActorRef, Anonymous, Officer, Resident, SystemActor } from './access/actor.js'
export { systemActor } from './access/actor.js'
export type { Accused, CaseParties } from './access/parties.js'
export { nobodyAccused } from './access/parties.js'
export type { Reason } from './access/reason.js'
export { reason } from './access/reason.js'
export type { AccessQuestion, AccessRule } from './access/rules.js'
export {
  allOf,
  anyOf,
  anyOfficer,
  anyResident,
  defaultRead,
  headRole,
  involvedUnit,
  isAccused,
  isAccusedUnit,
  notHandler,
  petitioner,
  superiorOfInvolved,
  superiorUnit,
  system,
  unitInCharge,
} from './access/rules.js'
export type { AnchorPlace } from './audit/anchors.js'
export type { Audit, AuditProgress, AuditReport, AuditResume, VerifyOptions } from './audit/audit.js'
export type { Checkpoint } from './audit/checkpoint.js'
export type { Finding, FindingKind } from './audit/findings.js'
export type { EcPrivateKey, EcPublicKey } from './audit/keys.js'
export type { TreePlace } from './audit/merkle.js'
export type { InclusionProof, PathStep } from './audit/proof.js'
export { verifyProof } from './audit/proof.js'
export type { Signer } from './audit/signer.js'
export { ecdsaSigner, verifyCheckpoint } from './audit/signer.js'
export type {
  Action,
  CaseApi,
  CaseCommands,
  CaseReads,
  CaseSnapshot,
  CommandOptions,
  OpenedSnapshot,
} from './case/api.js'
export type { CoreCaseEvent, DeadlineFact } from './case/core-event.js'
export type {
  CasePruned,
  Custody,
  CustodyEvent,
  CustodyGround,
  PersonalDataErased,
  RetentionAssigned,
} from './case/custody.js'
export { toMermaid } from './case/diagram.js'
export type { InputResult, InputSchema, SchemaIssue } from './case/input.js'
export { parseInput } from './case/input.js'
export type {
  CaseKind,
  CaseRecord,
  CaseTypes,
  CaseView,
  ClockTable,
  DecideContext,
  Decided,
  DecideTable,
  Decision,
  EvolveTable,
  Guard,
  InboxFacts,
  Lifecycle,
  OpenedCase,
  Viewer,
} from './case/kind.js'
export { defineKind } from './case/kind.js'
export type { Sealed, SealedFields } from './case/sealed.js'
export type {
  Calendar,
  CalendarAnnouncement,
  CalendarYear,
  DayKind,
  WorkingCalendar,
  WorkingSpan,
} from './clock/calendar.js'
export { compileCalendar } from './clock/calendar.js'
export type { Announced, CalendarEvent, Calendars } from './clock/calendars.js'
export type { Due } from './clock/due.js'
export { dueOf } from './clock/due.js'
export { extendClock, moveClock, pauseClock, resumeClock, startClock, stopClock } from './clock/effect.js'
export type { DueDay, DueExplanation, DueSpan, DueStep, Words } from './clock/explain.js'
export type { ExtensionRule, Limit, LimitUnit, Warning } from './clock/limit.js'
export { addDays } from './clock/local-date.js'
export type { ClockEffect, ClockRun, ClockSignal, Extension, Pause } from './clock/run.js'
export type { DayNote } from './clock/walk-days.js'
export type { CoreEvent } from './core-event.js'
export type { CaseDeadline, Deadlines, FailedCase, TickReport } from './deadline/deadlines.js'
export type { RehearsedDeadline } from './deadline/rehearse.js'
export type { ErrorCatalogue, ErrorEntry, ErrorKind, InputIssue } from './errors.js'
export { coreErrors, defineErrors, isPlatformError, PlatformError } from './errors.js'
export type { Digest } from './event/chain.js'
export type { CloudEvent } from './event/cloud-event.js'
export { toCloudEvent } from './event/cloud-event.js'
export type { DomainEvent, EventRecord, PendingEvent, RecordedEvent } from './event/event.js'
export type { EventListeners, ListenerErrorHandler, ListenerMap } from './event/hub.js'
export type { Forms, JsonSchema } from './forms/forms.js'
export type { RandomSource } from './id.js'
export type { Inbox, InboxDue, InboxItem, InboxPage, InboxQuery } from './inbox/inbox.js'
export type { PublishedCounts } from './inbox/small-cells.js'
export { keepBackSmallCells } from './inbox/small-cells.js'
export type {
  LaterUnitChange,
  UnitChange,
  UnitEnd,
  UnitMove,
  UnitOpening,
  UnitRenaming,
  UnitTakeover,
} from './organization/change.js'
export type {
  CloseUnit,
  DismissPerson,
  MergeUnits,
  MoveUnit,
  NewUnit,
  RenameUnit,
  RevokeResponsibility,
  SplitUnit,
  UnitChangeInput,
} from './organization/commands.js'
export type { Directory } from './organization/directory.js'
export type {
  OrganizationEvent,
  OrganizationEventData,
  PersonAppointed,
  PersonDismissed,
  ResponsibilityAssigned,
  ResponsibilityRevoked,
  UnitClosed,
  UnitMoved,
  UnitRenamed,
  UnitSplit,
  UnitsMerged,
  UnitsOpened,
} from './organization/events.js'
export type { Organizations } from './organization/organizations.js'
export type { Post, Responsibility, Unit } from './organization/unit.js'
export type { AccessEvent, AccessFact, LookupFact } from './personal/access-log.js'
export { maskAddress, maskIdNumber, maskName, maskPhone, maskWhole } from './personal/masks.js'
export type {
  ExportedCase,
  FoundPerson,
  Personal,
  PersonalAccess,
  PersonalFile,
  PersonalRequest,
  PersonData,
  PersonSearch,
  RotationReport,
  SealedTexts,
  Subject,
  SubjectExport,
} from './personal/personal.js'
export type { CasePerson, Mask, PersonalRules, Purpose } from './personal/rules.js'
export type { Platform, PlatformCore, PlatformOptions } from './platform.js'
export { createPlatform } from './platform.js'
export type { AnyPlugin, EventsOf, Plugin, PluginApis, PluginHost, PluginsIn, Verified } from './plugin.js'
export { definePlugin } from './plugin.js'
export type {
  AssignRetention,
  CustodyChange,
  ErasePersonalData,
  Retention,
  SweepReport,
} from './retention/retention.js'
export { recordsOfficer } from './retention/retention.js'
export type { CountingRule, RetentionClass, RuleProfile } from './rules/profile.js'
export { selectRules } from './rules/select.js'
export { memoryStore } from './store/memory.js'
export type {
  Cell,
  CellWrite,
  Commit,
  CommitResult,
  NamedCell,
  Row,
  RowPage,
  RowPlace,
  RowQuery,
  RowWrite,
  Scalar,
  Store,
  StoredRequest,
  StreamPrune,
  StreamWrite,
  ViewDefinition,
  ViewIndex,
} from './store/port.js'
export type {
  DeadLetter,
  Delivery,
  ReplayReport,
  StopSignal,
  Subscription,
  SubscriptionDefinition,
  SubscriptionStatus,
  Subscriptions,
} from './subscription/api.js'
export type { Tallies, TallyProgress, TallyReport } from './tally/tallies.js'
export type { CaseTally, Count, TallyContext, TallyQuery, TallyResult } from './tally/tally.js'
export type { Keys } from './vault/keys.js'
export { keysOf } from './vault/keys.js'
export type { RebuildProgress, RebuildReport, Views } from './view/views.js'
