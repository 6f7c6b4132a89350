import * as z from 'zod'
import { nobodyAccused } from '../access/parties.js'
import {
  anyOf,
  anyResident,
  notHandler,
  petitioner,
  superiorUnit,
  system,
  unitInCharge,
} from '../access/rules.js'
import type { Calendar } from '../clock/calendar.js'
import { extendClock, pauseClock, resumeClock, startClock, stopClock } from '../clock/effect.js'
import type { DomainEvent } from '../event/event.js'
import { definePlugin, type Plugin } from '../plugin.js'
import type { RuleProfile } from '../rules/profile.js'
import type { CaseApi } from './api.js'
import { type CaseKind, type CaseTypes, defineKind } from './kind.js'

/** A small kind of case for the tests of core: a building permit with a limit of ten days. */
export interface Permit {
  readonly status: 'none' | 'applied' | 'granted' | 'refused'
  readonly subject: string
  readonly applicant: string
  readonly unit: string
  readonly handlers: readonly string[]
  readonly recused: readonly string[]
  readonly against: string
  readonly secret: string
  readonly notes: number
}

export interface PermitCommands {
  apply: {
    readonly subject: string
    readonly unit: string
    readonly applicant: string
    readonly against?: string | undefined
  }
  note: { readonly text: string }
  handle: { readonly handler: string }
  recuse: { readonly person: string }
  accuse: { readonly unit: string }
  extend: { readonly days: number }
  pause: { readonly from: string }
  resume: { readonly at: string }
  grant: { readonly until?: string | undefined }
  refuse: { readonly reason: string }
  split: { readonly subjects: readonly string[] }
}

interface Applied {
  readonly subject: string
  readonly unit: string
  readonly applicant: string
  readonly against: string
  readonly secret: string
}

export type PermitEvent =
  | DomainEvent<'permit.applied', Applied>
  | DomainEvent<'permit.noted', { readonly text: string }>
  | DomainEvent<'permit.handled', { readonly handler: string }>
  | DomainEvent<'permit.recused', { readonly person: string }>
  | DomainEvent<'permit.accused', { readonly unit: string }>
  | DomainEvent<'permit.extended', { readonly days: number }>
  | DomainEvent<'permit.paused', { readonly from: string }>
  | DomainEvent<'permit.resumed', { readonly at: string }>
  | DomainEvent<'permit.granted', { readonly until?: string | undefined }>
  | DomainEvent<'permit.refused', { readonly reason: string }>
  | DomainEvent<'permit.split', { readonly into: readonly string[] }>

export interface PermitTypes extends CaseTypes {
  state: Permit
  commands: PermitCommands
  event: PermitEvent
  opening: 'apply'
  policy: { readonly mostNotes: number }
}

const weekdays: Calendar = {
  id: 'test',
  timeZone: 'Asia/Shanghai',
  weekend: [0, 6],
  workingHours: [['09:00', '17:00']],
  years: { 2024: { holidays: '0101 0501-0505', workdays: '' }, 2025: { holidays: '0101', workdays: '' } },
  source: 'made for tests',
}

export const permitRules: RuleProfile<PermitTypes['policy']> = {
  id: 'test-rules',
  title: 'Rules for tests',
  source: 'made for tests',
  effectiveFrom: '2020-01-01',
  verified: true,
  calendar: weekdays,
  counting: { id: 'plain', endOfDay: '24:00', rollForward: true, source: 'made for tests' },
  limits: {
    decide: {
      unit: 'naturalDay',
      amount: 10,
      nature: 'duty',
      source: 'Test Act § 1',
      warnings: [{ band: 'near', before: 3 }],
      pausedBy: ['survey'],
    },
    appeal: { unit: 'naturalDay', amount: 30, nature: 'right', source: 'Test Act § 2' },
  },
  policy: { mostNotes: 3 },
}

const staff = anyOf(system, unitInCharge())

