import type { EvolveTable } from '@redress/core'
import { withOne } from '../matter/checks.js'
import { accountsOf } from '../matter/persons.js'
import type { Realisation, Suggestion } from './state.js'
import type { SuggestionTypes } from './types.js'

/** What each event changes. */
export const evolveSuggestion: EvolveTable<SuggestionTypes> = {
  'petition.suggestion-filed': (_, data) => ({
    ...data,
    status: 'received',
    receivedBy: data.unit,
    involved: [data.unit],
    petitionerIds: accountsOf(data.petitioners),
  }),
  'petition.suggestion-registered': (_, { number, matter, area }) => ({
    status: 'registered',
    number,
    matter,
    area,
  }),
  'petition.suggestion-screened': () => ({ status: 'screened' }),
  'petition.suggestion-declined': (_, { on }, { version }) => ({
    status: 'declined',
    declined: { version, on },
  }),
  'petition.suggestion-handed-over': (_, { accused, confidential, on, to }) => ({
    status: 'handedOver',
    handedOver: { on, to },
    accused,
    confidential,
  }),
  'petition.suggestion-supplemented': () => ({}),
  'petition.suggestion-noted': () => ({}),

  'petition.suggestion-transferred': (state, referral) => ({
    ...moved(state, referral.to),
    status: 'referred',
    referral,
    study: null,
    officer: null,
  }),
  'petition.suggestion-return-asked': (_, { by }) => ({ returnAskedBy: by }),
  'petition.suggestion-returned': (state, { to }) => ({
    ...moved(state, to),
    status: 'screened',
    referral: null,
    returnAskedBy: null,
  }),
  'petition.suggestion-return-refused': () => ({ returnAskedBy: null }),
  'petition.suggestion-study-opened': (state, { on, unit, officer, noticeOn }) => ({
    ...moved(state, unit),
    status: 'inStudy',
    study: { unit, on, noticeOn, views: 0 },
    officer,
    handlers: withOne(state.handlers, officer),
  }),
  'petition.suggestion-officer-assigned': ({ handlers }, { officer }) => ({
    officer,
    handlers: withOne(handlers, officer),
  }),
  'petition.suggestion-officer-recused': ({ recused, officer }, { person }) => ({
    recused: withOne(recused, person),
    officer: officer === person ? null : officer,
  }),
  'petition.suggestion-view-heard': ({ study }) => ({
    study: study === null ? null : { ...study, views: study.views + 1 },
  }),
  'petition.suggestion-decided': (_, decision, { version }) => ({
    status: 'decided',
    decision: { ...decision, version },
  }),

  'petition.suggestion-replied': (_, reply) => ({ status: 'replied', reply }),
  'petition.suggestion-not-reached': ({ notReached }, { on }) => ({
    notReached: { attempts: (notReached?.attempts ?? 0) + 1, on },
  }),
  'petition.suggestion-planned': (state, { on, unit, by }) => ({
    ...moved(state, unit),
    realisation:
      state.realisation === null
        ? { unit, by, on, changed: 0, reports: 0, state: 'planned', endedOn: null }
        : { ...state.realisation, unit, by, changed: state.realisation.changed + 1 },
  }),
  'petition.suggestion-progress-reported': ({ realisation }) => ({
    realisation: realisation === null ? null : { ...realisation, reports: realisation.reports + 1 },
  }),
  'petition.suggestion-realised': ({ realisation }, { on }) => ended(realisation, 'realised', on),
  'petition.suggestion-given-up': ({ realisation }, { on }) => ended(realisation, 'givenUp', on),
  'petition.suggestion-honoured': ({ honours }, { on, kind }) => ({ honours: [...honours, { on, kind }] }),

  'petition.suggestion-name-consent': ({ nameConsents }, { person, given }) => ({
    nameConsents: given ? withOne(nameConsents, person) : nameConsents.filter((one) => one !== person),
  }),
  'petition.suggestion-published': ({ publication }, { names, answered }, { version, at }) => ({
    publication: { version, since: publication?.since ?? at, names, answered },
  }),
  'petition.suggestion-unpublished': () => ({ publication: null }),
  'petition.suggestion-duty-made': ({ duties }, duty) => ({ duties: [...duties, duty] }),
  'petition.suggestion-supports-set-aside': (_, { batch }) => ({ setAsides: batch }),
  'petition.suggestion-supports-restored': () => ({}),

  'petition.suggestion-closed': (_, { on }) => ({ status: 'closed', closedOn: on }),
  'petition.suggestion-withdrawn': (_, { on }) => ({
    status: 'withdrawn',
    closedOn: on,
    publication: null,
  }),
  'petition.suggestion-reopened': (state) => ({
    status: 'screened',
    closedOn: null,
    declined: null,
    referral: null,
    study: null,
    officer: null,
    decision: null,
    earlier: state.decision === null ? state.earlier : [...state.earlier, state.decision],
    reply: null,
    notReached: null,
    realisation: null,
    reopened: state.reopened + 1,
  }),
}

const moved = ({ involved }: Suggestion, unit: string): Pick<Suggestion, 'unit' | 'involved'> => ({
  unit,
  involved: withOne(involved, unit),
})

const ended = (
  realisation: Realisation | null,
  state: Realisation['state'],
  endedOn: string,
): Partial<Suggestion> => ({ realisation: realisation === null ? null : { ...realisation, state, endedOn } })
