import type { DecideTable } from '@redress/core'
import { checkRecipient, isNobody, toAccused } from '../../../matter/checks.js'
import { checkFilers, peopleOf, representativesOf } from '../../../matter/filing.js'
import { petitionersOf, sealedPersons } from '../../../matter/persons.js'
import { digestOfCode } from '../../../matter/query-code.js'
import { checkDayOpen, checkHorizon } from '../../day/dates.js'
import { receptionErrors } from '../../errors.js'
import { halfOf, instantOf } from '../../local-time.js'
import type { arrivalInputs, OpenVisit } from '../commands/arrival.js'
import type { VisitOpened } from '../events.js'
import { isAtWindow } from '../staff.js'
import type { Visit } from '../state.js'
import type { VisitContext, VisitTypes } from '../types.js'

type Arrivals = Pick<DecideTable<VisitTypes>, keyof typeof arrivalInputs>

export const decideArrival: Arrivals = {
  open: (_, input, context) => {
    const queryCode = context.newCode()
    const data = { ...opened(input, context), codeDigest: digestOfCode(queryCode, context.digest) }
    const { title, help, petitioners = [] } = input
    const sealed = { texts: { title, help }, persons: sealedPersons(petitioners), receipt: { queryCode } }
    return [{ type: 'petition.visit-opened', data, sealed }]
  },
  place: ({ appointment }) =>
    appointment === null
      ? []
      : [{ type: 'petition.visit-appointed', data: { on: appointment.on, half: appointment.half } }],
  decline: (_, __, { today }) => [{ type: 'petition.visit-declined', data: { on: today } }],
  cancel: ({ status }, _, { today }) =>
    // Once more, to free a place that was not freed yet.
    status === 'cancelled' ? [] : [{ type: 'petition.visit-cancelled', data: { on: today } }],
  miss: ({ appointment }, _, { at, today, calendar }) => {
    if (appointment !== null && at < instantOf(appointment.on, appointment.until, calendar)) {
      const { on, until } = appointment
      throw receptionErrors.APPOINTMENT_NOT_OVER({ on, until })
    }
    return [{ type: 'petition.visit-missed', data: { on: today } }]
  },
  arrive: (state, { needsHelp = state.needsHelp }, { today }) => {
    if (state.status === 'arrived') return []
    const on = state.appointment?.on ?? today
    if (on !== today) throw receptionErrors.APPOINTMENT_OTHER_DAY({ on })
    return [{ type: 'petition.visit-arrived', data: { on: today, needsHelp } }]
  },
  enter: (state, { number, on }, context) => {
    const half = halfOf(context.at, context.calendar)
    const data = { number, on, half, dueFrom: dueFrom(state, context) }
    return [{ type: 'petition.visit-ticket-drawn', data }]
  },
  call: ({ window, windowUnit }, { outOfTurn: reason }) => {
    const data = { window, windowUnit, outOfTurn: reason !== undefined }
    return [{ type: 'petition.visit-called', data, sealed: { texts: { reason } } }]
  },
  recall: (_, __, { today }) => [{ type: 'petition.visit-recalled', data: { on: today } }],
  noShow: (_, __, { today }) => [{ type: 'petition.visit-no-show', data: { on: today } }],
  requeue: (_, __, { today }) => [{ type: 'petition.visit-requeued', data: { on: today } }],
  leave: (_, { why, told }, { today }) => [
    { type: 'petition.visit-left', data: { on: today, why }, sealed: { texts: { told } } },
  ],
  transfer: (state, { reason, ...line }, context) => {
    checkRecipient(line.windowUnit, state, context)
    const data = { on: context.today, ...line }
    return [{ type: 'petition.visit-transferred', data, sealed: { texts: { reason } } }]
  },
}

function opened(input: OpenVisit, context: VisitContext): Omit<VisitOpened, 'codeDigest'> {
  const { centre, unit, window, windowUnit, petitioners = [], anonymous = false } = input
  const { directory, by, today, rules } = context
  for (const one of [unit, windowUnit]) directory.get(one)
  checkWhoOpens(input, context)
  checkFilers(petitioners, anonymous, by)
  const people = peopleOf(input.people, petitioners)
  const named = input.representatives ?? []
  const representatives = representativesOf(named, petitioners, people, rules.policy.representatives)
  const accused = toAccused(input.accused ?? {}, context)
  if (!isNobody(accused))
    for (const one of [unit, windowUnit]) checkRecipient(one, { accused, receivedOn: today }, context)
  return {
    centre,
    unit,
    window,
    windowUnit,
    receivedOn: today,
    appointment: appointmentOf(input, context),
    needsHelp: input.needsHelp ?? false,
    anonymous,
    confidential: input.confidential ?? false,
    accused,
    petitioners: petitionersOf(petitioners),
    people,
    representatives,
    request: input.request ?? null,
  }
}

/** A ticket from afar would be a place before those who have come. */
function checkWhoOpens({ appointment, centre, ...line }: OpenVisit, context: VisitContext): void {
  const { by } = context
  if (appointment !== undefined) return
  if (by.kind === 'resident') throw receptionErrors.TICKET_AT_CENTRE()
  if (by.kind === 'officer' && !isAtWindow(line, context))
    throw receptionErrors.NOT_STAFF_OF_CENTRE({ unit: by.unit, centre })
}

function appointmentOf({ appointment, window }: OpenVisit, context: VisitContext): Visit['appointment'] {
  if (appointment === undefined) return null
  const { planned, ...rest } = appointment
  const { on, until } = rest
  checkDayOpen(on, planned, context)
  checkHorizon(on, context)
  if (context.at >= instantOf(on, until, context.calendar)) throw receptionErrors.HALF_DAY_OVER({ on, until })
  return { ...rest, window }
}

/** From when an appointment counts: from the beginning of its half of the day, for whoever came before its end. */
function dueFrom({ appointment }: Visit, { at, today, calendar }: VisitContext): string | null {
  if (appointment === null || appointment.on !== today) return null
  const { on, from, until } = appointment
  return at < instantOf(on, until, calendar) ? instantOf(on, from, calendar) : null
}
