import * as z from 'zod'
import { date, id, text } from '../../matter/words.js'
import type { SubjectSeal } from '../subject.js'
import { trusted } from '../trusted.js'

/** Reports an urgent or major matter (重大、紧急信访事项和信访信息). */
export interface ReportUrgent {
  readonly text: string
  /** The id of a petition case that the actor may read, if it is about one. */
  readonly case?: string | undefined
  /** When the unit learned of it, ISO 8601. Default: now. */
  readonly learnedAt?: string | undefined
  /** Further bodies, such as the competent department, the joint meeting or the State Bureau. */
  readonly also?: readonly string[] | undefined
  /** For the host itself: the unit that it speaks for. */
  readonly onBehalfOf?: string | undefined
}

/** The report has arrived; officers say so for their own unit. */
export interface ReceiveUrgent {
  /** For the host itself: the body, and when it received it (ISO 8601). */
  readonly unit?: string | undefined
  readonly receivedAt?: string | undefined
}

/** What is done so that nothing spreads (依法及时采取措施). */
export interface TakeUrgentMeasure {
  readonly on: string
  readonly text: string
}

export interface CloseUrgent {
  readonly text: string
}

/** The commands of an urgent report. */
export interface UrgentCommands {
  /**
   * Reports at once to the own government and the next higher office, and to whom else is named (信访工作条例 2022 Art. 25; 信访条例 2005
   * Art. 26).
   */
  report: ReportUrgent
  /** Records when it was received. */
  receive: ReceiveUrgent
  /** Records a measure. */
  takeMeasure: TakeUrgentMeasure
  close: CloseUrgent
  /** Follows the sealing of its case; for the system. */
  seal: SubjectSeal
}

const instant = z.iso.datetime({ offset: true })
export const urgentInputs = {
  report: z.strictObject({
    text,
    case: id.optional(),
    learnedAt: instant.optional(),
    also: z.array(id).max(20).readonly().optional(),
    onBehalfOf: id.optional(),
  }),
  receive: z.strictObject({ unit: id.optional(), receivedAt: instant.optional() }),
  takeMeasure: z.strictObject({ on: date, text }),
  close: z.strictObject({ text }),
  seal: trusted<SubjectSeal>(),
}
