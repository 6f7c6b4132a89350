import { type DecideTable, isAccusedUnit } from '@redress/core'
import { petitionErrors } from '../../errors.js'
import { actingUnit, checkDay, checkPerson, checkRecipient, unitToday } from '../../matter/checks.js'
import { accusedOf } from '../access.js'
import type { ClarifyAccused, investigationInputs, TellResult } from '../commands/investigation.js'
import { accusationErrors } from '../errors.js'
import type { Accusation } from '../state.js'
import type { AccusationTypes, Context } from '../types.js'
import { receivedAs } from './intake.js'

type Investigation = Pick<DecideTable<AccusationTypes>, keyof typeof investigationInputs>

export const decideInvestigation: Investigation = {
  investigate: (state, { investigators }, context) => {
    const named = [...new Set(investigators)]
    for (const person of named) checkInvestigator(person, state, context)
    const data = { on: context.today, investigators: named }
    return [{ type: 'petition.accusation-investigators-assigned', data }]
  },

  recuse: (_, { person, reason }, { by, today }) => {
    if (by.kind === 'officer' && by.id === person) throw petitionErrors.OWN_RECUSAL()
    const data = { on: today, person }
    return [{ type: 'petition.accusation-person-recused', data, sealed: { texts: { reason } } }]
  },

  tellPersonnel: (state, { to, report, major = false }, context) => {
    const data = { on: context.today, to: checkRecipient(to, state, context), major }
    return [{ type: 'petition.accusation-personnel-told', data, sealed: { texts: { report } } }]
  },

  protect: (_, { measure }, { today }) => [
    { type: 'petition.accusation-protected', data: { on: today }, sealed: { texts: { measure } } },
  ],

  conclude: (state, { outcome, findings }, context) => {
    const data = { on: context.today, by: actingUnit(state, context), outcome }
    return [{ type: 'petition.accusation-concluded', data, sealed: { texts: { findings } } }]
  },

  clarify: (state, input, context) => {
    const { manner, statement, approvedBy, persons = [], units = [] } = input
    checkCleared(state, input)
    const on = checkDay('on', input.on, context, state.conclusion?.on)
    const data = { on, manner, persons, units, approvedBy }
    return [{ type: 'petition.accusation-clarified', data, sealed: { texts: { statement } } }]
  },

  propose: (state, { to, proposal }, context) => {
    const data = { on: context.today, to: checkRecipient(to, state, context) }
    return [{ type: 'petition.accusation-measures-proposed', data, sealed: { texts: { proposal } } }]
  },

  feedBack: (state, input, context) => {
    checkManner(state, input)
    const { manner, proof, answer } = input
    const on = checkDay('on', input.on, context, state.conclusion?.on)
    const sealed = { texts: { proof, answer } }
    return [{ type: 'petition.accusation-result-told', data: { on, manner }, sealed }]
  },

  failToReach: (state, { attempts, answer, ...input }, context) => {
    const on = checkDay('on', input.on, context, state.conclusion?.on)
    const sealed = { texts: { attempts, answer } }
    return [{ type: 'petition.accusation-accuser-not-reached', data: { on }, sealed }]
  },

  close: (_, __, { today }) => [{ type: 'petition.accusation-closed', data: { on: today } }],

  reopen: (state, { ground, reasons }, context) => {
    const unit = unitToday(state, context).id
    const data = { on: context.today, ground, receivedAs: receivedAs(unit, context) }
    return [{ type: 'petition.accusation-reopened', data, sealed: { texts: { reasons } } }]
  },
}

/** Nobody who is accused, or has a post in an accused unit, works on it. */
function checkInvestigator(person: string, state: Accusation, { directory }: Context): void {
  checkPerson(person, state)
  const accused = accusedOf(state)
  if (directory.postsOf(person).some(({ unit }) => isAccusedUnit(unit, accused, directory)))
    throw petitionErrors.ACCUSED_HANDLER()
}

function checkCleared({ accused }: Accusation, { persons = [], units = [] }: ClarifyAccused): void {
  const areAccused =
    persons.every((one) => accused.persons.includes(one)) && units.every((one) => accused.units.includes(one))
  if (!areAccused || persons.length + units.length === 0) throw accusationErrors.CLARIFIED_NOT_ACCUSED()
}

/** Who gave a name is told; who gave none is found by nobody, and looks. */
function checkManner({ identity }: Accusation, { manner, consent }: TellResult): void {
  const waits = manner === 'queryCode'
  const isFit = identity === 'anonymous' ? waits || manner === 'inPerson' : !waits
  if (!isFit) throw accusationErrors.FEEDBACK_MANNER_UNFIT({ manner, identity })
  if (manner === 'electronic' && consent !== true) throw petitionErrors.DELIVERY_CONSENT_MISSING()
}