export const permitKind: CaseKind<PermitTypes> = defineKind<PermitTypes>({
  kind: 'permit.permit',
  initial: {
    status: 'none',
    subject: '',
    applicant: '',
    unit: '',
    handlers: [],
    recused: [],
    against: '',
    secret: '',
    notes: 0,
  },
  opening: 'apply',
  lifecycle: {
    none: { apply: ['applied'] },
    applied: {
      note: [],
      handle: [],
      recuse: [],
      accuse: [],
      extend: [],
      pause: [],
      resume: [],
      split: [],
      grant: ['granted'],
      refuse: ['refused'],
    },
    granted: { note: [] },
    refused: { note: [] },
  },
  inputs: {
    apply: z.strictObject({
      subject: z.string().min(1).max(100),
      unit: z.string().min(1).max(64),
      applicant: z.string().max(64),
      against: z.string().max(64).optional(),
    }),
    note: z.strictObject({ text: z.string().max(1000) }),
    handle: z.strictObject({ handler: z.string() }),
    recuse: z.strictObject({ person: z.string() }),
    accuse: z.strictObject({ unit: z.string() }),
    extend: z.strictObject({ days: z.int().min(1).max(100) }),
    pause: z.strictObject({ from: z.iso.date() }),
    resume: z.strictObject({ at: z.iso.date() }),
    grant: z.strictObject({ until: z.iso.date().optional() }),
    refuse: z.strictObject({ reason: z.string().min(1) }),
    split: z.strictObject({ subjects: z.array(z.string()).min(1) }),
  },
  access: {
    apply: anyOf(system, anyResident),
    note: anyOf(petitioner, staff),
    handle: staff,
    recuse: staff,
    accuse: staff,
    extend: staff,
    pause: staff,
    resume: staff,
    grant: anyOf(system, unitInCharge('head')),
    refuse: anyOf(superiorUnit('head'), (question) => unitInCharge('head')(question) ?? notHandler(question)),
    split: staff,
  },
  guards: {
    note: (state, { rules }) =>
      state.notes >= rules.policy.mostNotes
        ? { code: 'NOTES_FULL', message: 'there are enough notes' }
        : undefined,
  },
  decide: {
    apply: (_, { against = '', ...input }, { newCode }) => [
      { type: 'permit.applied', data: { ...input, against, secret: newCode() } },
    ],
    note: (_, { text }) => (text === '' ? [] : [{ type: 'permit.noted', data: { text } }]),
    handle: (_, data) => [{ type: 'permit.handled', data }],
    recuse: (_, data) => [{ type: 'permit.recused', data }],
    accuse: (_, data) => [{ type: 'permit.accused', data }],
    extend: (_, data) => [{ type: 'permit.extended', data }],
    pause: (_, data) => [{ type: 'permit.paused', data }],
    resume: (_, data) => [{ type: 'permit.resumed', data }],
    grant: (_, data) => [{ type: 'permit.granted', data }],
    refuse: (_, data) => [{ type: 'permit.refused', data }],
    split: ({ unit, applicant, against }, { subjects }, { newId, newCode }) => {
      const opens = subjects.map((subject) => ({
        id: newId(),
        events: [
          { type: 'permit.applied', data: { subject, unit, applicant, against, secret: newCode() } } as const,
        ],
      }))
      return { events: [{ type: 'permit.split', data: { into: opens.map(({ id }) => id) } }], opens }
    },
  },
  evolve: {
    'permit.applied': (_, data) => ({ ...data, status: 'applied' }),
    'permit.noted': ({ notes }) => ({ notes: notes + 1 }),
    'permit.handled': ({ handlers }, { handler }) => ({ handlers: [...handlers, handler] }),
    'permit.recused': ({ recused }, { person }) => ({ recused: [...recused, person] }),
    'permit.accused': (_, { unit }) => ({ against: unit }),
    'permit.extended': () => ({}),
    'permit.paused': () => ({}),
    'permit.resumed': () => ({}),
    'permit.granted': () => ({ status: 'granted' }),
    'permit.refused': () => ({ status: 'refused' }),
    'permit.split': () => ({}),
  },
  clocks: {
    'permit.applied': ({ data, at }) => [startClock('decide', { unit: data.unit, from: at })],
    'permit.extended': ({ data }) => [
      extendClock('decide', { amount: data.days, reason: 'needed', approvedBy: 'head' }),
    ],
    'permit.paused': ({ data }) => [pauseClock('decide', data.from, 'survey')],
    'permit.resumed': ({ data }) => [resumeClock('decide', data.at)],
    'permit.granted': ({ at }) => [stopClock('decide', at)],
    'permit.refused': ({ at }, { unit }) => [
      stopClock('decide', at),
      startClock('appeal', { unit, from: at }),
    ],
  },
  rules: [permitRules],
  parties: (state) => ({
    unit: state.unit,
    involved: [state.unit],
    petitioners: [state.applicant],
    handlers: state.handlers,
    recused: state.recused,
    accused: state.against === '' ? nobodyAccused : { persons: [], units: [state.against] },
  }),
  inbox: (state) => ({
    number: state.subject === '' ? undefined : `P-${state.subject}`,
    title: state.subject,
    open: state.status === 'applied',
    facets: { colour: state.subject.length % 2 === 0 ? 'even' : 'odd' },
    lookups: { secret: state.secret },
  }),
  views: [
    {
      name: 'permit.notes',
      version: 1,
      indexes: [{ equal: [], sort: 'notes' }],
      row: ({ state }) => (state.notes === 0 ? null : { notes: state.notes, subject: state.subject }),
    },
  ],
  present: (_, viewer) => (viewer === 'officer' ? { secret: '' } : undefined),
  presentEvent: (event, viewer) =>
    viewer === 'petitioner' && event.type === 'permit.noted' ? undefined : event,
  upcast: {
    // Version 0 of these notes was a bare text.
    'permit.noted': (data) =>
      typeof data === 'string' ? { text: data } : (data as { readonly text: string }),
  },
})

export interface PermitApi {
  readonly permit: CaseApi<PermitTypes>
  bySecret(secret: string): Promise<readonly string[]>
}
export interface PermitPlugin extends Plugin<'permit', PermitApi, PermitEvent> {}

export function permits(): PermitPlugin {
  return definePlugin<PermitPlugin>({
    id: 'permit',
    requires: [],
    setup: (host) => ({
      permit: host.addKind(permitKind),
      bySecret: (secret) => host.lookup('permit.permit', 'secret', secret),
    }),
  })
}
