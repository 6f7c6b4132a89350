import type { Officer } from '@redress/core'
import { host } from '../city.js'
import type { Today } from '../course.js'
import type { Letter } from '../letters.js'
import type { Room } from '../rooms.js'
import { officerOf } from '../staff.js'
import { city } from '../units.js'
import { type Caller, callersOf, leaderWindow } from './callers.js'
import { centreOf, generalWindow } from './centres.js'
import { hold, isReceiving, letterOf, placesOn, planAhead, visitorNumber } from './leaders.js'
import { type Service, serve } from './service.js'
import { type Timeline, timelineOf, timeOf } from './timeline.js'

/** Reception days: what is planned ahead, and a morning in the halls. */
export const reception: Room = async (today) => {
  await planAhead(today)
  const places = placesOn(today.day)
  if (places.length === 0) return
  const timeline = timelineOf(today.city.clock, today.day)
  for (const place of places) await openHall(today, place, timeline)
  await timeline.play()
}

/** A centre on such a morning: whoever comes takes a ticket, and a window that is free calls whoever is next. */
async function openHall(today: Today, place: string, timeline: Timeline): Promise<void> {
  const { city: where, day, notes } = today
  const { platform } = where
  const { visit } = platform.petition.receptionCentre
  const office = `${place}/petition`
  const desk = await officerOf(platform, office, 'petitionOfficer')
  const centre = await centreOf(platform, office)
  const booked = await appointmentsOf(today, centre)
  const busy = new Set<string>()
  const services = new Map<string, Service>()

  const call = async (window: string): Promise<void> => {
    if (busy.has(window)) return
    const next = await visit.callNext({ centre, window }, desk)
    const service = next && services.get(next.id)
    if (next === undefined || service === undefined) return
    busy.add(window)
    // At a window sits the leader, or somebody of the unit on duty.
    const role = window === leaderWindow ? 'head' : 'petitionOfficer'
    const by = await officerOf(platform, next.state.windowUnit, role)
    await visit.receive(next.id, {}, by)
    timeline.at(timeline.now() + service.caller.takes, async () => {
      await serve(today, next.id, service, by)
      busy.delete(window)
      await call(window)
    })
  }

  const come = async (caller: Caller, letter: Letter, number: number): Promise<void> => {
    const window = lineOf(caller, day)
    const id = await enter(caller, letter, window)
    services.set(id, { caller, letter, number, place })
    await call(window)
    // Somebody who still waits, and does not want to.
    if (caller.wish === 'leaves')
      timeline.at(timeline.now() + 12, async () => {
        const { state } = await visit.get(id, desk)
        if (state.status === 'waiting')
          await visit.leave(id, { why: 'ownWish', told: '可以预约下次。' }, desk)
      })
  }

  const enter = async (caller: Caller, letter: Letter, window: string): Promise<string> => {
    const { petitioners, title } = letter
    const { needsHelp } = caller
    if (!caller.appointment)
      return (await visit.walkIn({ centre, window, petitioners, title, needsHelp }, desk)).id
    const id = booked.get(petitioners[0]?.id ?? '') ?? ''
    const { state } = await visit.arrive(id, {}, desk)
    if (state.window !== window)
      await visit.transfer(id, { window, reason: '领导接访取消，在窗口优先接待。' }, desk)
    return id
  }

  for (const [n, caller] of callersOf(place, day).entries()) {
    const letter = await letterOf(platform, place, n, day, caller)
    const appointment = booked.get(letter.petitioners[0]?.id ?? '')
    if (caller.wish === 'stays away' && appointment !== undefined)
      timeline.at(185, async () => void (await visit.miss(appointment, {}, desk)))
    else timeline.at(caller.at, async () => await come(caller, letter, visitorNumber(place, n, day)))
  }
  if (place === city && notes.moment === null)
    timeline.at(50, async () => {
      notes.moment = await momentOf(today, centre, desk)
    })
  if (isReceiving(day)) timeline.at(190, async () => await hold(platform, place, day))
}

/** A word for the moment: who is called next in the longest line, and why. */
async function momentOf({ city: { platform }, day }: Today, centre: string, desk: Officer) {
  const { lines } = await platform.petition.receptionCentre.queue(centre, desk)
  const [longest] = lines.toSorted((a, b) => b.waiting.length - a.waiting.length)
  const places = longest?.waiting.map(({ ticket, class: of, reason }) => ({ ticket, class: of, reason }))
  return { on: day, time: timeOf(9 * 60 + 50), line: longest?.name ?? '', places: places ?? [] }
}

/** The line in which somebody waits; where the leader does not receive, at the general window. */
const lineOf = ({ window }: Caller, day: string): string =>
  window === leaderWindow && !isReceiving(day) ? generalWindow : window

/** The appointments of today by the accounts that made them. */
async function appointmentsOf(
  { city: { platform }, day }: Today,
  centre: string,
): Promise<Map<string, string>> {
  const { visit } = platform.petition.receptionCentre
  const query = { kind: 'petition.visit', status: 'appointed', facets: { centre, on: day } }
  const { items } = await platform.cases.find(query, host)
  const states = await Promise.all(
    items.map(async ({ id }) => [id, (await visit.get(id, host)).state] as const),
  )
  return new Map(states.map(([id, { petitionerIds }]) => [petitionerIds[0] ?? '', id]))
}
