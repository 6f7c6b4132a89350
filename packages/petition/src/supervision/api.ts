import type { Actor, CaseApi, CaseSnapshot, CommandOptions, FailedCase } from '@redress/core'
import type { EscalationNotice, UntoldLevel } from './escalation/escalations.js'
import type { FindingQuery, FindingsPage, FoundTrigger } from './finding/finding.js'
import type { DrawSample } from './inspection/commands.js'
import type { Inspection } from './inspection/state.js'
import type { InspectionTypes } from './inspection/types.js'
import type { SupervisionTypes } from './matter/types.js'
import type { ProposalTypes } from './proposal/types.js'
import type { AgencyQuery, AgencySignal, SignalQuery, SignalsPage } from './signal/signal.js'
import type { ReportUrgent } from './urgent/commands.js'
import type { UrgentTypes } from './urgent/decide.js'
import type { UrgentReport } from './urgent/state.js'

/** Supervision (监督): of agencies and their steps, and never of petitioners. */
export interface SupervisionApi {
  /** 督办 */
  readonly matters: MatterApi
  /** 三项建议 */
  readonly proposals: ProposalApi
  /** 督查 */
  readonly inspections: InspectionApi
  /** 重大、紧急信访事项报告 */
  readonly urgent: UrgentApi
  /**
   * Reasons to supervise (督办情形) in the cases that the reader may read: late duties, reports that are owed, defective notices, delay and
   * shirking, opinions that are not carried out (信访工作条例 2022 Art. 40 ¶1). It opens nothing.
   *
   * @throws ACTOR_INVALID, COMMAND_NOT_ALLOWED, INPUT_INVALID, UNIT_UNKNOWN, CURSOR_INVALID
   * @example
   * ```ts
   * const { findings } = await platform.petition.supervision.findings({ triggers: ['late'] }, officer)
   * ```
   */
  findings(query: FindingQuery, by: Actor): Promise<FindingsPage>
  /**
   * For a timer of the host: records whom a late duty concerns by now, each level once, and counts what there is to supervise. Call it as
   * often as you like and from as many processes as you like; a case that fails does not stop the others. Only for the system.
   *
   * @throws ACTOR_INVALID, COMMAND_NOT_ALLOWED
   */
  sweep(by: Actor): Promise<SupervisionSweep>
  /**
   * Green, yellow and red on the steps of cases.
   *
   * @throws ACTOR_INVALID, COMMAND_NOT_ALLOWED, INPUT_INVALID, CASE_NOT_FOUND, READ_NOT_ALLOWED, UNIT_UNKNOWN, CURSOR_INVALID
   */
  signals(query: SignalQuery, by: Actor): Promise<SignalsPage>
  /**
   * The same for agencies, by the thresholds of the profile in force; without one there is no colour. In the order of the ids of the units.
   *
   * @throws ACTOR_INVALID, COMMAND_NOT_ALLOWED, INPUT_INVALID, UNIT_UNKNOWN
   */
  agencies(query: AgencyQuery, by: Actor): Promise<readonly AgencySignal[]>
  /**
   * What the reader must know of up the reporting chain: the late duties that the own unit, or the reader by name, is told of.
   *
   * @throws ACTOR_INVALID, COMMAND_NOT_ALLOWED, INPUT_INVALID, UNIT_UNKNOWN, CURSOR_INVALID
   */
  escalations(query: EscalationQuery, by: Actor): Promise<EscalationsPage>
  /**
   * Draws a random sample of the closed complaints that a unit has or had a part in, of those that the actor may read, and opens an
   * inspection of it. Sealed accusations are never drawn: the inspected unit reads what was.
   *
   * @throws ACTOR_INVALID, COMMAND_NOT_ALLOWED, INPUT_INVALID, UNIT_UNKNOWN, SAMPLE_EMPTY, NOT_A_SUPERVISOR, ON_BEHALF_MISSING
   * @example
   * ```ts
   * const period = { from: '2024-01-01', to: '2024-06-30' }
   * await platform.petition.supervision.sample({ unit: 'county-housing', period, size: 20, seed: 'public draw 7' }, officer)
   * ```
   */
  sample(input: DrawSample, by: Actor, options?: CommandOptions): Promise<CaseSnapshot<Inspection>>
  /**
   * Reports an urgent or major matter at once to the own government and the next higher office (信访工作条例 2022 Art. 25).
   *
   * @throws ACTOR_INVALID, COMMAND_NOT_ALLOWED, INPUT_INVALID, CASE_NOT_FOUND, READ_NOT_ALLOWED, URGENT_RECIPIENT_MISSING,
   * ACCUSED_RECIPIENT, RECEIVED_IN_FUTURE, ON_BEHALF_MISSING
   */
  reportUrgent(input: ReportUrgent, by: Actor, options?: CommandOptions): Promise<CaseSnapshot<UrgentReport>>
}

/** The commands of matters of supervision, and reading them. */
export interface MatterApi extends Omit<CaseApi<SupervisionTypes>, 'seal'> {}

/** The commands of the three proposals, and reading them. */
export interface ProposalApi extends CaseApi<ProposalTypes> {}

/** The commands of inspections, and reading them; `sample` opens one. */
export interface InspectionApi extends Omit<CaseApi<InspectionTypes>, 'sample'> {}

/** The commands of urgent reports, and reading them; `reportUrgent` opens one. */
export interface UrgentApi extends Omit<CaseApi<UrgentTypes>, 'report' | 'seal'> {}

export interface EscalationQuery {
  /** The unit whose duties, and those of the units below it, are looked at. Default for an officer: what the own unit supervises. */
  readonly unit?: string | undefined
  /** Late cases that are looked at for a page, 1 to 200. Default: 50. */
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

export interface EscalationsPage {
  readonly notices: readonly EscalationNotice[]
  readonly next?: string
  /** Cases that could not be looked at, and why. */
  readonly failed: readonly FailedCase[]
}

/** What a sweep has done and found. */
export interface SupervisionSweep {
  /** Whom to tell now: what this sweep has put on record. */
  readonly told: readonly EscalationNotice[]
  readonly untold: readonly UntoldLevel[]
  /** How many findings there are by trigger. */
  readonly findings: Readonly<Record<FoundTrigger, number>>
  /** Cases that could not be looked at, and why: the next sweep tries again. */
  readonly failed: readonly FailedCase[]
}
