import {
  anyOf,
  type CaseKind,
  type CaseParties,
  type CaseTally,
  defineKind,
  type EvolveTable,
  type InboxFacts,
  type Lifecycle,
  nobodyAccused,
  reason,
  startClock,
  stopClock,
  system,
  unitInCharge,
} from '@redress/core'
import { withOne } from '../../matter/checks.js'
import { matterRead, petitionRoles } from '../../matter/roles.js'
import type { PetitionRules } from '../../rules/policy.js'
import { opener, supervisionPersonal, supervisor } from '../access.js'
import { countLines } from '../count-lines.js'
import { type DrawnCase, type DrawSample, inspectionInputs } from './commands.js'
import { decideInspection } from './decide.js'
import type { SampleDrawing } from './draw.js'
import { failures, type Inspection, noInspection, unchecked } from './state.js'
import type { InspectionTypes } from './types.js'

const { petitionOfficer, handler, head } = petitionRoles
const stays = [] as const
const unfinished = reason(
  'CASES_UNCHECKED',
  'some of the drawn cases are not checked yet',
  '尚有抽取的事项未检查',
)
const nothingOwed = reason('NO_EXPLANATION_OWED', 'no explanation was demanded', '没有待提交的书面说明')

/**
 * The kind of case behind `platform.petition.supervision.inspections`.
 *
 * @param drawnFor what was drawn for an input before the command
 */
export function inspectionKind(
  rules: readonly PetitionRules[],
  drawnFor: (input: DrawSample) => SampleDrawing<DrawnCase> | undefined = () => undefined,
): CaseKind<InspectionTypes> {
  return defineKind<InspectionTypes>({
    kind: 'petition.inspection',
    initial: noInspection,
    opening: 'sample',
    lifecycle: inspectionLifecycle,
    inputs: inspectionInputs,
    access: {
      sample: opener,
      recordCheck: supervisor,
      setAside: supervisor,
      takeStep: supervisor,
      explain: anyOf(system, unitInCharge(petitionOfficer, handler, head)),
      conclude: supervisor,
    },
    read: matterRead,
    guards: {
      explain: ({ explanationOwed }) => (explanationOwed ? undefined : nothingOwed),
      conclude: (state) => (unchecked(state).length === 0 ? undefined : unfinished),
    },
    decide: decideInspection(drawnFor),
    evolve: evolveInspection,
    clocks: {
      'petition.inspection-step-taken': ({ data }, { unit }) =>
        data.answerBy === null
          ? []
          : [startClock('explanation', { unit, from: data.on, until: data.answerBy })],
      'petition.inspection-explained': ({ data }) => [stopClock('explanation', data.on)],
      'petition.inspection-concluded': ({ data }) => [stopClock('explanation', data.on)],
    },
    rules,
    parties: inspectionParties,
    inbox: inspectionInbox,
    personal: supervisionPersonal,
    tally: inspectionTally,
  })
}

export const inspectionLifecycle: Lifecycle<InspectionTypes> = {
  new: { sample: ['open'] },
  open: { recordCheck: stays, setAside: stays, takeStep: stays, explain: stays, conclude: ['concluded'] },
  concluded: {},
}

const evolveInspection: EvolveTable<InspectionTypes> = {
  'petition.inspection-opened': (_, data) => ({
    ...data,
    status: 'open',
    involved: withOne([data.unit], data.inspector),
  }),
  'petition.inspection-case-checked': (state, checked) => ({ checked: [...state.checked, checked] }),
  'petition.inspection-case-set-aside': (state, data) => ({ setAside: [...state.setAside, data.case] }),
  'petition.inspection-step-taken': (state, { step, on }) => ({
    steps: [...state.steps, { step, on }],
    explanationOwed: state.explanationOwed || step === 'explanationDemanded',
  }),
  'petition.inspection-explained': () => ({ explanationOwed: false }),
  'petition.inspection-concluded': (_, { on }) => ({ status: 'concluded', concludedOn: on }),
}

const none: readonly never[] = Object.freeze([])

/** What was drawn may be confidential: only staff with a duty in it read an inspection. */
function inspectionParties({ unit, involved }: Inspection): CaseParties {
  const accused = nobodyAccused
  return { unit, involved, petitioners: none, handlers: none, recused: none, accused, confidential: true }
}

function inspectionInbox({ status }: Inspection): InboxFacts {
  return { number: undefined, title: '督查 · inspection', open: status === 'open', facets: {} }
}

/** What was found in a unit, by the month in which it was inspected (信访工作条例 2022 Art. 43–46). */
const inspectionTally: CaseTally<Inspection> = {
  version: 1,
  counts: ({ state }) =>
    countLines({ unit: state.unit, accused: nobodyAccused }, state.openedOn, state.inspector, {
      inspections: 1,
      checked: state.checked.length,
      setAside: state.setAside.length,
      clean: state.checked.filter(({ checks }) => !Object.values(checks).includes('failed')).length,
      ...Object.fromEntries(
        Object.entries(failures(state)).map(([item, count]) => [`failed:${item}`, count]),
      ),
    }),
}
