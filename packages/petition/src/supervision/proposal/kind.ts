import {
  anyOf,
  type CaseKind,
  type CaseParties,
  defineKind,
  type InboxFacts,
  type Lifecycle,
  reason,
  startClock,
  stopClock,
  system,
  unitInCharge,
} from '@redress/core'
import { isNobody } from '../../matter/checks.js'
import { matterRead, petitionRoles } from '../../matter/roles.js'
import type { PetitionRules } from '../../rules/policy.js'
import { opener, otherSide, supervisionPersonal } from '../access.js'
import { supervisionOf } from '../defaults.js'
import { proposalInputs } from './commands.js'
import { decideProposal } from './decide.js'
import { evolveProposal } from './evolve.js'
import { noProposal, type Proposal } from './state.js'
import { proposalTally } from './tally.js'
import type { ProposalTypes } from './types.js'

const { petitionOfficer, handler, head } = petitionRoles
const receiver = anyOf(system, unitInCharge(petitionOfficer, handler, head))
const stays = [] as const
const notAdopted = reason('NOT_ADOPTED', 'nothing of it was adopted', '建议未被采纳')
const pursues = reason(
  'PURSUES_RESPONSIBILITY',
  'a proposal to pursue responsibility is not published',
  '追究责任的建议不公开',
  '信访工作条例 2022 Art. 30 ¶3',
)

/** The kind of case behind `platform.petition.supervision.proposals`. */
export function proposalKind(rules: readonly PetitionRules[]): CaseKind<ProposalTypes> {
  return defineKind<ProposalTypes>({
    kind: 'petition.proposal',
    initial: noProposal,
    opening: 'propose',
    lifecycle: proposalLifecycle,
    inputs: proposalInputs,
    access: {
      propose: opener,
      remind: otherSide,
      answer: receiver,
      reportProgress: receiver,
      confirmRealisation: otherSide,
      close: otherSide,
      withdraw: otherSide,
      publish: otherSide,
    },
    read: matterRead,
    guards: {
      reportProgress: adoptedReason,
      confirmRealisation: adoptedReason,
      publish: ({ accused }) => (isNobody(accused) ? undefined : pursues),
    },
    decide: decideProposal,
    evolve: evolveProposal,
    clocks: {
      // 2005 Art. 36 ¶2 gives thirty days; 2022 Art. 40 ¶4 asks for writing and names no day.
      'petition.proposal-made': ({ data }, _, rules) =>
        rules.limits.answerProposal !== undefined && supervisionOf(rules).answerLimitFor.includes(data.type)
          ? [startClock('answerProposal', { unit: data.unit, from: data.receivedOn })]
          : [],
      'petition.proposal-answered': ({ data }) => [stopClock('answerProposal', data.on)],
      'petition.proposal-withdrawn': ({ data }) => [stopClock('answerProposal', data.on)],
    },
    rules,
    parties: proposalParties,
    inbox: proposalInbox,
    personal: supervisionPersonal,
    tally: proposalTally,
  })
}

export const proposalLifecycle: Lifecycle<ProposalTypes> = {
  new: { propose: ['sent'] },
  sent: { remind: stays, answer: ['answered'], withdraw: ['withdrawn'] },
  // What was not adopted can be looked at again.
  answered: {
    remind: stays,
    answer: ['answered'],
    reportProgress: stays,
    confirmRealisation: ['realised'],
    close: ['closed'],
    publish: stays,
  },
  realised: { publish: stays },
  closed: { publish: stays },
  withdrawn: {},
}

function adoptedReason({ answers }: Proposal) {
  return answers.at(-1)?.uptake === 'notAdopted' ? notAdopted : undefined
}

const none: readonly never[] = Object.freeze([])

function proposalParties({ unit, involved, accused }: Proposal): CaseParties {
  return { unit, involved, petitioners: none, handlers: none, recused: none, accused }
}

const titles = {
  improveWork: '改进工作建议 · proposal to improve the work',
  improvePolicy: '完善政策建议 · proposal to improve a policy',
  pursueResponsibility: '追究责任建议 · proposal to pursue responsibility',
} as const

function proposalInbox({ status, type, number, answers }: Proposal): InboxFacts {
  const facets: Record<string, string> = { type }
  const answer = answers.at(-1)
  if (answer !== undefined) facets.uptake = answer.uptake
  return {
    number: number ?? undefined,
    title: titles[type],
    open: status === 'sent' || status === 'answered',
    facets,
  }
}
