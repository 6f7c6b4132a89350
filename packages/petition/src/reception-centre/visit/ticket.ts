import type { CaseSnapshot } from '@redress/core'
import { receptionActor } from '../actor.js'
import type { VisitParts } from './parts.js'
import type { Visit } from './state.js'
import { stepFrom } from './step.js'

/** Gives whoever has arrived the next number of the day. Repeated, it gives the same number. */
export async function drawTicket(
  { visits, centres, days, today }: VisitParts,
  id: string,
): Promise<CaseSnapshot<Visit>> {
  const visit = await visits.get(id, receptionActor)
  if (visit.state.status !== 'arrived') return visit
  const { on } = today()
  const centre = await centres.get(visit.state.centre, receptionActor)
  const { id: day } = await days.ensure(centre, on, false)
  const ticket = `${id}/${visit.state.tickets}`
  const { state } = await days.cases.issue(day, { for: ticket }, receptionActor)
  const number = state.issued[ticket] ?? state.tickets
  return await stepFrom('arrived', visits, id, () => visits.enter(id, { number, on }, receptionActor))
}

/** Gives the place of a visit to others. Repeated, it does nothing more. */
export async function freePlace(
  { days }: VisitParts,
  id: string,
  { centre, appointment }: Visit,
): Promise<void> {
  const day = appointment === null ? undefined : await days.find(centre, appointment.on)
  if (day !== undefined) await days.cases.free(day.id, { visit: id }, receptionActor)
}
