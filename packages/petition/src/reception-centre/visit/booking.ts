import { type Actor, type CommandOptions, parseInput } from '@redress/core'
import { isRefused, keyOfRequest, receptionActor } from '../actor.js'
import { type CentreSnapshot, openCentre } from '../centre/api.js'
import { lineAt, sessionWithRoom } from '../day/days.js'
import { receptionErrors } from '../errors.js'
import { type BookVisit, bookInput, type WalkIn, walkInInput } from './commands/arrival.js'
import { hallOf } from './hall-row.js'
import type { Opened, VisitParts } from './parts.js'
import { openOnce } from './request.js'
import { stepFrom } from './step.js'
import { drawTicket } from './ticket.js'

/**
 * Makes an appointment. The visit comes first, since it knows whether it may be; then the place in the day, which there is once only;
 * then the visit knows that it has it. A call that was cut off goes on when it is repeated with its key.
 */
export async function book(
  parts: VisitParts,
  given: BookVisit,
  by: Actor,
  options?: CommandOptions,
): Promise<Opened> {
  const what = 'petition.visit.book'
  const { on, half, window, ...comers } = parseInput(what, bookInput, given)
  const key = keyOfRequest(what, options)
  const centre = await openCentre(parts.centres, comers.centre, by)
  const asked = { centre: centre.id, comers, appointment: { on, half } }
  // In turns, so that in one process nobody is asked in for whom there is no place.
  return await parts.turns(hallOf(centre.id, on), async () => {
    const visit = await openOnce(parts, key, by, asked, async () => {
      await checkHeldByNone(parts, { centre: centre.id, on, half }, by)
      const day = await parts.days.find(centre.id, on)
      const {
        window: place,
        unit: windowUnit,
        from,
        until,
      } = sessionWithRoom(centre, day, { on, half, window })
      const appointment = { on, half, from, until, planned: day !== undefined }
      return { ...comers, unit: centre.state.unit, window: place, windowUnit, appointment }
    })
    return await takePlace(parts, centre, visit)
  })
}

/** Takes somebody in who has come without an appointment, and draws a ticket. */
export async function walkIn(
  parts: VisitParts,
  given: WalkIn,
  by: Actor,
  options?: CommandOptions,
): Promise<Opened> {
  const what = 'petition.visit.walkIn'
  const { window, ...comers } = parseInput(what, walkInInput, given)
  const key = keyOfRequest(what, options)
  const centre = await openCentre(parts.centres, comers.centre, by)
  const asked = { centre: centre.id, comers, appointment: null }
  const { id, receipt } = await openOnce(parts, key, by, asked, async () => {
    const { on, half } = parts.today()
    const line = lineAt(centre, await parts.days.find(centre.id, on), half, window)
    return { ...comers, unit: centre.state.unit, ...line }
  })
  return { ...(await drawTicket(parts, id)), receipt }
}

/** Nobody can be at two windows at once, and places are few. Staff who make appointments for others know better. @throws APPOINTMENT_HELD */
async function checkHeldByNone(
  { host }: VisitParts,
  facets: { readonly centre: string; readonly on: string; readonly half: string },
  by: Actor,
): Promise<void> {
  if (by.kind !== 'resident') return
  const query = { kind: 'petition.visit', status: ['requested', 'appointed'], facets, limit: 1 }
  const { items } = await host.platform.cases.find(query, by)
  const { on, half } = facets
  if (items.length > 0) throw receptionErrors.APPOINTMENT_HELD({ on, half })
}

/** The place of a visit that asks for one. @throws SLOT_FULL */
async function takePlace(
  { visits, days }: VisitParts,
  centre: CentreSnapshot,
  { id, receipt }: Opened,
): Promise<Opened> {
  const visit = await visits.get(id, receptionActor)
  const { appointment, status } = visit.state
  if (appointment === null || status !== 'requested') return { ...visit, receipt }
  const { on, half, window } = appointment
  try {
    const day = await days.ensure(centre, on, false)
    await days.cases.take(day.id, { visit: id, window, half }, receptionActor)
  } catch (error) {
    // Another process was faster.
    if (isRefused(error))
      await stepFrom('requested', visits, id, () => visits.decline(id, {}, receptionActor))
    throw error
  }
  const placed = await stepFrom('requested', visits, id, () => visits.place(id, {}, receptionActor))
  return { ...placed, receipt }
}
