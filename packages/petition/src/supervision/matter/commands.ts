import * as z from 'zod'
import { date, id, proof, text } from '../../matter/words.js'
import type { SupervisionTrigger } from '../policy.js'
import type { SubjectSeal } from '../subject.js'
import { trusted } from '../trusted.js'

/** Opens a matter of supervision: of one case, or of the practice of a unit. */
export interface OpenSupervision {
  /** The id of a petition case that the actor may read. */
  readonly case?: string | undefined
  /** The unit that is supervised. Default: the one that has the case. */
  readonly unit?: string | undefined
  /** What calls for it; at least one. */
  readonly grounds: readonly SupervisionTrigger[]
  readonly text: string
  /** The number of the letter (督办单号), if the office gives one. */
  readonly number?: string | undefined
  /** For the host itself: the unit that it speaks for. */
  readonly onBehalfOf?: string | undefined
}

/** Urges the unit (催办). Urging again while an answer is owed moves no day. */
export interface UrgeUnit {
  readonly text: string
  /** The last day for the written answer. */
  readonly answerBy: string
}

export interface AnswerUrging {
  readonly text: string
}

/** Who decided on a measure, where it is not the unit that records it: the joint meeting (信访工作联席会议), the government. */
export interface MeasureDecision {
  readonly decidedBy?: string | undefined
}

/** Listed supervision (挂牌督办) under a named leader, until a day. */
export interface ListMatter extends MeasureDecision {
  /** The leader in charge of it: an opaque id of the host's identity system. */
  readonly leader: string
  readonly dueOn: string
  readonly text: string
}

export interface DelistMatter {
  readonly finding: string
}

/** An interview (约谈) with the leadership of the unit. */
export interface InterviewUnit extends MeasureDecision {
  readonly on: string
  readonly record: string
}

/** A circular (通报). */
export interface CirculateMatter extends MeasureDecision {
  readonly text: string
}

/** Rectification by a day (限期整改). */
export interface OrderRectification extends MeasureDecision {
  readonly dueOn: string
  readonly text: string
}

export interface ReportRectification {
  readonly report: string
  readonly proof: string
}

/** The acceptance check (验收), by somebody who has neither ordered nor reported it. */
export interface CheckRectification {
  readonly passed: boolean
  readonly finding: string
}

export interface CloseMatter {
  /** Put right; not found to be so; or passed on to another body. */
  readonly result: SupervisionResult
  readonly text: string
}

export type SupervisionResult = 'remedied' | 'unfounded' | 'handedOver'

/** The commands of a matter of supervision (督办). */
export interface SupervisionCommands {
  /**
   * Opens it, on a petition case that the actor may read or on the practice of a unit (信访工作条例 2022 Art. 40 ¶1). Only the unit, number and
   * kind of a case are kept, never what it says.
   *
   * @throws CASE_NOT_FOUND, READ_NOT_ALLOWED, SUPERVISED_UNIT_MISSING, SUPERVISED_UNIT_NOT_INVOLVED, NOT_A_SUPERVISOR, ON_BEHALF_MISSING,
   * UNIT_UNKNOWN
   * @example
   * ```ts
   * const { id } = await platform.petition.supervision.matters.open({ case, grounds: ['late'], text }, officer)
   * await platform.petition.supervision.matters.urge(id, { text, answerBy: '2024-09-10' }, officer)
   * ```
   */
  open: OpenSupervision
  /** Urges a written answer (催办); whoever has a part in the case may, without handling it. */
  urge: UrgeUnit
  /** Answers in writing what was urged. */
  answerUrging: AnswerUrging
  /** Puts it on the list (挂牌督办, Art. 39 ¶3). */
  list: ListMatter
  /** Takes it off the list (摘牌). */
  delist: DelistMatter
  /** Records an interview (约谈, Art. 39 ¶3). */
  interview: InterviewUnit
  /** Records a circular (通报, Art. 39 ¶3). */
  circulate: CirculateMatter
  /** Orders rectification by a day (限期整改, Art. 39 ¶3). */
  orderRectification: OrderRectification
  /** The unit reports that it is done. */
  reportRectification: ReportRectification
  /** Accepts what was reported, or sends it back: the day stays. */
  checkRectification: CheckRectification
  close: CloseMatter
  /** Follows the sealing of its case; for the system. */
  seal: SubjectSeal
}

const decidedBy = id.optional()
const triggers = [
  'late',
  'notReported',
  'procedure',
  'shirking',
  'notExecuted',
  'falsification',
  'other',
] as const

export const matterInputs = {
  open: z.strictObject({
    case: id.optional(),
    unit: id.optional(),
    grounds: z.array(z.enum(triggers)).min(1).max(triggers.length).readonly(),
    text,
    number: z.string().trim().min(1).max(64).optional(),
    onBehalfOf: id.optional(),
  }),
  urge: z.strictObject({ text, answerBy: date }),
  answerUrging: z.strictObject({ text }),
  list: z.strictObject({ leader: id, dueOn: date, text, decidedBy }),
  delist: z.strictObject({ finding: text }),
  interview: z.strictObject({ on: date, record: text, decidedBy }),
  circulate: z.strictObject({ text, decidedBy }),
  orderRectification: z.strictObject({ dueOn: date, text, decidedBy }),
  reportRectification: z.strictObject({ report: text, proof }),
  checkRectification: z.strictObject({ passed: z.boolean(), finding: text }),
  close: z.strictObject({ result: z.enum(['remedied', 'unfounded', 'handedOver']), text }),
  seal: trusted<SubjectSeal>(),
}
