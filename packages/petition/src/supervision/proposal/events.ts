import type { DomainEvent } from '@redress/core'
import type { Dated } from '../../matter/dated.js'
import type { Uptake } from './commands.js'
import type { Proposal } from './state.js'

/** What happens to a proposal, by the type of the event. */
export interface ProposalEventData {
  readonly 'petition.proposal-made': Pick<
    Proposal,
    'type' | 'number' | 'proposedOn' | 'receivedOn' | 'unit' | 'proposer' | 'accused'
  >
  readonly 'petition.proposal-reminded': Dated
  readonly 'petition.proposal-answered': Dated & { readonly uptake: Uptake }
  readonly 'petition.proposal-progress-reported': Dated
  readonly 'petition.proposal-realised': Dated
  readonly 'petition.proposal-closed': Dated
  readonly 'petition.proposal-withdrawn': Dated
  readonly 'petition.proposal-published': Dated
}

/** A fact in the life of a proposal. */
export type ProposalEvent = {
  readonly [Type in keyof ProposalEventData]: DomainEvent<Type, ProposalEventData[Type]>
}[keyof ProposalEventData]
