import { type CaseKind, defineKind, type InboxFacts } from '@redress/core'
import { matterRead } from '../../matter/roles.js'
import type { PetitionRules } from '../../rules/policy.js'
import { visitAccess, visitParties } from './access.js'
import { visitClocks } from './clocks.js'
import { visitInputs } from './commands/index.js'
import { decideArrival } from './decide/arrival.js'
import { decideOutcome } from './decide/outcome.js'
import { decideReception } from './decide/reception.js'
import { evolveVisit } from './evolve.js'
import { visitGuards } from './guards.js'
import { hallRow, hallView } from './hall-row.js'
import { visitLifecycle } from './lifecycle.js'
import { visitPersonal } from './personal.js'
import { noVisit, pendingHandOver, type Visit, type VisitStatus } from './state.js'
import { visitTally } from './tally.js'
import type { VisitTypes } from './types.js'

/** The kind of case behind `platform.petition.receptionCentre.visit`. */
export function visitKind(rules: readonly PetitionRules[]): CaseKind<VisitTypes> {
  return defineKind<VisitTypes>({
    kind: 'petition.visit',
    initial: noVisit,
    opening: 'open',
    lifecycle: visitLifecycle,
    inputs: visitInputs,
    access: visitAccess,
    read: matterRead,
    guards: visitGuards,
    decide: { ...decideArrival, ...decideReception, ...decideOutcome },
    evolve: evolveVisit,
    clocks: visitClocks,
    rules,
    parties: visitParties,
    inbox: visitInbox,
    personal: visitPersonal,
    views: [{ name: hallView, version: 1, indexes: [{ equal: ['hall'] }], row: hallRow }],
    tally: visitTally,
    // The matter that came of it may be sealed by now from staff who read the visit.
    present: ({ handOvers }, viewer) =>
      viewer === 'officer' ? { handOvers: handOvers.map((one) => ({ ...one, case: null })) } : undefined,
    presentEvent: (event, viewer) =>
      viewer === 'officer' && event.type === 'petition.visit-hand-over-settled'
        ? { ...event, data: { ...event.data, case: null } }
        : event,
  })
}

const over: ReadonlySet<VisitStatus> = new Set(['declined', 'cancelled', 'missed', 'closed', 'left'])

function visitInbox(state: Visit): InboxFacts {
  const { centre, status, window, codeDigest, appointment, ticket, receivedOn, commitments, request } = state
  const owes = commitments.some(({ keptOn }) => keptOn === null) || pendingHandOver(state) !== undefined
  return {
    number: undefined,
    title: '来访 · visit',
    open: owes || !over.has(status),
    facets: {
      centre,
      window,
      on: ticket?.on ?? appointment?.on ?? receivedOn,
      half: ticket?.half ?? appointment?.half ?? '',
    },
    lookups: request === null ? { code: codeDigest } : { code: codeDigest, request },
  }
}
