import { type CaseKind, nobodyAccused, type RecordedEvent, type Viewer } from '@redress/core'
import type { AccusationEvent } from './events.js'
import type { Accusation } from './state.js'
import type { AccusationTypes } from './types.js'

type Present = NonNullable<CaseKind<AccusationTypes>['present']>

/** What its author is not shown: who works on it, and whom others have named. */
const internal: ReadonlySet<AccusationEvent['type']> = new Set<AccusationEvent['type']>([
  'petition.accusation-accused-named',
  'petition.accusation-noted',
  'petition.accusation-investigators-assigned',
  'petition.accusation-person-recused',
  'petition.accusation-personnel-told',
  'petition.accusation-concluded',
  'petition.accusation-clarified',
  'petition.accusation-measures-proposed',
])

const withoutAccounts = ({ petitioners }: Pick<Accusation, 'petitioners'>) => ({
  petitioners: petitioners.map(({ person, reachable }) => ({ person, reachable })),
})

/** Accounts are for the host's own code: whoever works on it reads a name for a purpose, or none. */
export const presentAccusation: Present = (state, viewer) => {
  if (viewer === 'system') return undefined
  const shown = { ...withoutAccounts(state), petitionerIds: [] }
  if (viewer === 'officer') return shown
  return {
    ...shown,
    accused: nobodyAccused,
    investigators: [],
    recused: [],
    personnel: [],
    // The result is told by the feedback.
    conclusion: null,
    clarifications: [],
    proposals: [],
  }
}

/** An event of the history, without what {@link presentAccusation} leaves out. */
export function presentAccusationEvent(
  event: RecordedEvent<AccusationEvent>,
  viewer: Viewer,
): RecordedEvent<AccusationEvent> | undefined {
  if (viewer === 'system') return event
  if (viewer === 'petitioner' && internal.has(event.type)) return undefined
  const { kind } = event.by
  const shown = kind === 'resident' ? { ...event, by: { kind } } : event
  if (shown.type === 'petition.accusation-accuser-identified')
    return { ...shown, data: { ...shown.data, ...withoutAccounts(shown.data) } }
  if (shown.type !== 'petition.accusation-filed') return shown
  const accused = viewer === 'petitioner' ? nobodyAccused : shown.data.accused
  return { ...shown, data: { ...shown.data, ...withoutAccounts(shown.data), accused } }
}
