import * as z from 'zod'
import type { Text } from '../../matter/text.js'
import { id } from '../../matter/words.js'

/** Of a step or an agency, and never of a person. */
export type SignalColour = 'green' | 'yellow' | 'red'

export interface SignalQuery {
  /** The unit whose duties, and those of the units below it, are looked at. Default for an officer: what the own unit supervises. */
  readonly unit?: string | undefined
  /** One case: all of its running duties, the green ones too. */
  readonly case?: string | undefined
  /** Cases on a page, 1 to 200. Default: 50. */
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

/** A running duty of a case: red once its limit has ended, yellow within the band before the end that the profile warns in. */
export interface StepSignal {
  readonly case: { readonly id: string; readonly kind: string; readonly number: string | undefined }
  readonly clock: string
  readonly unit: string
  readonly dueOn: string
  readonly signal: SignalColour
}

export interface SignalsPage {
  /** Yellow and red ones, by the nearest end of each case; of one case the green ones too. */
  readonly steps: readonly StepSignal[]
  readonly next?: string
}

export interface AgencyQuery {
  readonly unit?: string | undefined
}

/**
 * How an agency stands with the duties that run: cases are counted by the nearest of their duties, of those that the reader may read.
 */
export interface AgencySignal {
  readonly unit: string
  readonly red: number
  readonly yellow: number
  /** How many run; null where no threshold asks for the share. */
  readonly open: number | null
  /** Red ones among them. */
  readonly share: number | null
  /** Null where the profile in force sets no threshold; `text` says so. */
  readonly signal: SignalColour | null
  readonly text: Text
}

export const signalQuery = z.strictObject({
  unit: id.optional(),
  case: id.optional(),
  limit: z.int().min(1).max(200).optional(),
  cursor: z.string().max(600).optional(),
})
export const agencyQuery = z.strictObject({ unit: id.optional() })
