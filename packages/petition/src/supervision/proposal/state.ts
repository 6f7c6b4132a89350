import { type Accused, nobodyAccused } from '@redress/core'
import type { ProposalType } from '../policy.js'
import type { Uptake } from './commands.js'

export type ProposalStatus = 'new' | 'sent' | 'answered' | 'realised' | 'closed' | 'withdrawn'

/** One of the three proposals (三项建议). What it says stands in the vault. */
export interface Proposal {
  readonly status: ProposalStatus
  readonly type: ProposalType
  readonly number: string | null
  readonly proposedOn: string
  readonly receivedOn: string
  /** The unit that answers. */
  readonly unit: string
  readonly proposer: string
  readonly involved: readonly string[]
  /** Whose responsibility it pursues; they never learn of it here. */
  readonly accused: Accused
  readonly reminders: readonly string[]
  /** Every written answer; the last of them stands. */
  readonly answers: readonly { readonly on: string; readonly uptake: Uptake }[]
  /** The days on which progress was reported. */
  readonly progress: readonly string[]
  readonly realisedOn: string | null
  readonly publishedOn: string | null
}

const none: readonly never[] = Object.freeze([])

export const noProposal: Proposal = Object.freeze({
  status: 'new',
  type: 'improveWork',
  number: null,
  proposedOn: '',
  receivedOn: '',
  unit: '',
  proposer: '',
  involved: none,
  accused: nobodyAccused,
  reminders: none,
  answers: none,
  progress: none,
  realisedOn: null,
  publishedOn: null,
})
