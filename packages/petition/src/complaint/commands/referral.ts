import * as z from 'zod'
import { date, id, proof, text } from '../../matter/words.js'
import type { Route } from '../state.js'

/** Sends the case on: 转送 without, 交办 with a report by a day. */
export interface ReferComplaint {
  readonly to: string
  readonly manner: 'transfer' | 'assignment'
  /** The day by which the body reports back; for an assignment. */
  readonly reportBy?: string | undefined
}

export interface ObjectToReferral {
  readonly reasons: string
}

export interface AnswerObjection {
  /** Whether the body that sent the case takes it back. */
  readonly consent: boolean
  readonly reasons: string
}

export interface SettleDispute {
  /** The body that handles the case. */
  readonly to: string
  readonly reasons: string
}

/** The body takes the case and tells the petitioner of receipt, path and procedure. */
export interface AcceptComplaint {
  /** The day of the written notice. Default: today. Absent for a petitioner without a clear name or address. */
  readonly noticeOn?: string | undefined
}

export interface NotAcceptComplaint {
  readonly ground: 'notCompetent' | 'notAPetition' | 'alreadyEnded' | 'pendingElsewhere'
  readonly reasons: string
  /** What the petitioner can do instead. */
  readonly advice: string
  readonly noticeOn: string
  /** For `alreadyEnded` (不再受理): the ended case with the same facts and the same reasons, as an officer found. */
  readonly endedCase?: string | undefined
}

/** Leads the matter into the procedure that the law provides for it. */
export interface RouteOutComplaint {
  readonly route: Exclude<Route, 'petition'>
  /** The body to turn to. */
  readonly body: string
  readonly advice: string
  readonly noticeOn: string
  /** The day on which the petitioner learned of the act, if it is about one: the limits of the procedure count from it. */
  readonly knownOn?: string | undefined
}

export interface ReportBack {
  readonly report: string
}

/** Help in hardship, at any time, also after the end. */
export interface AssistPetitioner {
  readonly kind: 'hardship' | 'judicialAid' | 'legalAid' | 'mediation' | 'psychological'
  readonly to: string
}

export const referralInputs = {
  refer: z.strictObject({ to: id, manner: z.enum(['transfer', 'assignment']), reportBy: date.optional() }),
  object: z.strictObject({ reasons: text }),
  answerObjection: z.strictObject({ consent: z.boolean(), reasons: text }),
  settleDispute: z.strictObject({ to: id, reasons: text }),
  accept: z.strictObject({ noticeOn: date.optional() }),
  notAccept: z.strictObject({
    ground: z.enum(['notCompetent', 'notAPetition', 'alreadyEnded', 'pendingElsewhere']),
    reasons: text,
    advice: text,
    noticeOn: date,
    endedCase: id.optional(),
  }),
  routeOut: z.strictObject({
    route: z.enum([
      'judicial',
      'arbitration',
      'partyAppeal',
      'administrativeProcedure',
      'statutoryDuty',
      'accusation',
    ]),
    body: proof,
    advice: text,
    noticeOn: date,
    knownOn: date.optional(),
  }),
  reportBack: z.strictObject({ report: text }),
  assist: z.strictObject({
    kind: z.enum(['hardship', 'judicialAid', 'legalAid', 'mediation', 'psychological']),
    to: proof,
  }),
}
