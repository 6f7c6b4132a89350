import type { DecideTable } from '@redress/core'
import { petitionErrors } from '../../../errors.js'
import { checkDay, checkRecipient, isNobody, toAccused, withOne } from '../../../matter/checks.js'
import { receptionErrors } from '../../errors.js'
import type { receptionInputs } from '../commands/reception.js'
import { speaksFor } from '../staff.js'
import type { JointUnit, Visit } from '../state.js'
import type { VisitContext, VisitTypes } from '../types.js'

type Receptions = Pick<DecideTable<VisitTypes>, keyof typeof receptionInputs>

export const decideReception: Receptions = {
  receive: (_, __, { by, today }) => [
    { type: 'petition.visit-received', data: { on: today, officer: by.kind === 'officer' ? by.id : null } },
  ],

  record: (_, { text, readBack }, { today }) => {
    const data = { on: today, readBack: readBack.outcome, length: text.length }
    const note = readBack.outcome === 'refused' ? readBack.note : undefined
    return [{ type: 'petition.visit-recorded', data, sealed: { texts: { text, note } } }]
  },

  accuse: (state, input, context) => {
    const named = toAccused(input.accused, context)
    if (isNobody(named)) throw petitionErrors.ACCUSED_MISSING()
    const accused = {
      persons: named.persons.reduce(withOne, state.accused.persons),
      units: named.units.reduce(withOne, state.accused.units),
    }
    const { window = state.window, windowUnit = state.windowUnit } = input
    const { receivedOn, unit } = state
    for (const one of [unit, windowUnit]) checkRecipient(one, { accused, receivedOn }, context)
    return [{ type: 'petition.visit-accused', data: { on: context.today, accused, window, windowUnit } }]
  },

  recuse: (_, { person, reason }, { today }) => [
    { type: 'petition.visit-officer-recused', data: { on: today, person }, sealed: { texts: { reason } } },
  ],

  invite: (state, { unit, question }, context) => {
    if (state.joint.some((one) => one.unit === unit)) throw receptionErrors.ALREADY_INVITED({ unit })
    checkRecipient(unit, state, context)
    const data = { on: context.today, unit }
    return [{ type: 'petition.visit-unit-invited', data, sealed: { texts: { question } } }]
  },

  attend: (state, { unit, present }, { today }) => {
    jointUnit(state, unit)
    return [{ type: 'petition.visit-unit-attended', data: { on: today, unit, present } }]
  },

  answer: (state, { unit, text, commitment }, context) => {
    const { present } = jointUnit(state, unit)
    if (present !== true) throw receptionErrors.NOT_PRESENT({ unit })
    checkSpeaker(unit, state, context)
    const { today } = context
    const by = commitment?.by ?? null
    if (by !== null && by < today)
      throw petitionErrors.DATE_BEFORE_EVENT({ field: 'commitment.by', date: by, notBefore: today })
    const data = { on: today, unit, by }
    const sealed = { texts: { text, commitment: commitment?.text } }
    return [{ type: 'petition.visit-unit-answered', data, sealed }]
  },

  keep: (state, { commitment, on, proof }, context) => {
    const promised = state.commitments.find((one) => one.commitment === commitment && one.keptOn === null)
    if (promised === undefined) throw receptionErrors.COMMITMENT_UNKNOWN({ commitment })
    checkSpeaker(promised.unit, state, context)
    checkDay('on', on, context, promised.on)
    const data = { on, commitment }
    return [{ type: 'petition.visit-commitment-kept', data, sealed: { texts: { proof } } }]
  },
}

function jointUnit({ joint }: Visit, unit: string): JointUnit {
  const found = joint.find((one) => one.unit === unit)
  if (found === undefined) throw receptionErrors.NOT_INVITED({ unit })
  return found
}

function checkSpeaker(unit: string, state: Visit, context: VisitContext): void {
  if (!speaksFor(unit, state, context)) throw receptionErrors.ANSWER_OF_OTHERS({ unit })
}
