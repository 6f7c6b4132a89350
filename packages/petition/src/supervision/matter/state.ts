import { nobodyAccused } from '@redress/core'
import type { SupervisionTrigger } from '../policy.js'
import type { SupervisionSubject } from '../subject.js'
import type { SupervisionResult } from './commands.js'

/** The main road; urging, listing and rectification are fields beside it. */
export type SupervisionStatus = 'new' | 'open' | 'closed'

/** A matter of supervision (督办). What people wrote stands in the vault. */
export interface Supervision extends SupervisionSubject {
  readonly status: SupervisionStatus
  readonly number: string | null
  readonly openedOn: string
  /** The unit that is supervised, and owes the acts. */
  readonly unit: string
  /** The unit that opened it. */
  readonly supervisor: string
  readonly involved: readonly string[]
  readonly grounds: readonly SupervisionTrigger[]
  readonly urgings: readonly Urging[]
  /** The last of them stands, while it is not delisted. */
  readonly listings: readonly ListedSupervision[]
  readonly interviews: readonly SupervisionMeasure[]
  readonly circulars: readonly SupervisionMeasure[]
  /** The last of them is pending, while it is not accepted. */
  readonly rectifications: readonly Rectification[]
  readonly result: SupervisionResult | null
  readonly closedOn: string | null
}

export interface Urging {
  readonly on: string
  readonly by: string
  readonly answerBy: string
  readonly answeredOn: string | null
}

/** A measure of 信访工作条例 2022 Art. 39 ¶3. */
export interface SupervisionMeasure {
  readonly on: string
  /** The unit that decided on it. */
  readonly decidedBy: string
}

export interface ListedSupervision extends SupervisionMeasure {
  readonly leader: string
  readonly dueOn: string
  readonly delistedOn: string | null
}

export interface Rectification extends SupervisionMeasure {
  readonly dueOn: string
  /** The officer who ordered it; null for the host. */
  readonly orderedBy: string | null
  readonly reportedOn: string | null
  readonly reportedBy: string | null
  /** Every acceptance check, so that what had to be done again stays on record. */
  readonly checks: readonly { readonly on: string; readonly passed: boolean }[]
  readonly acceptedOn: string | null
}

const none: readonly never[] = Object.freeze([])

export const noSupervision: Supervision = Object.freeze({
  status: 'new',
  number: null,
  openedOn: '',
  unit: '',
  supervisor: '',
  involved: none,
  case: null,
  accused: nobodyAccused,
  confidential: false,
  grounds: none,
  urgings: none,
  listings: none,
  interviews: none,
  circulars: none,
  rectifications: none,
  result: null,
  closedOn: null,
})

export const isUrged = ({ urgings }: Supervision): boolean => urgings.at(-1)?.answeredOn === null

export const isListed = ({ listings }: Supervision): boolean => listings.at(-1)?.delistedOn === null

/** The rectification that is not accepted yet. */
export const pendingRectification = ({ rectifications }: Supervision): Rectification | undefined => {
  const last = rectifications.at(-1)
  return last?.acceptedOn === null ? last : undefined
}
