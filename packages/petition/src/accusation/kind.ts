import { type CaseKind, defineKind, type InboxFacts, selectRules } from '@redress/core'
import { accusationTally } from '../analysis/count/accusation-counts.js'
import type { Numbering } from '../matter/numbering.js'
import { matterRead } from '../matter/roles.js'
import type { PetitionRules } from '../rules/policy.js'
import { accusationAccess, accusationParties } from './access.js'
import { accusationClocks } from './clocks.js'
import { accusationSchemas } from './commands/index.js'
import { decideIntake } from './decide/intake.js'
import { decideInvestigation } from './decide/investigation.js'
import { evolveAccusation } from './evolve.js'
import { accusationGuards } from './guards.js'
import { accusationLifecycle } from './lifecycle.js'
import { accusationPersonal } from './personal.js'
import { presentAccusation, presentAccusationEvent } from './present.js'
import { type Accusation, type AccusationStatus, noAccusation } from './state.js'
import type { AccusationTypes } from './types.js'

/** The kind of case behind `platform.petition.accusation` and `platform.petition.retaliation`. */
export function accusationKind(
  rules: readonly PetitionRules[],
  numbering: Numbering,
): CaseKind<AccusationTypes> {
  return defineKind<AccusationTypes>({
    kind: 'petition.accusation',
    initial: noAccusation,
    opening: 'file',
    lifecycle: accusationLifecycle,
    inputs: accusationSchemas,
    access: accusationAccess,
    guards: accusationGuards,
    decide: { ...decideIntake(numbering), ...decideInvestigation },
    evolve: evolveAccusation,
    clocks: accusationClocks,
    rules,
    // The law in force on the day of receipt governs the case to its end.
    chooseRules: (input, { today }) => selectRules(rules, input.receivedOn ?? today).id,
    read: matterRead,
    parties: accusationParties,
    personal: accusationPersonal,
    inbox: accusationInbox,
    tally: accusationTally,
    present: presentAccusation,
    presentEvent: presentAccusationEvent,
  })
}

const ended: ReadonlySet<AccusationStatus> = new Set(['closed', 'notAccepted', 'discontinued'])

/** One title for all of them: a list tells neither whom they accuse nor of what. */
function accusationInbox({ number, status, channel, codeDigest, takenFrom }: Accusation): InboxFacts {
  return {
    number: number ?? undefined,
    title: '检举控告 · accusation',
    open: !ended.has(status),
    facets: { channel, confidentiality: 'sealedAccusation' },
    lookups: { code: codeDigest, ...(takenFrom === null ? {} : { takenFrom }) },
  }
}
