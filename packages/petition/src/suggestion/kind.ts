import { type CaseKind, defineKind, type InboxFacts, selectRules } from '@redress/core'
import type { Numbering } from '../matter/numbering.js'
import { matterRead } from '../matter/roles.js'
import type { PetitionRules } from '../rules/policy.js'
import { suggestionAccess, suggestionParties } from './access.js'
import type { OpenCall } from './call/state.js'
import { suggestionClocks } from './clocks.js'
import { suggestionInputs } from './commands/index.js'
import { decideIntake } from './decide/intake.js'
import { decideOutcome } from './decide/outcome.js'
import { decidePublication } from './decide/publication.js'
import { decideStudy } from './decide/study.js'
import { evolveSuggestion } from './evolve.js'
import { suggestionGuards } from './guards.js'
import { suggestionLifecycle } from './lifecycle.js'
import { suggestionPersonal } from './personal.js'
import { noSuggestion, type Suggestion, type SuggestionStatus } from './state.js'
import { suggestionTally } from './tally.js'
import type { SuggestionTypes } from './types.js'
import { suggestionView } from './view.js'

/**
 * The kind of case behind `platform.petition.suggestion`.
 *
 * @param callOf the published call with an id, as it was looked up before the command; a decision waits for nothing
 */
export function suggestionKind(
  rules: readonly PetitionRules[],
  numbering: Numbering,
  callOf: (id: string) => OpenCall | undefined = () => undefined,
): CaseKind<SuggestionTypes> {
  return defineKind<SuggestionTypes>({
    kind: 'petition.suggestion',
    initial: noSuggestion,
    opening: 'file',
    lifecycle: suggestionLifecycle,
    inputs: suggestionInputs,
    access: suggestionAccess,
    guards: suggestionGuards,
    decide: {
      ...decideIntake(numbering, callOf),
      ...decideStudy,
      ...decideOutcome,
      ...decidePublication,
    },
    evolve: evolveSuggestion,
    clocks: suggestionClocks,
    rules,
    // The law in force on the day of receipt governs it to its end, with the thresholds of its place.
    chooseRules: ({ receivedOn }, { today }) => selectRules(rules, receivedOn ?? today).id,
    read: matterRead,
    parties: suggestionParties,
    personal: suggestionPersonal,
    inbox: suggestionInbox,
    views: [suggestionView(rules)],
    tally: suggestionTally,
    present: ({ handedOver }, viewer) =>
      viewer === 'system' || handedOver === null ? undefined : { handedOver: { ...handedOver, to: null } },
    presentEvent: (event, viewer) => {
      if (viewer === 'petitioner' && internal.has(event.type)) return undefined
      // The other case may be sealed by now: a name that leads to nothing would tell that it is there.
      return viewer !== 'system' && event.type === 'petition.suggestion-handed-over'
        ? { ...event, data: { ...event.data, to: null } }
        : event
    },
  })
}

/** What others were asked in confidence, and notes. */
const internal: ReadonlySet<string> = new Set(['petition.suggestion-noted', 'petition.suggestion-view-heard'])

const ended: ReadonlySet<SuggestionStatus> = new Set(['closed', 'declined', 'handedOver', 'withdrawn'])

function suggestionInbox(state: Suggestion): InboxFacts {
  const { number, status, channel, matter, area, call, decision, realisation } = state
  const facets: Record<string, string> = { channel, class: 'suggestion' }
  if (matter !== null) facets.matter = matter
  if (area !== null) facets.area = area
  if (call !== null) facets.call = call
  if (decision !== null) facets.outcome = decision.outcome
  if (realisation !== null) facets.realisation = realisation.state
  if (state.publication !== null) facets.published = 'yes'
  return {
    number: number ?? undefined,
    // What the author called it is in the vault: a list of many cases is no place for it.
    title: '建议意见 · suggestion',
    open: !ended.has(status),
    facets,
    lookups: { code: state.codeDigest },
  }
}
