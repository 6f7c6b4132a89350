import * as z from 'zod'
import type { Assistance } from '../../../complaint/state.js'
import { id, line, text } from '../../../matter/words.js'
import type { HandOverTo, VisitHandOver } from '../state.js'

/** A person at the window asks how their matter stands. */
export interface InquireAtWindow {
  /** The code on the receipt. */
  readonly queryCode: string
}

/** What the person said becomes a matter of its own. */
export interface HandOverVisit {
  readonly to: HandOverTo
  readonly title: string
  /** Default: the statements of this visit. */
  readonly text?: string | undefined
  readonly place?: string | undefined
  readonly matter?: string | undefined
  readonly area?: string | undefined
}

export interface SettleHandOver {
  readonly handOver: number
  readonly state: Exclude<VisitHandOver['state'], 'pending'>
  readonly case: string | null
}

/** Referred to mediation, legal aid, psychological help, or help in hardship. */
export interface ReferVisit {
  readonly kind: Assistance['kind']
  /** To whom. */
  readonly to: string
  readonly note?: string | undefined
  /** The person agrees. */
  readonly consents: boolean
}

/** Told where to turn: the body with power at the same or the next-higher level (信访工作条例 2022 Art. 20). */
export interface AdviseVisit {
  readonly to: string
  /** What the note that the person takes along says. */
  readonly note: string
}

export interface CloseVisit {
  /** What the person was told. */
  readonly told: string
}

export const inquireInput = z.strictObject({ queryCode: z.string().max(64) })

export const outcomeInputs = {
  noteInquiry: z.strictObject({}),
  handOver: z.strictObject({
    to: z.enum(['complaint', 'suggestion', 'accusation']),
    title: line,
    text: text.optional(),
    place: line.optional(),
    matter: id.optional(),
    area: id.optional(),
  }),
  settle: z.strictObject({
    handOver: z.int().min(1),
    state: z.enum(['done', 'failed']),
    case: id.nullable(),
  }),
  refer: z.strictObject({
    kind: z.enum(['hardship', 'judicialAid', 'legalAid', 'mediation', 'psychological']),
    to: line,
    note: text.optional(),
    consents: z.boolean(),
  }),
  advise: z.strictObject({ to: id, note: text }),
  close: z.strictObject({ told: text }),
}
