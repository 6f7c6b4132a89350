import type { EvolveTable } from '@redress/core'
import { withOne } from '../../matter/checks.js'
import type { ProposalTypes } from './types.js'

/** What each event changes. */
export const evolveProposal: EvolveTable<ProposalTypes> = {
  'petition.proposal-made': (_, data) => ({
    ...data,
    status: 'sent',
    involved: withOne([data.unit], data.proposer),
  }),
  'petition.proposal-reminded': (state, { on }) => ({ reminders: [...state.reminders, on] }),
  'petition.proposal-answered': (state, answer) => ({
    status: 'answered',
    answers: [...state.answers, answer],
  }),
  'petition.proposal-progress-reported': (state, { on }) => ({ progress: [...state.progress, on] }),
  'petition.proposal-realised': (_, { on }) => ({ status: 'realised', realisedOn: on }),
  'petition.proposal-closed': () => ({ status: 'closed' }),
  'petition.proposal-withdrawn': () => ({ status: 'withdrawn' }),
  'petition.proposal-published': (_, { on }) => ({ publishedOn: on }),
}
