import * as z from 'zod'
import { date, id, text } from '../../matter/words.js'
import type { ChargeOutcome } from './state.js'

export interface TakeCharge {
  /** The id of the complaint. */
  readonly case: string
  /** The id of a person with a post in `leaderUnit`. */
  readonly leader: string
  readonly leaderUnit: string
  /** The unit that keeps the record. Default: that of the officer who enters it, else the leader's. */
  readonly unit?: string | undefined
  /** The last day. The rules name no period: the order of the leaders does. */
  readonly until: string
  /** What is to be reached. */
  readonly goal: string
}

/** A follow-up meeting, with the petitioner or the units. */
export interface MeetInCharge {
  readonly on: string
  readonly summary: string
}

export interface ReportInCharge {
  readonly report: string
}

export interface ExtendCharge {
  readonly until: string
  readonly reason: string
}

/** Another leader goes on with it. */
export interface PassOnCharge {
  readonly leader: string
  readonly leaderUnit: string
  readonly reason: string
}

export interface ConcludeCharge {
  readonly outcome: ChargeOutcome
  readonly result: string
}

/** Every command of a case in a leader's charge. */
export interface ChargeCommands {
  /** A leader takes charge of a case. @throws LEADER_WITHOUT_POST, CHARGE_PERIOD_INVALID, UNIT_UNKNOWN */
  take: TakeCharge
  /** Records a follow-up meeting. @throws RECEIVED_IN_FUTURE, DATE_BEFORE_EVENT */
  meet: MeetInCharge
  /** Records what was done. */
  report: ReportInCharge
  /** Gives it a later last day, with the reason. @throws CHARGE_PERIOD_INVALID */
  extend: ExtendCharge
  /** Another leader takes it over. @throws LEADER_WITHOUT_POST */
  passOn: PassOnCharge
  /** Ends it with the result. */
  conclude: ConcludeCharge
}

export const chargeInputs = {
  take: z.strictObject({
    case: id,
    leader: id,
    leaderUnit: id,
    unit: id.optional(),
    until: date,
    goal: text,
  }),
  meet: z.strictObject({ on: date, summary: text }),
  report: z.strictObject({ report: text }),
  extend: z.strictObject({ until: date, reason: text }),
  passOn: z.strictObject({ leader: id, leaderUnit: id, reason: text }),
  conclude: z.strictObject({ outcome: z.enum(['resolved', 'partlyResolved', 'notResolved']), result: text }),
}
