import {
  anyOf,
  type CaseKind,
  type CaseParties,
  type ClockTable,
  defineKind,
  type InboxFacts,
  startClock,
  stopClock,
  system,
  unitInCharge,
} from '@redress/core'
import { matterRead, petitionRoles } from '../../matter/roles.js'
import type { PetitionRules } from '../../rules/policy.js'
import { aboutCase } from '../about-case.js'
import { opener, supervisionPersonal, supervisor } from '../access.js'
import type { CaseFacts } from '../subject.js'
import { matterInputs } from './commands.js'
import { decideMatter } from './decide.js'
import { evolveMatter } from './evolve.js'
import { matterGuards } from './guards.js'
import { matterLifecycle } from './lifecycle.js'
import { noSupervision, type Supervision } from './state.js'
import { matterTally } from './tally.js'
import type { SupervisionTypes } from './types.js'

const { petitionOfficer, handler, head } = petitionRoles
const supervised = anyOf(system, unitInCharge(petitionOfficer, handler, head))

/**
 * The kind of case behind `platform.petition.supervision.matters`.
 *
 * @param factsOf the case with an id, as it was looked up before the command
 */
export function matterKind(
  rules: readonly PetitionRules[],
  factsOf: (id: string) => CaseFacts | undefined = () => undefined,
): CaseKind<SupervisionTypes> {
  return defineKind<SupervisionTypes>({
    kind: 'petition.supervision',
    initial: noSupervision,
    opening: 'open',
    lifecycle: matterLifecycle,
    inputs: matterInputs,
    access: {
      open: opener,
      urge: supervisor,
      answerUrging: supervised,
      list: supervisor,
      delist: supervisor,
      interview: supervisor,
      circulate: supervisor,
      orderRectification: supervisor,
      reportRectification: supervised,
      checkRectification: supervisor,
      close: supervisor,
      seal: system,
    },
    read: matterRead,
    guards: matterGuards,
    decide: decideMatter(factsOf),
    evolve: evolveMatter,
    clocks: matterClocks,
    rules,
    parties: matterParties,
    inbox: matterInbox,
    personal: supervisionPersonal,
    views: [aboutCase<Supervision>(matterView, ({ status }) => status === 'open')],
    tally: matterTally,
  })
}

/** The matters by the case that they are about. */
export const matterView = 'petition.supervision-about'

/** Each limit is the day that the supervising unit has named: no text fixes one. */
const matterClocks: ClockTable<SupervisionTypes> = {
  'petition.supervision-urged': ({ data }, { unit }) => [
    startClock('answerUrging', { unit, from: data.on, until: data.answerBy }),
  ],
  'petition.supervision-urging-answered': ({ data }) => [stopClock('answerUrging', data.on)],
  'petition.supervision-listed': ({ data }, { unit }) => [
    startClock('listedSupervision', { unit, from: data.on, until: data.dueOn }),
  ],
  'petition.supervision-delisted': ({ data }) => [stopClock('listedSupervision', data.on)],
  'petition.supervision-rectification-ordered': ({ data }, { unit }) => [
    startClock('rectification', { unit, from: data.on, until: data.dueOn }),
  ],
  // The wait for the check is not the unit's.
  'petition.supervision-rectification-checked': ({ data }) =>
    data.passed ? [stopClock('rectification', data.reportedOn)] : [],
  'petition.supervision-closed': ({ data }) =>
    ['answerUrging', 'listedSupervision', 'rectification'].map((clock) => stopClock(clock, data.on)),
}

const none: readonly never[] = Object.freeze([])

function matterParties({ unit, involved, accused, confidential }: Supervision): CaseParties {
  return { unit, involved, petitioners: none, handlers: none, recused: none, accused, confidential }
}

function matterInbox(state: Supervision): InboxFacts {
  return {
    number: state.number ?? undefined,
    title: '督办 · supervision',
    open: state.status === 'open',
    facets: { about: state.case === null ? 'practice' : 'case' },
  }
}
