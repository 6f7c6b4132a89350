import type { EvolveTable } from '@redress/core'
import { withOne } from '../../matter/checks.js'
import type { ListedSupervision, Rectification } from './state.js'
import type { SupervisionTypes } from './types.js'

/** What each event changes. */
export const evolveMatter: EvolveTable<SupervisionTypes> = {
  'petition.supervision-opened': (_, data) => ({
    ...data,
    status: 'open',
    involved: withOne([data.unit], data.supervisor),
  }),
  'petition.supervision-urged': (state, urging) => ({
    urgings: [...state.urgings, { ...urging, answeredOn: null }],
    involved: withOne(state.involved, urging.by),
  }),
  'petition.supervision-urging-answered': (state, { on }) => ({
    urgings: state.urgings.map((one) => (one.answeredOn === null ? { ...one, answeredOn: on } : one)),
  }),
  'petition.supervision-listed': (state, listing) => ({
    listings: [...state.listings, { ...listing, delistedOn: null }],
    involved: withOne(state.involved, listing.decidedBy),
  }),
  'petition.supervision-delisted': (state, { on }) => ({
    listings: withLast<ListedSupervision>(state.listings, { delistedOn: on }),
  }),
  'petition.supervision-interviewed': (state, interview) => ({
    interviews: [...state.interviews, interview],
    involved: withOne(state.involved, interview.decidedBy),
  }),
  'petition.supervision-circulated': (state, circular) => ({
    circulars: [...state.circulars, circular],
    involved: withOne(state.involved, circular.decidedBy),
  }),
  'petition.supervision-rectification-ordered': (state, ordered) => ({
    rectifications: [
      ...state.rectifications,
      { ...ordered, reportedOn: null, reportedBy: null, checks: [], acceptedOn: null },
    ],
    involved: withOne(state.involved, ordered.decidedBy),
  }),
  'petition.supervision-rectification-reported': (state, { on, reportedBy }) => ({
    rectifications: withLast<Rectification>(state.rectifications, { reportedOn: on, reportedBy }),
  }),
  'petition.supervision-rectification-checked': (state, { on, passed }) => ({
    rectifications: withLast<Rectification>(state.rectifications, {
      checks: [...(state.rectifications.at(-1)?.checks ?? []), { on, passed }],
      // Sent back, it is reported anew.
      ...(passed ? { acceptedOn: on } : { reportedOn: null, reportedBy: null }),
    }),
  }),
  'petition.supervision-closed': (_, { on, result }) => ({ status: 'closed', closedOn: on, result }),
  'petition.supervision-sealed': (_, { accused, confidential }) => ({ accused, confidential }),
}

/** A list whose last entry has changed. */
function withLast<Entry>(list: readonly Entry[], change: Partial<Entry>): readonly Entry[] {
  const last = list.at(-1)
  return last === undefined ? list : [...list.slice(0, -1), { ...last, ...change }]
}
