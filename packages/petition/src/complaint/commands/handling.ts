import * as z from 'zod'
import { date, id, proof, text } from '../../matter/words.js'

/** Names the officer in charge (承办人). Not 交办, which is `refer` with a report-back date. */
export interface AssignHandler {
  readonly handler: string
}

export interface RequestRecusal {
  readonly person: string
  readonly reason: string
}

export interface DecideRecusal {
  readonly person: string
  readonly granted: boolean
  readonly reason: string
}

/** The petitioner was heard on facts and reasons. */
export interface HearStatement {
  readonly on: string
  readonly manner: 'inPerson' | 'phone' | 'video' | 'writing'
  readonly summary: string
}

/** More time to handle: complex circumstances, approval by the head of the body, and a notice with the reasons. */
export interface ExtendHandling {
  readonly days: number
  readonly reason: string
  /** The head of the body. */
  readonly approvedBy: string
  /** The day on which the petitioner was told of the extension and its reasons. */
  readonly noticeOn: string
}

export interface OpenHearing {
  readonly on: string
  /** Not the officer in charge. */
  readonly chair: string
  /** Open to the public; closed for state secrets or privacy. */
  readonly public: boolean
}

export interface ConcludeHearing {
  readonly on: string
  readonly conclusion: string
}

export interface OpenMediation {
  readonly mediator: string
  /** Both sides agree to it. */
  readonly petitionerConsents: boolean
  readonly bodyConsents: boolean
}

/** Both sides agree on a solution. */
export interface SettleComplaint {
  readonly by: 'mediation' | 'settlement'
  readonly agreement: string
  readonly petitionerConsents: boolean
  readonly bodyConsents: boolean
}

export interface RecordPerformance {
  readonly on: string
  readonly proof: string
}

export const handlingInputs = {
  assign: z.strictObject({ handler: id }),
  requestRecusal: z.strictObject({ person: id, reason: text }),
  decideRecusal: z.strictObject({ person: id, granted: z.boolean(), reason: text }),
  hearStatement: z.strictObject({
    on: date,
    manner: z.enum(['inPerson', 'phone', 'video', 'writing']),
    summary: text,
  }),
  extend: z.strictObject({ days: z.int().min(1).max(3650), reason: text, approvedBy: id, noticeOn: date }),
  openHearing: z.strictObject({ on: date, chair: id, public: z.boolean() }),
  concludeHearing: z.strictObject({ on: date, conclusion: text }),
  openMediation: z.strictObject({
    mediator: proof,
    petitionerConsents: z.boolean(),
    bodyConsents: z.boolean(),
  }),
  failMediation: z.strictObject({ reason: text }),
  settle: z.strictObject({
    by: z.enum(['mediation', 'settlement']),
    agreement: text,
    petitionerConsents: z.boolean(),
    bodyConsents: z.boolean(),
  }),
  recordPerformance: z.strictObject({ on: date, proof }),
}

export interface FailMediation {
  readonly reason: string
}
