import type { Decided, DecideTable } from '@redress/core'
import { checkDay, checkRecipient, isNobody, toAccused } from '../../matter/checks.js'
import { personalDataIn } from '../../suggestion/de-identified.js'
import { speaker, supervises } from '../access.js'
import { supervisionOf } from '../defaults.js'
import { supervisionErrors } from '../errors.js'
import type { Propose } from './commands.js'
import type { ProposalEvent } from './events.js'
import type { Context, ProposalTypes } from './types.js'

export const decideProposal: DecideTable<ProposalTypes> = {
  propose: (_, input, context) => [proposed(input, context)],

  remind: (_, { text }, { today }) => [
    { type: 'petition.proposal-reminded', data: { on: today }, sealed: { texts: { text } } },
  ],

  answer: (_, { uptake, text, reasons }, { today }) => {
    if (uptake !== 'adopted' && reasons === undefined)
      throw supervisionErrors.UPTAKE_REASONS_MISSING({ uptake })
    const data = { on: today, uptake }
    return [{ type: 'petition.proposal-answered', data, sealed: { texts: { text, reasons } } }]
  },

  reportProgress: (state, { on, text }, context) => {
    checkDay('on', on, context, state.answers.at(-1)?.on)
    return [{ type: 'petition.proposal-progress-reported', data: { on }, sealed: { texts: { text } } }]
  },
  confirmRealisation: (state, { on, finding }, context) => {
    checkDay('on', on, context, state.answers.at(-1)?.on)
    return [{ type: 'petition.proposal-realised', data: { on }, sealed: { texts: { finding } } }]
  },
  close: (_, { text }, { today }) => [
    { type: 'petition.proposal-closed', data: { on: today }, sealed: { texts: { text } } },
  ],
  withdraw: (_, { reason }, { today }) => [
    { type: 'petition.proposal-withdrawn', data: { on: today }, sealed: { texts: { reason } } },
  ],

  publish: (_, { title, text }, { today }) => {
    const found = personalDataIn([title, text], [])
    if (found.length > 0) throw supervisionErrors.NOT_DEIDENTIFIED({ found })
    const sealed = { texts: { title, text } }
    return [{ type: 'petition.proposal-published', data: { on: today }, sealed }]
  },
}

function proposed(input: Propose, context: Context): Decided<ProposalEvent> {
  const { by, directory, rules, today } = context
  const { type, to, title, text } = input
  const proposer = speaker(input.onBehalfOf, by, directory)
  const parties = toAccused(input.about ?? {}, context)
  const pursues = type === 'pursueResponsibility'
  if (pursues && isNobody(parties)) throw supervisionErrors.PROPOSAL_ABOUT_MISSING()
  if (!pursues && !isNobody(parties)) throw supervisionErrors.PROPOSAL_ABOUT_NOBODY({ type })
  const receivedOn = checkDay('receivedOn', input.receivedOn ?? today, context)
  const accused = pursues ? { ...parties, since: receivedOn } : parties
  if (to === proposer) throw supervisionErrors.PROPOSAL_TO_ITSELF({ unit: to })
  for (const unit of [to, proposer]) checkRecipient(unit, { accused, receivedOn }, context)
  // A policy is often made higher up, and responsibility is pursued by whoever has the authority: those are not supervised.
  if (type === 'improveWork' && !supervises(proposer, to, directory, supervisionOf(rules).offices))
    throw supervisionErrors.NOT_A_SUPERVISOR({ unit: proposer, target: to })
  const number = input.number ?? null
  const data = { type, number, proposedOn: today, receivedOn, unit: to, proposer, accused }
  return { type: 'petition.proposal-made', data, sealed: { texts: { title, text } } }
}
