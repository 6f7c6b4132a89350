import { type CaseKind, defineKind, type InboxFacts, selectRules } from '@redress/core'
import type { PetitionRules } from '../rules/policy.js'
import { complaintAccess, complaintParties } from './access.js'
import { complaintClocks } from './clocks.js'
import { complaintInputs } from './commands/index.js'
import { decideAnswer } from './decide/answer.js'
import { decideHandling } from './decide/handling.js'
import { decideIntake } from './decide/intake.js'
import { decideReferral } from './decide/referral.js'
import { evolveComplaint } from './evolve.js'
import { complaintGuards } from './guards.js'
import { complaintLifecycle } from './lifecycle.js'
import type { Numbering } from './numbering.js'
import { type Complaint, type ComplaintStatus, copyComplaint, noComplaint } from './state.js'
import type { ComplaintTypes } from './types.js'

/** The kind of case behind `platform.petition.complaint`. */
export function complaintKind(
  rules: readonly PetitionRules[],
  numbering: Numbering,
): CaseKind<ComplaintTypes> {
  return defineKind<ComplaintTypes>({
    kind: 'petition.complaint',
    initial: noComplaint,
    copy: copyComplaint,
    opening: 'file',
    lifecycle: complaintLifecycle,
    inputs: complaintInputs,
    access: complaintAccess,
    guards: complaintGuards,
    names: { merge: ({ into }) => into, notAccept: ({ endedCase }) => endedCase },
    decide: { ...decideIntake(numbering), ...decideReferral, ...decideHandling, ...decideAnswer },
    evolve: evolveComplaint,
    clocks: complaintClocks,
    rules,
    // The law in force on the day of receipt governs the case to its end.
    chooseRules: (input, { today }) => selectRules(rules, input.receivedOn ?? today).id,
    parties: complaintParties,
    inbox: complaintInbox,
    present: (_, viewer) => (viewer === 'officer' ? withoutCode : undefined),
    presentEvent: (event, viewer) => {
      // A part may be sealed by now, from whoever reads this one.
      if (viewer !== 'system' && event.type === 'petition.complaint-separated')
        return { ...event, data: { ...event.data, cases: [] } }
      if (viewer === 'petitioner') return event.type === 'petition.complaint-noted' ? undefined : event
      if (viewer === 'system' || event.type !== 'petition.complaint-filed') return event
      return { ...event, data: { ...event.data, queryCode: '' } }
    },
  })
}

/** The query code is the petitioner's. */
const withoutCode = Object.freeze({ queryCode: '' })

const closed: ReadonlySet<ComplaintStatus> = new Set([
  'completed',
  'ended',
  'routedOut',
  'notAccepted',
  'merged',
  'withdrawn',
])

function complaintInbox(state: Complaint): InboxFacts {
  const facets: Record<string, string> = { channel: state.channel, confidentiality: state.confidentiality }
  if (state.class !== null) facets.class = state.class
  if (state.route !== null) facets.route = state.route
  if (state.matter !== null) facets.matter = state.matter
  if (state.area !== null) facets.area = state.area
  if (state.letter !== null) facets.letter = state.letter
  return {
    number: state.number ?? undefined,
    // A list of many cases is no place for what an accusation says.
    title: state.confidentiality === 'sealedAccusation' ? '检举控告 · sealed accusation' : state.title,
    open: !closed.has(state.status),
    facets,
    lookups: { queryCode: state.queryCode },
  }
}
