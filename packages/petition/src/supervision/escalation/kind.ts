import {
  type CaseKind,
  type CaseTypes,
  type DomainEvent,
  defineKind,
  nobodyAccused,
  system,
} from '@redress/core'
import * as z from 'zod'
import { id } from '../../matter/words.js'
import { trusted } from '../trusted.js'

/** What has been told about one case. Only the system reads it: a list of it would tell of cases that a reader must not know of. */
export interface Escalation {
  readonly status: 'new' | 'kept'
  readonly case: string
  readonly told: readonly ToldLevel[]
}

/** A level of the reporting chain that was told of a late duty. */
export interface ToldLevel {
  readonly level: string
  readonly clock: string
  /** Which run of which clock: its place among the clocks of the case, from 0. */
  readonly run: number
  readonly unit: string
  readonly role: string
  /** The ids of those who were told; empty where the unit as such was. */
  readonly persons: readonly string[]
  /** The last day of the limit, as it was then. */
  readonly dueOn: string
}

export interface EscalationCommands {
  /** Opens the record of a case. */
  keep: { readonly case: string }
  /** Records that a level was told; once for each run of a clock. */
  tell: ToldLevel
}

export type EscalationEvent =
  | DomainEvent<'petition.escalation-kept', { readonly case: string }>
  | DomainEvent<'petition.escalation-told', ToldLevel>

export interface EscalationTypes extends CaseTypes {
  state: Escalation
  commands: EscalationCommands
  event: EscalationEvent
  opening: 'keep'
  policy: object
}

export const isTold = ({ told }: Escalation, { level, run }: Pick<ToldLevel, 'level' | 'run'>): boolean =>
  told.some((one) => one.level === level && one.run === run)

const none: readonly never[] = Object.freeze([])

export const escalationKind: CaseKind<EscalationTypes> = defineKind<EscalationTypes>({
  kind: 'petition.escalation',
  initial: { status: 'new', case: '', told: none },
  opening: 'keep',
  lifecycle: { new: { keep: ['kept'] }, kept: { tell: [] } },
  inputs: { keep: z.strictObject({ case: id }), tell: trusted<ToldLevel>() },
  access: { keep: system, tell: system },
  read: system,
  decide: {
    keep: (_, data) => [{ type: 'petition.escalation-kept', data }],
    tell: (state, told) => (isTold(state, told) ? [] : [{ type: 'petition.escalation-told', data: told }]),
  },
  evolve: {
    'petition.escalation-kept': (_, data) => ({ status: 'kept', case: data.case }),
    'petition.escalation-told': (state, told) => ({ told: [...state.told, told] }),
  },
  rules: [],
  parties: () => ({
    unit: '',
    involved: none,
    petitioners: none,
    handlers: none,
    recused: none,
    accused: nobodyAccused,
  }),
  inbox: (state) => ({
    number: undefined,
    title: '逾期报告 · escalation',
    open: false,
    facets: {},
    lookups: { case: state.case },
  }),
})
