import {
  anyOf,
  anyOfficer,
  type CaseKind,
  type CaseTally,
  defineKind,
  type InputSchema,
  nobodyAccused,
  type PersonalRules,
  petitioner,
  type Row,
  reason,
  system,
} from '@redress/core'
import * as z from 'zod'
import { petitionRoles } from '../../matter/roles.js'
import { id } from '../../matter/words.js'
import { mark } from '../commands/publication.js'
import type { SupportState, SupportTypes } from './types.js'

/** The one period of counts that are not split by time. */
export const allTime = 'all'
export const supportKindName = 'petition.support'
/** The view behind `supportList`. */
export const supportView = 'petition.supports'
/** The hidden key that finds the support of an account. */
export const supportKey = (suggestion: string, account: string): string => `${suggestion}/${account}`

const { petitionOfficer, head } = petitionRoles
// Whose suggestion it is has been asked before: the suggestion's own command records the act.
const office = anyOf(system, anyOfficer(petitionOfficer, head))
const noAccount = reason('NO_ACCOUNT', 'only a resident with an account supports', '仅限实名账号附议')
const notSetAside = reason('NOT_SET_ASIDE', 'it is not set aside', '该附议未被搁置')
const stays = [] as const
const empty: InputSchema<object> = z.strictObject({})

/** One count, in one period, for each suggestion: what shows how much support there is, however much it is. */
const supportTally: CaseTally<SupportState> = {
  version: 1,
  counts: ({ state: { suggestion, status } }) => [
    { period: allTime, by: 'suggestion', of: suggestion, amounts: { [status]: 1 } },
  ],
}

/** Whom a support belongs to, so that people get their own with everything else about them. */
const supportPersonal: PersonalRules<SupportState> = {
  persons: ({ account }) => [{ person: 'p1', id: account }],
  masks: {},
  purposes: { ownMatter: { by: anyOf(system, petitioner), texts: false, reveals: [] } },
}

/** The kind of case behind `support`, `withdrawSupport`, `setAside` and `restore`. Its commands are not for hosts. */
export const supportKind: CaseKind<SupportTypes> = defineKind<SupportTypes>({
  kind: supportKindName,
  initial: { status: 'new', suggestion: '', account: '', givenAt: '', mark: null, batch: null },
  opening: 'give',
  lifecycle: {
    new: { give: ['given'] },
    // Two requests of one account can arrive at once: the second finds what it wants done.
    given: { renew: stays, withdraw: ['withdrawn'], setAside: ['setAside'] },
    setAside: { renew: stays, withdraw: ['withdrawn'], restore: ['given'] },
    withdrawn: { renew: ['given', 'setAside'], withdraw: stays, restore: stays },
  },
  inputs: {
    give: z.strictObject({ suggestion: id, mark: mark.optional() }),
    renew: z.strictObject({ mark: mark.optional() }),
    withdraw: empty,
    setAside: z.strictObject({ batch: z.int().min(1) }),
    restore: empty,
  },
  access: {
    give: ({ actor }) => (actor.kind === 'resident' ? undefined : noAccount),
    renew: petitioner,
    withdraw: petitioner,
    setAside: office,
    restore: office,
  },
  guards: { restore: ({ batch }) => (batch === null ? notSetAside : undefined) },
  decide: {
    give: (_, { suggestion, mark: found = null }, { by }) => [
      {
        type: 'petition.support-given',
        data: { suggestion, account: by.kind === 'resident' ? by.id : '', mark: found },
      },
    ],
    renew: ({ status }, { mark: found = null }) =>
      status === 'withdrawn' ? [{ type: 'petition.support-renewed', data: { mark: found } }] : [],
    withdraw: ({ status }) =>
      status === 'withdrawn' ? [] : [{ type: 'petition.support-withdrawn', data: {} }],
    setAside: (_, { batch }) => [{ type: 'petition.support-set-aside', data: { batch } }],
    restore: () => [{ type: 'petition.support-restored', data: {} }],
  },
  evolve: {
    'petition.support-given': (_, data, { at }) => ({ ...data, status: 'given', givenAt: at }),
    'petition.support-renewed': ({ batch }, data, { at }) => ({
      ...data,
      status: batch === null ? 'given' : 'setAside',
      givenAt: at,
    }),
    'petition.support-withdrawn': () => ({ status: 'withdrawn' }),
    'petition.support-set-aside': (_, { batch }) => ({ status: 'setAside', batch }),
    'petition.support-restored': ({ status }) => ({
      status: status === 'withdrawn' ? status : 'given',
      batch: null,
    }),
  },
  rules: [],
  parties: ({ account }) => ({
    // No unit has it: it stands in nobody's inbox, and who supports what is for no officer to read.
    unit: '',
    involved: [],
    petitioners: [account],
    handlers: [],
    recused: [],
    accused: nobodyAccused,
  }),
  read: anyOf(system, petitioner),
  personal: supportPersonal,
  tally: supportTally,
  inbox: ({ status, suggestion, account }) => ({
    number: undefined,
    title: '附议 · support',
    open: false,
    facets: { suggestion, support: status },
    lookups: { of: supportKey(suggestion, account) },
  }),
  views: [
    {
      name: supportView,
      version: 1,
      indexes: [{ equal: ['suggestion', 'status'], sort: 'since' }],
      row: ({ state: { suggestion, status, givenAt, mark: found, batch } }): Row => ({
        suggestion,
        status,
        since: Date.parse(givenAt),
        mark: found,
        batch,
      }),
    },
  ],
})
