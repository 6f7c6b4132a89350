import * as z from 'zod'
import { type AccusedParties, accusedInput } from '../../matter/checks.js'
import { date, id, line, proof, text } from '../../matter/words.js'
import type { ProposalType } from '../policy.js'

export interface Propose {
  readonly type: ProposalType
  /** The unit that answers: for `pursueResponsibility` one with authority over those it is about, and never one of them. */
  readonly to: string
  /** For `pursueResponsibility`: whose. They never learn of it here. */
  readonly about?: AccusedParties | undefined
  readonly title: string
  readonly text: string
  /** The day on which it was received there. Default: today. */
  readonly receivedOn?: string | undefined
  readonly number?: string | undefined
  /** For the host itself: the unit that it speaks for. */
  readonly onBehalfOf?: string | undefined
}

/** A reminder. It moves no clock. */
export interface RemindProposal {
  readonly text: string
}

/** The written feedback (书面反馈采纳情况). */
export interface AnswerProposal {
  readonly uptake: Uptake
  readonly text: string
  /** Why it is not adopted, or only partly. */
  readonly reasons?: string | undefined
}

export type Uptake = 'adopted' | 'partly' | 'notAdopted'

/** How far it is carried out by now. */
export interface ReportProposalProgress {
  readonly on: string
  readonly text: string
}

/** The proposer finds that what was adopted is carried out. */
export interface ConfirmRealisation {
  readonly on: string
  readonly finding: string
}

export interface CloseProposal {
  readonly text: string
}

export interface WithdrawProposal {
  readonly reason: string
}

/** Publishes it in words that name no person. */
export interface PublishProposal {
  readonly title: string
  readonly text: string
  /** Somebody has read that nobody can be recognised in it. */
  readonly deidentified: true
}

/** The commands of a proposal. */
export interface ProposalCommands {
  /**
   * Makes it. Under the Regulations of 2005 thirty days to answer a proposal to improve the work run from its receipt (Art. 36 ¶2); that of
   * 2022 sets no day.
   */
  propose: Propose
  remind: RemindProposal
  /** Answers in writing whether it is adopted (2005 Art. 36 ¶2; 2022 Art. 40 ¶4); again, where it is thought over. */
  answer: AnswerProposal
  /** The unit reports how far what was adopted is carried out. */
  reportProgress: ReportProposalProgress
  /** Confirms that it is carried out. */
  confirmRealisation: ConfirmRealisation
  /** Ends the following of it. */
  close: CloseProposal
  withdraw: WithdrawProposal
  /** Publishes it; never one that pursues responsibility. */
  publish: PublishProposal
}

export const proposalInputs = {
  propose: z.strictObject({
    type: z.enum(['improveWork', 'improvePolicy', 'pursueResponsibility']),
    to: id,
    about: accusedInput.optional(),
    title: line,
    text,
    receivedOn: date.optional(),
    number: proof.optional(),
    onBehalfOf: id.optional(),
  }),
  remind: z.strictObject({ text }),
  answer: z.strictObject({
    uptake: z.enum(['adopted', 'partly', 'notAdopted']),
    text,
    reasons: text.optional(),
  }),
  reportProgress: z.strictObject({ on: date, text }),
  confirmRealisation: z.strictObject({ on: date, finding: text }),
  close: z.strictObject({ text }),
  withdraw: z.strictObject({ reason: text }),
  publish: z.strictObject({ title: line, text, deidentified: z.literal(true) }),
}
