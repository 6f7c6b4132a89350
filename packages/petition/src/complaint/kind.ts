import { type CaseKind, defineKind, type InboxFacts, selectRules } from '@redress/core'
import { complaintTally } from '../analysis/count/counts.js'
import type { Numbering } from '../matter/numbering.js'
import { matterRead } from '../matter/roles.js'
import type { PetitionRules } from '../rules/policy.js'
import { complaintAccess, complaintParties } from './access.js'
import { complaintClocks } from './clocks.js'
import { complaintInputs } from './commands/index.js'
import { decideAnswer } from './decide/answer.js'
import { decideDuplicates } from './decide/duplicates.js'
import { decideFeedback } from './decide/feedback.js'
import { decideHandling } from './decide/handling.js'
import { decideIntake } from './decide/intake.js'
import { decideReferral } from './decide/referral.js'
import { evolveComplaint } from './evolve.js'
import { feedbackStep } from './feedback-step.js'
import { complaintGuards } from './guards.js'
import { complaintLifecycle } from './lifecycle.js'
import { copyComplaint, noComplaint } from './no-complaint.js'
import { complaintPersonal } from './personal.js'
import { presentComplaint, presentComplaintEvent } from './present.js'
import type { Complaint, ComplaintStatus } from './state.js'
import type { ComplaintTypes } from './types.js'
import { complaintWatch } from './watch.js'

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
    names: {
      merge: ({ into }) => into,
      link: ({ to }) => to,
      dismissDuplicate: ({ of }) => of,
      notAccept: ({ endedCase }) => endedCase,
    },
    decide: {
      ...decideIntake(numbering),
      ...decideReferral,
      ...decideHandling,
      ...decideAnswer,
      ...decideFeedback,
      ...decideDuplicates,
    },
    evolve: evolveComplaint,
    clocks: complaintClocks,
    rules,
    // The law in force on the day of receipt governs the case to its end.
    chooseRules: (input, { today }) => selectRules(rules, input.receivedOn ?? today).id,
    read: matterRead,
    parties: complaintParties,
    personal: complaintPersonal,
    inbox: complaintInbox,
    views: [complaintWatch],
    tally: complaintTally,
    present: presentComplaint,
    presentEvent: presentComplaintEvent,
  })
}

const closed: ReadonlySet<ComplaintStatus> = new Set([
  'completed',
  'ended',
  'routedOut',
  'notAccepted',
  'merged',
  'withdrawn',
])

/** Whether anybody still owes an act. */
export const isOpen = ({ status }: Complaint): boolean => !closed.has(status)

const classTitle = {
  suggestion: '建议意见 · suggestion',
  accusation: '检举控告 · accusation',
  appeal: '申诉求决 · appeal',
} as const

function complaintInbox(state: Complaint): InboxFacts {
  const facets: Record<string, string> = { channel: state.channel, confidentiality: state.confidentiality }
  if (state.class !== null) facets.class = state.class
  if (state.route !== null) facets.route = state.route
  if (state.matter !== null) facets.matter = state.matter
  if (state.area !== null) facets.area = state.area
  if (state.letter !== null) facets.letter = state.letter
  const feedback = feedbackStep(state)
  if (feedback !== undefined) facets.feedback = feedback
  return {
    number: state.number ?? undefined,
    // What the petitioner called it is in the vault: a list of many cases is no place for it.
    title: state.class === null ? '信访事项 · petition' : classTitle[state.class],
    open: isOpen(state),
    facets,
    lookups: { code: state.codeDigest },
  }
}
