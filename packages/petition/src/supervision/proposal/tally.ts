import type { CaseTally } from '@redress/core'
import { countLines } from '../count-lines.js'
import type { Proposal } from './state.js'

/** What a proposal adds to the statistics of the month in which it was made (信访工作条例 2022 Art. 41 (3)). */
export const proposalTally: CaseTally<Proposal> = {
  version: 1,
  counts: ({ state, clocks }, context) => {
    const limit = clocks.find(({ clock }) => clock === 'answerProposal')
    const lastDay = limit === undefined ? undefined : context.due(limit)?.date
    const [first] = state.answers
    const isLate = first !== undefined && lastDay !== undefined && first.on > lastDay
    const last = state.answers.at(-1)
    return countLines(state, state.proposedOn, state.proposer, {
      proposed: 1,
      [`type:${state.type}`]: 1,
      reminders: state.reminders.length,
      answered: last === undefined ? 0 : 1,
      answeredLate: isLate ? 1 : 0,
      ...(last === undefined ? {} : { [`uptake:${last.uptake}`]: 1 }),
      realised: state.realisedOn === null ? 0 : 1,
      withdrawn: state.status === 'withdrawn' ? 1 : 0,
      published: state.publishedOn === null ? 0 : 1,
    })
  },
}
