import * as z from 'zod'
import { date, id, line, proof, text } from '../../matter/words.js'
import type { EndingGround } from '../../rules/policy.js'
import type { AnswerChannel, DeliveryManner, Remedy } from '../state.js'
import { channel } from './feedback.js'

/** The handling opinion (信访处理意见书) with its sections (信访工作条例 2022 Art. 32). */
export interface AnswerComplaint extends OpinionSections {
  /** Supported; reasonable but without legal basis; or without facts or contrary to law. */
  readonly outcome: 'supported' | 'explained' | 'notSupported'
}

export interface OpinionSections {
  /** What was asked for. */
  readonly request: string
  /** The facts found and the reasons. */
  readonly facts: string
  readonly opinion: string
  /** The provisions it rests on. */
  readonly legalBasis: readonly string[]
  /** The next remedy, where to ask for it and until when. Left out, the notice is defective and the right never lapses here. */
  readonly remedy?: Remedy | undefined
}

/** The delivery of the last opinion, with proof. */
export interface DeliverAnswer {
  /** Default: today. */
  readonly on?: string | undefined
  readonly manner: DeliveryManner
  /** A reference to the proof: a receipt, a tracking number, a log entry. */
  readonly proof?: string | undefined
  /** For electronic delivery: the person has agreed to it, if they did not choose it themselves. */
  readonly consent?: boolean | undefined
  /** How it reached the petitioner. Default: as the petitioner chose. */
  readonly channel?: AnswerChannel | undefined
  /** Why it came otherwise than the petitioner chose. */
  readonly otherwiseBecause?: string | undefined
}

export interface RequestReview {
  readonly reasons: string
  /** The day on which the reviewing body received it. Default: today. */
  readonly receivedOn?: string | undefined
  /** The day on which the petitioner sent it, if known: what was posted in time is in time. */
  readonly sentOn?: string | undefined
  /** The next-higher body. Default: the one that the notice named, or the only one there is. */
  readonly reviewer?: string | undefined
  /** Why it comes late, if it does. */
  readonly lateBecause?: string | undefined
}

/** The review (复查) or re-review (复核) opinion. */
export interface AnswerReview extends OpinionSections {
  readonly outcome: 'upheld' | 'changed' | 'quashedRemanded' | 'rejectedInadmissible'
}

export interface RecordExecution {
  readonly on: string
  readonly proof: string
}

export interface CloseComplaint {
  readonly summary: string
}

/** The end for good (终结). */
export interface EndComplaint {
  readonly ground: EndingGround
  readonly finding: string
}

export interface WithdrawComplaint {
  readonly reason: string
  /** The petitioner declares that nobody pressed for it. */
  readonly freely: true
}

export interface ReopenComplaint {
  readonly ground: 'newFacts' | 'supervision'
  readonly facts: string
}

const sections = {
  request: text,
  facts: text,
  opinion: text,
  legalBasis: z.array(proof).min(1).max(50).readonly(),
  remedy: z.strictObject({ body: id, days: z.int().min(1).max(365) }).optional(),
}
const review = z.strictObject({
  reasons: text,
  receivedOn: date.optional(),
  sentOn: date.optional(),
  reviewer: id.optional(),
  lateBecause: text.optional(),
})
const reviewAnswer = z.strictObject({
  outcome: z.enum(['upheld', 'changed', 'quashedRemanded', 'rejectedInadmissible']),
  ...sections,
})

export const answerInputs = {
  answer: z.strictObject({ outcome: z.enum(['supported', 'explained', 'notSupported']), ...sections }),
  deliver: z.strictObject({
    on: date.optional(),
    manner: z.enum(['receipt', 'refusedWithWitness', 'electronic', 'post', 'publicNotice']),
    proof: proof.optional(),
    consent: z.boolean().optional(),
    channel: channel.optional(),
    otherwiseBecause: line.optional(),
  }),
  requestReview: review,
  answerReview: reviewAnswer,
  requestReReview: review,
  answerReReview: reviewAnswer,
  recordExecution: z.strictObject({ on: date, proof }),
  close: z.strictObject({ summary: text }),
  end: z.strictObject({
    ground: z.enum(['reReviewDelivered', 'reviewWindowLapsed', 'agreementPerformed', 'noSuccessor']),
    finding: text,
  }),
  withdraw: z.strictObject({ reason: text, freely: z.literal(true) }),
  reopen: z.strictObject({ ground: z.enum(['newFacts', 'supervision']), facts: text }),
}
