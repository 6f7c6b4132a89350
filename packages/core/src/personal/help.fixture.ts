import * as z from 'zod'
import { nobodyAccused } from '../access/parties.js'
import { anyOf, anyOfficer, anyResident, petitioner, system, unitInCharge } from '../access/rules.js'
import type { CaseApi } from '../case/api.js'
import { type CaseKind, type CaseTypes, defineKind } from '../case/kind.js'
import { permitRules } from '../case/permit.fixture.js'
import type { SealedFields } from '../case/sealed.js'
import type { DomainEvent } from '../event/event.js'
import { definePlugin, type Plugin } from '../plugin.js'
import type { RuleProfile } from '../rules/profile.js'
import { maskAddress, maskName, maskPhone } from './masks.js'
import type { CasePerson } from './rules.js'

/** A small kind of case for the tests of personal data: somebody asks for help, perhaps with another person, perhaps against one. */
export interface Help {
  readonly status: 'none' | 'open' | 'closed'
  readonly unit: string
  readonly against: string
  readonly persons: readonly CasePerson[]
  readonly told: number
}

/** What is told goes into the vault as it is: texts, and fields of persons. */
export interface Told {
  readonly texts?: SealedFields | undefined
  readonly persons?: Readonly<Record<string, SealedFields>> | undefined
  /** The accounts of persons, by their keys. */
  readonly accounts?: Readonly<Record<string, string>> | undefined
}

export interface HelpCommands {
  ask: Told & { readonly unit: string; readonly against?: string | undefined }
  tell: Told
  /** A note of the unit, which residents must not see. */
  note: { readonly text: string }
  part: { readonly texts: readonly string[] }
  close: object
}

interface Asked {
  readonly unit: string
  readonly against: string
  readonly persons: readonly CasePerson[]
}

export type HelpEvent =
  | DomainEvent<'help.asked', Asked>
  | DomainEvent<'help.taken', object>
  | DomainEvent<'help.told', { readonly persons: readonly CasePerson[] }>
  | DomainEvent<'help.noted', object>
  | DomainEvent<'help.parted', { readonly into: readonly string[] }>
  | DomainEvent<'help.closed', object>

export interface HelpTypes extends CaseTypes {
  state: Help
  commands: HelpCommands
  event: HelpEvent
  opening: 'ask'
  policy: object
  receipt: { readonly code: string }
}

const told = { source: 'made for tests', verified: true }
const helpRules: RuleProfile = {
  ...permitRules,
  id: 'help-rules',
  limits: {},
  retention: {
    short: { title: 'Short', restrictAfter: 1, eraseAfter: 2, pruneAfter: 3, ...told },
    plain: { title: 'Erased only', eraseAfter: 1, ...told },
    now: { title: 'At once', eraseAfter: 0, pruneAfter: 0, ...told },
    permanent: { title: 'Permanent', ...told },
  },
  policy: {},
}

const fields = z.record(z.string(), z.string().optional())
const toldSchema = {
  texts: fields.optional(),
  persons: z.record(z.string(), fields).optional(),
  accounts: z.record(z.string(), z.string()).optional(),
}
const staff = anyOf(system, unitInCharge())
const personsOf = ({ persons = {}, accounts = {} }: Told): readonly CasePerson[] =>
  Object.keys(persons).map((person) =>
    Object.hasOwn(accounts, person) ? { person, id: accounts[person] } : { person },
  )
const sealedOf = ({ texts, persons }: Told) => ({
  ...(texts === undefined ? {} : { texts }),
  ...(persons === undefined ? {} : { persons }),
})

