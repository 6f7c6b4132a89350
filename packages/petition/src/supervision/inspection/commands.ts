import * as z from 'zod'
import { date, id, text } from '../../matter/words.js'

/** What an inspection draws from. */
export interface DrawSample {
  /** The unit that is inspected. */
  readonly unit: string
  /** Cases that were opened on these days, the first and the last included. */
  readonly period: { readonly from: string; readonly to: string }
  /** How many cases; fewer, if there are not so many. 1 to 500. */
  readonly size: number
  /** Any text; the same seed draws the same cases from the same ones. Let it come from somebody else, such as a public draw. */
  readonly seed: string
  readonly onBehalfOf?: string | undefined
}

export interface DrawnCase {
  readonly id: string
  readonly number: string | null
}

/** What came of the checklist in one case: each item takes an answer. */
export interface RecordCheck {
  readonly case: string
  readonly checks: Readonly<Record<string, CheckResult>>
  readonly note?: string | undefined
}

export type CheckResult = 'met' | 'failed' | 'notApplicable'

/** A drawn case that cannot be checked. */
export interface SetAsideCase {
  readonly case: string
  readonly reason: string
}

/** What inspectors do (督查措施; 山东省信访条例 2015 Art. 58, open to other places as practice). */
export interface TakeInspectionStep {
  readonly step: InspectionStep
  readonly on: string
  readonly record: string
  /** For `explanationDemanded`: the last day for it. */
  readonly answerBy?: string | undefined
}

/** Files copied, a written explanation demanded, staff questioned, the petitioner met, the site looked at. */
export type InspectionStep =
  | 'filesCopied'
  | 'explanationDemanded'
  | 'staffQuestioned'
  | 'petitionerMet'
  | 'siteChecked'

export interface ExplainWork {
  readonly text: string
}

export interface ConcludeInspection {
  readonly finding: string
}

/** The commands of an inspection (督查). */
export interface InspectionCommands {
  /** Draws a sample and opens an inspection of it. */
  sample: DrawSample
  /** Records what was found in a drawn case. Not by whoever has handled it. */
  recordCheck: RecordCheck
  /** Leaves out a drawn case, with the reason. */
  setAside: SetAsideCase
  /** Records a step of the inspectors. */
  takeStep: TakeInspectionStep
  /** The inspected unit explains in writing what it was asked. */
  explain: ExplainWork
  /** Ends it, when every drawn case is checked or set aside (信访工作条例 2022 Art. 38 ¶2). */
  conclude: ConcludeInspection
}

const period = z
  .strictObject({ from: date, to: date })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'it lies before from' })

export const inspectionInputs = {
  sample: z.strictObject({
    unit: id,
    period,
    size: z.int().min(1).max(500),
    seed: z.string().min(1).max(200),
    onBehalfOf: id.optional(),
  }),
  recordCheck: z.strictObject({
    case: id,
    checks: z.record(id, z.enum(['met', 'failed', 'notApplicable'])).refine(isShort, 'too many items'),
    note: text.optional(),
  }),
  setAside: z.strictObject({ case: id, reason: text }),
  takeStep: z.strictObject({
    step: z.enum(['filesCopied', 'explanationDemanded', 'staffQuestioned', 'petitionerMet', 'siteChecked']),
    on: date,
    record: text,
    answerBy: date.optional(),
  }),
  explain: z.strictObject({ text }),
  conclude: z.strictObject({ finding: text }),
}

function isShort(checks: object): boolean {
  return Object.keys(checks).length <= 100
}
