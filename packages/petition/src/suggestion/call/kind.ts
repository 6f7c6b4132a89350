import {
  anyOf,
  anyOfficer,
  type CaseKind,
  defineKind,
  type Guard,
  involvedUnit,
  nobodyAccused,
  type PersonalRules,
  reason,
  system,
  unitInCharge,
} from '@redress/core'
import { petitionRoles } from '../../matter/roles.js'
import type { PetitionRules } from '../../rules/policy.js'
import { publicRow } from '../showcase/row.js'
import { callInputs } from './commands.js'
import { decideCall } from './decide.js'
import type { CallTypes } from './events.js'
import { noCall, type SuggestionCall } from './state.js'

const { petitionOfficer, head } = petitionRoles
const desk = anyOf(system, unitInCharge(petitionOfficer, head))
const stays = [] as const

const running = reason('CALL_RUNNING', 'its period has not ended; close it first', '征集期限尚未届满')
const whileRunning: Guard<CallTypes> = ({ status, until }, { today }) =>
  status === 'published' && today <= until ? running : undefined

/** The view behind `calls.published`. */
export const publishedCalls = 'petition.published-calls'

/** The kind of case behind `platform.petition.suggestion.calls`. */
export function callKind(rules: readonly PetitionRules[]): CaseKind<CallTypes> {
  return defineKind<CallTypes>({
    kind: 'petition.call',
    initial: noCall,
    opening: 'draft',
    lifecycle: {
      new: { draft: ['draft'] },
      draft: { publish: ['published'], cancel: ['cancelled'] },
      published: { extend: stays, close: ['closed'], report: ['reported'] },
      closed: { report: ['reported'] },
      reported: { report: stays },
      cancelled: {},
    },
    inputs: callInputs,
    access: {
      draft: anyOf(system, anyOfficer(petitionOfficer, head)),
      publish: desk,
      extend: desk,
      close: desk,
      report: desk,
      cancel: desk,
    },
    guards: { report: whileRunning },
    decide: decideCall,
    evolve: {
      'petition.call-drafted': (_, data) => ({ ...data, status: 'draft' }),
      'petition.call-published': (_, __, { at }) => ({ status: 'published', publishedAt: at }),
      'petition.call-extended': ({ extended }, { until }) => ({ until, extended: extended + 1 }),
      'petition.call-closed': (_, { on }) => ({ status: 'closed', closedOn: on }),
      'petition.call-reported': ({ closedOn, until }, _, { version }) => ({
        status: 'reported',
        closedOn: closedOn ?? until,
        report: version,
      }),
      'petition.call-cancelled': (_, { on }) => ({ status: 'cancelled', closedOn: on }),
    },
    rules,
    parties: ({ unit }) => ({
      unit,
      involved: [unit],
      petitioners: [],
      handlers: [],
      recused: [],
      accused: nobodyAccused,
    }),
    personal: callPersonal,
    inbox: ({ status, area, matter }) => {
      const facets: Record<string, string> = {}
      if (area !== null) facets.area = area
      if (matter !== null) facets.matter = matter
      return {
        number: undefined,
        title: '人民建议征集 · call for suggestions',
        open: status !== 'reported' && status !== 'cancelled',
        facets,
      }
    },
    views: [
      {
        name: publishedCalls,
        version: 1,
        indexes: [
          { equal: [], sort: 'since' },
          { equal: ['unit'], sort: 'since' },
        ],
        row: (record) => publicRow(record, record.state.publishedAt, callRow),
      },
    ],
  })
}

/** What the public may know of a call without opening the vault. */
export interface CallRow
  extends Pick<SuggestionCall, 'unit' | 'from' | 'until' | 'questions' | 'area' | 'matter' | 'report'> {
  readonly status: 'published' | 'closed' | 'reported'
}

function callRow({ status, unit, from, until, questions, area, matter, report }: SuggestionCall): CallRow {
  const shown = status === 'closed' || status === 'reported' ? status : 'published'
  return { status: shown, unit, from, until, questions, area, matter, report }
}

/** The words of an office; nobody's data. They are apart from the log all the same, so that a slip can be erased. */
const callPersonal: PersonalRules<SuggestionCall> = {
  persons: () => [],
  masks: {},
  purposes: {
    /** 征集工作 */
    work: { by: anyOf(system, involvedUnit()), texts: true, reveals: [] },
    /** 公开 */
    publication: { by: system, texts: true, reveals: [] },
  },
}