export const helpKind: CaseKind<HelpTypes> = defineKind<HelpTypes>({
  kind: 'help.request',
  initial: { status: 'none', unit: '', against: '', persons: [], told: 0 },
  opening: 'ask',
  lifecycle: {
    none: { ask: ['open'] },
    open: { tell: [], note: [], part: [], close: ['closed'] },
    closed: { tell: [] },
  },
  inputs: {
    ask: z.strictObject({ unit: z.string(), against: z.string().optional(), ...toldSchema }),
    tell: z.strictObject(toldSchema),
    note: z.strictObject({ text: z.string().max(1000) }),
    part: z.strictObject({ texts: z.array(z.string()) }),
    close: z.strictObject({}),
  },
  access: {
    ask: anyOf(system, anyResident),
    tell: anyOf(petitioner, staff),
    note: staff,
    part: staff,
    close: staff,
  },
  decide: {
    // Two events: the receipt belongs to the first one, whatever follows.
    ask: (_, input, { newCode }) => [
      {
        type: 'help.asked',
        data: { unit: input.unit, against: input.against ?? '', persons: personsOf(input) },
        sealed: { ...sealedOf(input), receipt: { code: newCode() } },
      },
      { type: 'help.taken', data: {} },
    ],
    tell: ({ persons }, input) => [
      {
        type: 'help.told',
        data: {
          persons: personsOf(input).filter((one) => !persons.some((two) => one.person === two.person)),
        },
        sealed: sealedOf(input),
      },
    ],
    note: (_, { text }) => [{ type: 'help.noted', data: {}, sealed: { texts: { note: text } } }],
    part: ({ unit, against, persons }, { texts }, { newId, newCode }) => {
      const opens = texts.map((text) => ({
        id: newId(),
        events: [
          {
            type: 'help.asked',
            data: { unit, against, persons },
            sealed: { texts: { text }, receipt: { code: newCode() } },
          } as const,
        ],
      }))
      return { events: [{ type: 'help.parted', data: { into: opens.map(({ id }) => id) } }], opens }
    },
    close: () => [{ type: 'help.closed', data: {} }],
  },
  evolve: {
    'help.asked': (_, data) => ({ ...data, status: 'open' }),
    'help.taken': () => ({}),
    'help.told': (state, { persons }) => ({
      persons: [...state.persons, ...persons],
      told: state.told + 1,
    }),
    'help.noted': () => ({}),
    'help.parted': () => ({}),
    'help.closed': () => ({ status: 'closed' }),
  },
  rules: [helpRules],
  parties: ({ unit, persons, against }) => ({
    unit,
    involved: [unit],
    petitioners: persons.flatMap(({ id }) => (id === undefined ? [] : [id])),
    handlers: [],
    recused: [],
    accused: against === '' ? nobodyAccused : { persons: [against], units: [] },
  }),
  inbox: ({ status }) => ({ number: undefined, title: 'help', open: status === 'open', facets: {} }),
  presentEvent: (event, viewer) =>
    viewer === 'petitioner' && event.type === 'help.noted' ? undefined : event,
  personal: {
    persons: ({ persons }) => persons,
    masks: { name: maskName, phone: maskPhone, address: maskAddress },
    lookups: { phone: (value) => value.replaceAll(/\D/g, '') },
    purposes: {
      handling: { by: staff, texts: true, reveals: [] },
      delivery: {
        by: anyOf(system, unitInCharge('postman')),
        texts: false,
        reveals: ['name', 'phone', 'address'],
      },
      own: { by: petitioner, texts: true, reveals: ['name', 'phone', 'address', 'receipt'] },
      archive: {
        by: anyOf(system, anyOfficer('recordsOfficer')),
        texts: true,
        reveals: ['name'],
        whenRestricted: true,
      },
    },
    searches: { intake: anyOf(system, anyOfficer('intake')), archive: anyOfficer('recordsOfficer') },
  },
})

export interface HelpApi {
  readonly request: CaseApi<HelpTypes>
}
export interface HelpPlugin extends Plugin<'help', HelpApi, HelpEvent> {}

export const helps = (kind: CaseKind<HelpTypes> = helpKind): HelpPlugin =>
  definePlugin<HelpPlugin>({ id: 'help', requires: [], setup: (host) => ({ request: host.addKind(kind) }) })
