import * as z from 'zod'
import { type AccusedParties, accusedInput } from '../../../matter/checks.js'
import { date, id, line, proof, text } from '../../../matter/words.js'
import { windowWord } from '../../centre/commands.js'

/** What a person says, written down as it is said (信访工作条例 2022 Art. 19 ¶2), read back to them, and confirmed or not. */
export interface RecordStatement {
  readonly text: string
  readonly readBack: ReadBack
}

export type ReadBack =
  | { readonly outcome: 'confirmed' }
  /** The record stands all the same, with what the person holds against it. */
  | { readonly outcome: 'refused'; readonly note: string }

/** The person accuses somebody: the visit is sealed from them from then on. */
export interface AccuseInVisit {
  readonly accused: AccusedParties
  /** Where the person goes on; needed at a window of a unit that is accused. */
  readonly window?: string | undefined
  readonly windowUnit?: string | undefined
}

/** An officer stays out of the visit for an interest in it (回避). */
export interface RecuseFromVisit {
  readonly person: string
  readonly reason: string
}

export interface InviteUnit {
  readonly unit: string
  /** What it is asked. */
  readonly question: string
}

export interface AttendVisit {
  readonly unit: string
  readonly present: boolean
}

/** A department answers, to the person's face. */
export interface AnswerInVisit {
  readonly unit: string
  readonly text: string
  /** What it promises to do, and by when. */
  readonly commitment?: { readonly text: string; readonly by: string } | undefined
}

export interface KeepCommitment {
  readonly commitment: number
  readonly on: string
  readonly proof: string
}

export const receptionInputs = {
  receive: z.strictObject({}),
  record: z.strictObject({
    text,
    readBack: z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('confirmed') }),
      z.strictObject({ outcome: z.literal('refused'), note: line }),
    ]),
  }),
  accuse: z.strictObject({
    accused: accusedInput,
    window: windowWord.optional(),
    windowUnit: id.optional(),
  }),
  recuse: z.strictObject({ person: id, reason: line }),
  invite: z.strictObject({ unit: id, question: text }),
  attend: z.strictObject({ unit: id, present: z.boolean() }),
  answer: z.strictObject({
    unit: id,
    text,
    commitment: z.strictObject({ text, by: date }).optional(),
  }),
  keep: z.strictObject({ commitment: z.int().min(1), on: date, proof }),
}
