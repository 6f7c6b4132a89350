import * as z from 'zod'
import { date, id, proof, text } from '../../matter/words.js'
import type { AccusationFeedbackManner, AccusationOutcome, ClarificationManner } from '../state.js'

/** Who investigates: those named, and nobody else. */
export interface InvestigateAccusation {
  readonly investigators: readonly string[]
}

export interface RecuseFromAccusation {
  readonly person: string
  readonly reason: string
}

/** Tells a personnel department (组织（人事）部门) what is reported of somebody in its care. */
export interface TellPersonnel {
  readonly to: string
  readonly report: string
  /** It was reported to the leaders of the committee too (重大情况). */
  readonly major?: boolean | undefined
}

export interface ProtectAccuser {
  /** What is done so that nobody makes the accuser or a witness suffer for it. */
  readonly measure: string
}

export interface ConcludeAccusation {
  readonly outcome: AccusationOutcome
  /** What was found and on what it rests. The accuser is told the answer of the feedback, not this. */
  readonly findings: string
}

/** A wrongly accused person or unit was cleared. Never says who accused, and shows nothing of what was written. */
export interface ClarifyAccused {
  readonly on: string
  readonly manner: ClarificationManner
  readonly persons?: readonly string[] | undefined
  readonly units?: readonly string[] | undefined
  /** What was said to whom. */
  readonly statement: string
  readonly approvedBy: string
}

/** Measures against responsible persons, proposed to the body that may take them. */
export interface ProposeMeasures {
  readonly to: string
  readonly proposal: string
}

/** The result was told to the accuser. */
export interface TellResult {
  readonly on: string
  readonly manner: AccusationFeedbackManner
  /** A reference to the proof: a signed note, a call record, a tracking number. */
  readonly proof: string
  /** For `electronic`: the person has agreed to it. */
  readonly consent?: boolean | undefined
  /** What the accuser is told; also to be read by the query code. Names nobody who gave evidence. */
  readonly answer: string
}

/** Nobody could be reached; the answer waits for whoever has the query code. */
export interface FailToReach {
  readonly on: string
  /** What was tried, and when. */
  readonly attempts: string
  readonly answer: string
}

/** Nothing more is said. */
export type CloseAccusation = Readonly<Record<string, never>>

export interface ReopenAccusation {
  readonly ground: 'newFacts' | 'supervision'
  /** The accuser sees them. */
  readonly reasons: string
}

const people = z.array(id).max(50)

export const investigationInputs = {
  investigate: z.strictObject({ investigators: people.min(1).readonly() }),
  recuse: z.strictObject({ person: id, reason: text }),
  tellPersonnel: z.strictObject({ to: id, report: text, major: z.boolean().optional() }),
  protect: z.strictObject({ measure: text }),
  conclude: z.strictObject({
    outcome: z.enum(['found', 'partlyFound', 'notFound', 'clarified']),
    findings: text,
  }),
  clarify: z.strictObject({
    on: date,
    manner: z.enum(['writing', 'inPerson', 'meeting', 'circular']),
    persons: people.readonly().optional(),
    units: people.readonly().optional(),
    statement: text,
    approvedBy: id,
  }),
  propose: z.strictObject({ to: id, proposal: text }),
  feedBack: z.strictObject({
    on: date,
    manner: z.enum(['inPerson', 'phone', 'post', 'electronic', 'queryCode']),
    proof,
    consent: z.boolean().optional(),
    answer: text,
  }),
  failToReach: z.strictObject({ on: date, attempts: text, answer: text }),
  close: z.strictObject({}),
  reopen: z.strictObject({ ground: z.enum(['newFacts', 'supervision']), reasons: text }),
}
