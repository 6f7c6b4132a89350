import * as z from 'zod'
import { date, id, line, text } from '../../matter/words.js'
import { mostQuestions } from '../commands/intake.js'

/** What is asked, by whom, and when. */
export interface DraftCall {
  /** The body that calls. */
  readonly unit: string
  /** The theme. */
  readonly title: string
  readonly text: string
  /** At most 20. */
  readonly questions?: readonly string[] | undefined
  /** The first day, as a local date. */
  readonly from: string
  /** The last day. */
  readonly until: string
  readonly area?: string | undefined
  readonly matter?: string | undefined
}

/** Empty: everything was said in the draft. */
export type PublishCall = Readonly<Record<string, never>>

export interface ExtendCall {
  readonly until: string
  readonly reason: string
}

export interface CloseCall {
  /** Why before its end. */
  readonly reason?: string | undefined
}

export interface ReportCall {
  /** What came of it, in words for everybody. */
  readonly report: string
}

export interface CancelCall {
  readonly reason: string
}

/** Every command of a call, in the order in which it usually meets them. */
export interface CallCommands {
  /** Drafts a call. @throws CALL_PERIOD_INVALID, CALL_OF_OTHERS, UNIT_UNKNOWN */
  draft: DraftCall
  /** Publishes it: everybody reads it, and answers it within its period. @throws CALL_PERIOD_INVALID */
  publish: PublishCall
  /** Extends it, before its end. @throws CALL_ENDED, CALL_EXTENSION_NOT_LATER */
  extend: ExtendCall
  /** Closes it, with a reason before its end. @throws CALL_REASON_MISSING */
  close: CloseCall
  /** Reports what came of it. Once more, it replaces the report. @throws PERSONAL_DATA_PUBLISHED */
  report: ReportCall
  /** Gives up a draft. */
  cancel: CancelCall
}

export const callInputs = {
  draft: z.strictObject({
    unit: id,
    title: line,
    text: text.max(10_000),
    questions: z.array(line).max(mostQuestions).readonly().optional(),
    from: date,
    until: date,
    area: id.optional(),
    matter: id.optional(),
  }),
  publish: z.strictObject({}),
  extend: z.strictObject({ until: date, reason: text }),
  close: z.strictObject({ reason: text.optional() }),
  report: z.strictObject({ report: text.max(10_000) }),
  cancel: z.strictObject({ reason: text }),
}
