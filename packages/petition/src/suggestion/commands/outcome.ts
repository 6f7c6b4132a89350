import * as z from 'zod'
import { channel } from '../../complaint/commands/feedback.js'
import type { AnswerChannel, DeliveryFailureReason } from '../../complaint/state.js'
import { date, id, line, proof, text } from '../../matter/words.js'
import type { HonourKind } from '../state.js'

/** The reply reached the author. */
export interface ReplySuggestion {
  /** Default: today. */
  readonly on?: string | undefined
  readonly channel: AnswerChannel
  /** A reference to the proof. */
  readonly proof?: string | undefined
}

/** An attempt to reply that did not reach the author (未能送达). */
export interface FailReply {
  /** Default: today. */
  readonly on?: string | undefined
  readonly channel: AnswerChannel
  readonly reason: DeliveryFailureReason
  readonly detail?: string | undefined
}

/** Who carries it out, and until when. The case goes to that unit. */
export interface PlanRealisation {
  /** Default: the unit that has the case. */
  readonly unit?: string | undefined
  /** The day by which it is realised. */
  readonly by: string
  readonly measures: string
  /** Why an earlier plan is changed. */
  readonly reason?: string | undefined
}

export interface ReportProgress {
  readonly text: string
}

export interface RealiseSuggestion {
  /** Default: today. */
  readonly on?: string | undefined
  readonly proof: string
}

/** It will not be realised after all. */
export interface GiveUpRealisation {
  /** In words for the author. */
  readonly reasons: string
}

/** An honour or a reward, as far as the author agrees. */
export interface HonourAuthor {
  /** Default: today. */
  readonly on?: string | undefined
  readonly kind: HonourKind
  readonly award: string
  /** The author agrees to it. */
  readonly consent: boolean
}

export interface CloseSuggestion {
  readonly summary?: string | undefined
}

export interface WithdrawSuggestion {
  readonly reason?: string | undefined
}

/** Takes it up again. The earlier decision stays on record. */
export interface ReopenSuggestion {
  readonly reasons: string
}

export const outcomeInputs = {
  reply: z.strictObject({ on: date.optional(), channel, proof: proof.optional() }),
  failReply: z.strictObject({
    on: date.optional(),
    channel,
    reason: z.enum(['noContact', 'unreachable', 'unknownAddress', 'refused', 'technical']),
    detail: line.optional(),
  }),
  plan: z.strictObject({ unit: id.optional(), by: date, measures: text, reason: text.optional() }),
  reportProgress: z.strictObject({ text }),
  realise: z.strictObject({ on: date.optional(), proof }),
  giveUp: z.strictObject({ reasons: text }),
  honour: z.strictObject({
    on: date.optional(),
    kind: z.enum(['commendation', 'certificate', 'reward']),
    award: line,
    consent: z.boolean(),
  }),
  close: z.strictObject({ summary: text.optional() }),
  withdraw: z.strictObject({ reason: text.optional() }),
  reopen: z.strictObject({ reasons: text }),
}
