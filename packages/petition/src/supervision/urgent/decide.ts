import type { Accused, CaseTypes, DecideContext, DecideTable } from '@redress/core'
import { petitionErrors } from '../../errors.js'
import { checkDay, checkRecipient } from '../../matter/checks.js'
import type { PetitionPolicy } from '../../rules/policy.js'
import { speaker } from '../access.js'
import { supervisionErrors } from '../errors.js'
import { type CaseFacts, known, ofNoCase } from '../subject.js'
import type { UrgentCommands } from './commands.js'
import type { UrgentEvent } from './events.js'
import { type UrgentReport, waitingReceipt } from './state.js'

/** The types of an urgent report under one name. */
export interface UrgentTypes extends CaseTypes {
  state: UrgentReport
  commands: UrgentCommands
  event: UrgentEvent
  opening: 'report'
  policy: PetitionPolicy
}

type Context = DecideContext<PetitionPolicy, UrgentReport>

/** @param factsOf the case with an id, as it was looked up before the command */
export const decideUrgent = (factsOf: (id: string) => CaseFacts | undefined): DecideTable<UrgentTypes> => ({
  report: (_, input, context) => {
    const { by, directory, at } = context
    const { text, also = [] } = input
    const {
      case: of,
      accused,
      confidential,
    } = input.case === undefined ? ofNoCase : known(input.case, factsOf)
    const unit = speaker(input.onBehalfOf, by, directory)
    const learnedAt = instant('learnedAt', input.learnedAt ?? at, context)
    const to = recipients(unit, also, accused, context)
    if (to.length === 0) throw supervisionErrors.URGENT_RECIPIENT_MISSING({ unit })
    const data = { unit, learnedAt, reportedAt: at, to, case: of, accused, confidential }
    return [{ type: 'petition.urgent-reported', data, sealed: { texts: { text } } }]
  },

  receive: (state, input, context) => {
    const { by, at } = context
    const isOfficer = by.kind === 'officer'
    const unit = isOfficer ? by.unit : input.unit
    if (unit === undefined) throw supervisionErrors.ON_BEHALF_MISSING()
    const waiting = waitingReceipt(state, unit, context.directory)
    if (waiting === undefined) throw supervisionErrors.NOT_A_RECIPIENT({ unit })
    // An officer cannot make a receipt earlier than it is.
    const receivedAt = isOfficer
      ? at
      : instant('receivedAt', input.receivedAt ?? at, context, state.reportedAt)
    return [{ type: 'petition.urgent-received', data: { unit: waiting.unit, receivedAt } }]
  },

  takeMeasure: (_, { on, text }, context) => {
    checkDay('on', on, context)
    return [{ type: 'petition.urgent-measure-taken', data: { on }, sealed: { texts: { text } } }]
  },

  close: (_, { text }, { today }) => [
    { type: 'petition.urgent-closed', data: { on: today }, sealed: { texts: { text } } },
  ],

  seal: (_, data) => [{ type: 'petition.urgent-sealed', data }],
})

/** An instant that has come, in UTC, and not before another. */
function instant(field: string, given: string, { at, today }: Context, notBefore = ''): string {
  const text = new Date(given).toISOString()
  if (text > at) throw petitionErrors.RECEIVED_IN_FUTURE({ field, date: text, today })
  if (text < notBefore) throw petitionErrors.DATE_BEFORE_EVENT({ field, date: text, notBefore })
  return text
}

/** The own government and the next higher office, and whoever else is named. Whom the case accuses is none of them. */
function recipients(
  unit: string,
  also: readonly string[],
  accused: Accused,
  context: Context,
): readonly string[] {
  const { directory, today } = context
  const above = directory.nextHigher(unit).map(({ id }) => id)
  const to = [...new Set([...above, ...also])].filter((one) => one !== unit)
  for (const one of [unit, ...to])
    checkRecipient(one, { accused, receivedOn: accused.since ?? today }, context)
  return to
}
