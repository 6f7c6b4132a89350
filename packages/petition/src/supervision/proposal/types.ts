import type { CaseTypes, DecideContext } from '@redress/core'
import type { PetitionPolicy } from '../../rules/policy.js'
import type { ProposalCommands } from './commands.js'
import type { ProposalEvent } from './events.js'
import type { Proposal } from './state.js'

/** The types of a proposal under one name. */
export interface ProposalTypes extends CaseTypes {
  state: Proposal
  commands: ProposalCommands
  event: ProposalEvent
  opening: 'propose'
  policy: PetitionPolicy
}

export type Context = DecideContext<PetitionPolicy, Proposal>
