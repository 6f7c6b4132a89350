import { addDays } from '@redress/core'
import { officeDay } from '../calendar.js'
import type { HuaianPlatform } from '../city.js'
import { addressesIn, type Today } from '../course.js'
import { diceOf } from '../dice.js'
import { type Letter, writeLetter } from '../letters.js'
import { officerOf } from '../staff.js'
import { city, townships } from '../units.js'
import { bookingOf, type Caller, callersOf, leaderWindow } from './callers.js'
import { centreOf, receptionPlaces } from './centres.js'

/** The day in a month on which leaders receive people: the fifteenth, or the next on which offices are open. */
const dayIn = (month: string): string => officeDay(`${month}-15`)

/** In the city each month, and in one county. */
export function placesOn(day: string): readonly string[] {
  if (day !== dayIn(day.slice(0, 7))) return []
  const month = Number(day.slice(5, 7))
  return receptionPlaces.filter((place, n) => place === city || (n + month) % 8 === 0)
}

/** The one reception that does not take place, as everybody learns two days before. */
const cancelled = '2022-09-15'
const toldOn = addDays(cancelled, -2)

/** Whether the leader receives on a day. */
export const isReceiving = (on: string): boolean => on !== cancelled

/** Ten days ahead leaders' receptions are planned and made public, and people make their appointments. */
export async function planAhead({ city: { platform }, day }: Today): Promise<void> {
  const on = addDays(day, 10)
  if (day === toldOn) for (const place of placesOn(cancelled)) await cancel(platform, place)
  for (const place of placesOn(on)) {
    const centre = await planDay(platform, place, on)
    for (const [n, caller] of callersOf(place, on).entries()) {
      if (!caller.appointment) continue
      const { petitioners } = await letterOf(platform, place, n, on, caller)
      const [first] = petitioners
      const by = { kind: 'resident', id: first?.id ?? '' } as const
      await platform.petition.receptionCentre.visit.book(bookingOf(caller, centre, on, petitioners), by)
    }
  }
}

async function planDay(platform: HuaianPlatform, place: string, on: string): Promise<string> {
  const { day: days } = platform.petition.receptionCentre
  const desk = await officerOf(platform, `${place}/petition`, 'petitionOfficer')
  const centre = await centreOf(platform, desk.unit)
  const leader = await officerOf(platform, place, 'head')
  const planned = await days.plan({ centre, on }, desk)
  await days.planLeader(
    planned.id,
    {
      window: leaderWindow,
      half: 'morning',
      leader: leader.id,
      unit: place,
      post: place === city ? '市领导' : '县（区）领导',
      place: '联合接访中心',
      appointments: 4,
    },
    desk,
  )
  await days.announceLeader(planned.id, { window: leaderWindow }, desk)
  return centre
}

async function cancel(platform: HuaianPlatform, place: string): Promise<void> {
  const { day: days } = platform.petition.receptionCentre
  const desk = await officerOf(platform, `${place}/petition`, 'petitionOfficer')
  const { id } = await days.plan({ centre: await centreOf(platform, desk.unit), on: cancelled }, desk)
  const instead = '因紧急会议取消，下月15日补上；已预约的在窗口优先接待。'
  await days.cancelLeader(id, { window: leaderWindow, instead }, desk)
}

/** It took place. */
export async function hold(platform: HuaianPlatform, place: string, on: string): Promise<void> {
  const { day: days } = platform.petition.receptionCentre
  const desk = await officerOf(platform, `${place}/petition`, 'petitionOfficer')
  const { id } = await days.plan({ centre: await centreOf(platform, desk.unit), on }, desk)
  await days.holdLeader(id, { window: leaderWindow }, desk)
}

/** The number of the n-th who comes to a place on a day: of nobody else. */
export function visitorNumber(place: string, n: number, on: string): number {
  const month = (Number(on.slice(0, 4)) - 2022) * 12 + Number(on.slice(5, 7))
  return 4000 + month * 64 + placesOn(on).indexOf(place) * 12 + n
}

/** What somebody who comes has to say, in the words of a letter. */
export async function letterOf(
  platform: HuaianPlatform,
  place: string,
  n: number,
  on: string,
  { wish }: Caller,
): Promise<Letter> {
  const number = visitorNumber(place, n, on)
  const around = townships.filter((one) => one.startsWith(`${place}/`))
  const area = diceOf(number).pick(around)
  const letter = wish === 'suggestion' ? 'suggestion' : 'appeal'
  const casting = { letter, area, channels: ['visit'], account: true } as const
  const at = place === city ? { at: 'city' as const } : {}
  return writeLetter(number, { ...casting, ...at }, on, await addressesIn(platform))
}
