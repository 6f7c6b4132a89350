import type { DecideContext, DecideTable } from '@redress/core'
import { personalDataIn } from '../de-identified.js'
import { suggestionErrors } from '../errors.js'
import type { CallTypes } from './events.js'

export const decideCall: DecideTable<CallTypes> = {
  draft: (_, input, context) => {
    const { unit, title, text, questions = [], from, until, area, matter } = input
    checkDrafter(unit, context)
    if (area !== undefined) context.directory.get(area)
    checkPeriod(from, until, context)
    const asked = Object.fromEntries(questions.map((question, n) => [`question${n + 1}`, question]))
    const data = {
      unit,
      from,
      until,
      questions: questions.length,
      area: area ?? null,
      matter: matter ?? null,
    }
    return [{ type: 'petition.call-drafted', data, sealed: { texts: { title, text, ...asked } } }]
  },

  publish: ({ from, until }, _, context) => {
    // The draft may have waited too long.
    checkPeriod(from, until, context)
    return [{ type: 'petition.call-published', data: { on: context.today } }]
  },

  extend: (state, { until, reason }, { today }) => {
    if (today > state.until) throw suggestionErrors.CALL_ENDED({ until: state.until, today })
    if (until <= state.until)
      throw suggestionErrors.CALL_EXTENSION_NOT_LATER({ until: state.until, to: until })
    return [{ type: 'petition.call-extended', data: { on: today, until }, sealed: { texts: { reason } } }]
  },

  close: ({ until }, { reason }, { today }) => {
    if (today <= until && reason === undefined) throw suggestionErrors.CALL_REASON_MISSING({ until })
    return [{ type: 'petition.call-closed', data: { on: today }, sealed: { texts: { reason } } }]
  },

  report: (_, { report }, { today }) => {
    const found = personalDataIn([report], [])
    if (found.length > 0) throw suggestionErrors.PERSONAL_DATA_PUBLISHED({ found })
    return [{ type: 'petition.call-reported', data: { on: today }, sealed: { texts: { report } } }]
  },

  cancel: (_, { reason }, { today }) => [
    { type: 'petition.call-cancelled', data: { on: today }, sealed: { texts: { reason } } },
  ],
}

/** Nobody speaks to the public in the name of others. @throws UNIT_UNKNOWN, CALL_OF_OTHERS */
function checkDrafter(unit: string, { by, directory }: Pick<DecideContext, 'by' | 'directory'>): void {
  directory.get(unit)
  if (by.kind !== 'officer' || by.unit === unit || directory.isSuperior(by.unit, unit)) return
  throw suggestionErrors.CALL_OF_OTHERS({ unit })
}

/** @throws CALL_PERIOD_INVALID */
function checkPeriod(from: string, until: string, { today }: Pick<DecideContext, 'today'>): void {
  if (until < from || until < today) throw suggestionErrors.CALL_PERIOD_INVALID({ from, until, today })
}
