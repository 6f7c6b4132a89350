import type { DecideTable } from '@redress/core'
import { petitionErrors } from '../../errors.js'
import { checkDay } from '../../matter/checks.js'
import { speaker, supervises } from '../access.js'
import { supervisionOf } from '../defaults.js'
import { supervisionErrors } from '../errors.js'
import type { DrawnCase, DrawSample, RecordCheck } from './commands.js'
import type { SampleDrawing } from './draw.js'
import { type Inspection, unchecked } from './state.js'
import type { Context, InspectionTypes } from './types.js'

/** @param drawnFor what was drawn for an input before the command */
export const decideInspection = (
  drawnFor: (input: DrawSample) => SampleDrawing<DrawnCase> | undefined,
): DecideTable<InspectionTypes> => ({
  sample: (_, input, context) => {
    const { by, directory, rules, today } = context
    const { period, seed } = input
    const inspector = speaker(input.onBehalfOf, by, directory)
    const { id: unit } = directory.get(input.unit)
    if (!supervises(inspector, unit, directory, supervisionOf(rules).offices))
      throw supervisionErrors.NOT_A_SUPERVISOR({ unit: inspector, target: unit })
    const drawing = drawnFor(input)
    if (drawing === undefined || drawing.population === 0)
      throw supervisionErrors.SAMPLE_EMPTY({ unit, ...period })
    const data = { unit, period, seed, openedOn: today, inspector, ...drawing }
    return [{ type: 'petition.inspection-opened', data }]
  },

  recordCheck: (state, input, context) => {
    checkDrawn(state, input.case)
    checkItems(input, context)
    const { case: id, checks, note } = input
    const data = { case: id, on: context.today, checks }
    return [{ type: 'petition.inspection-case-checked', data, sealed: { texts: { note } } }]
  },

  setAside: (state, { case: id, reason }, { today }) => {
    checkDrawn(state, id)
    const data = { case: id, on: today }
    return [{ type: 'petition.inspection-case-set-aside', data, sealed: { texts: { reason } } }]
  },

  takeStep: (state, { step, on, record, answerBy }, context) => {
    checkDay('on', on, context, state.openedOn)
    if (answerBy !== undefined && answerBy < on)
      throw petitionErrors.DATE_BEFORE_EVENT({ field: 'answerBy', date: answerBy, notBefore: on })
    const owes = step === 'explanationDemanded' ? (answerBy ?? null) : null
    const data = { step, on, answerBy: owes }
    return [{ type: 'petition.inspection-step-taken', data, sealed: { texts: { record } } }]
  },

  explain: (_, { text }, { today }) => [
    { type: 'petition.inspection-explained', data: { on: today }, sealed: { texts: { text } } },
  ],

  conclude: (_, { finding }, { today }) => [
    { type: 'petition.inspection-concluded', data: { on: today }, sealed: { texts: { finding } } },
  ],
})

function checkDrawn(state: Inspection, id: string): void {
  if (!state.drawn.some((one) => one.id === id)) throw supervisionErrors.CASE_NOT_SAMPLED()
  if (!unchecked(state).some((one) => one.id === id)) throw supervisionErrors.CASE_CHECKED_ALREADY()
}

/** No answer is made up: each item takes one. */
function checkItems({ checks }: RecordCheck, { rules }: Context): void {
  const items = supervisionOf(rules).checklist.map(({ id }) => id)
  const given = Object.keys(checks)
  const missing = items.filter((item) => !given.includes(item))
  const unknown = given.filter((item) => !items.includes(item)).slice(0, 20)
  if (missing.length + unknown.length > 0) throw supervisionErrors.CHECKLIST_DIFFERS({ missing, unknown })
}
