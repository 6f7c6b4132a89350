import { addDays } from '@redress/core'
import { type HuaianPlatform, host } from '../city.js'
import { centreOf, receptionPlaces } from '../reception/centres.js'
import { allCases } from '../survey.js'
import { city, placeName, shortName } from '../units.js'
import type { Chronicle } from '../year.js'
import { jointReception } from './joint-reception.js'
import { countBy, prose, section, table } from './text.js'

const head = ['预约', '来访', '接谈', '离开', '失约', '转登记', '候时 p50', 'p90', '最长']

/** How the centres have worked: the waiting times of people, and nothing about who they are. */
export async function receptionCentres(
  platform: HuaianPlatform,
  { first, last, notes }: Chronicle,
): Promise<string[]> {
  const { receptionCentre } = platform.petition
  const earliest = addDays(last, -365)
  const from = first > earliest ? first : earliest
  const all = await Promise.all(
    receptionPlaces.map(async (place) => {
      const centre = await centreOf(platform, `${place}/petition`)
      return {
        place,
        centre,
        total: (await receptionCentre.counts({ centre, from, until: last }, host)).total,
      }
    }),
  )
  const rows = all.map(({ place, total: { handedOver, wait, ...one } }) => [
    `${placeName(place, 'zh')} · ${shortName(place)}`,
    one.appointments,
    one.came,
    one.served,
    one.left,
    one.missed,
    Object.values(handedOver).reduce((sum, many) => sum + many, 0),
    ...[wait.p50, wait.p90, wait.most].map((minutes) => minutes ?? '–'),
  ])
  const windows = (await receptionCentre.centre.get(all[0]?.centre ?? '', host)).state.windows.map(
    ({ name }) => name,
  )
  const sum = (of: 'inquiries' | 'advised' | 'joint') => all.reduce((many, { total }) => many + total[of], 0)
  const referred = all.flatMap(({ total }) =>
    Object.entries(total.referred).flatMap(([kind, many]) => Array.from({ length: many }, () => kind)),
  )
  const help = Object.entries(countBy(referred, (kind) => helpNames[kind] ?? kind))
  return section('联合接访中心', `The joint reception centres of the city and its counties, from ${from}`, [
    `  窗口 windows: ${windows.join('、')}; on a reception day a leader as well.`,
    '',
    ...table(['接访中心 centre', ...head], rows),
    '',
    '  Booked, came, were heard, left before, missed the appointment, filed as a matter; minutes to the first call.',
    ...prose(
      `联合接访 received by several at once ${sum('joint')} · 当场查询 inquiries at a window ${sum('inquiries')} · ` +
        `告知去处 told in writing where to turn ${sum('advised')} · 经同意转介 referred, if they agreed: ` +
        help.map(([kind, many]) => `${kind} ${many}`).join(', '),
    ),
    ...queueOf(notes.moment),
    ...(await leaders(platform)),
    ...(await charges(platform)),
    ...(await jointReception(platform)),
  ])
}

const helpNames: Readonly<Record<string, string>> = {
  legalAid: '法律援助 legal aid',
  mediation: '调解 mediation',
  hardship: '救助 help in hardship',
  psychological: '心理 counselling',
}

/** One moment in the hall, with the reason for each place. */
function queueOf(moment: Chronicle['notes']['moment']): string[] {
  if (moment === null) return []
  const places = moment.places.map(({ ticket, reason }) => `${ticket}号 (${reasons[reason] ?? reason})`)
  return [
    '',
    `  叫号 The line “${moment.line}” of the city on ${moment.on}, ${moment.time}, in the order in which it is called:`,
    `    ${places.join(' → ')}`,
  ]
}

const reasons: Readonly<Record<string, string>> = {
  inTurn: '按序 in turn',
  overtaken: '已被超越一次 was overtaken once',
  waitedTooLong: '等候过久 waited too long',
  appointmentDue: '预约已到 has an appointment',
  needsHelp: '需要帮助 needs help',
}

/** Days on which leaders receive people, made public in advance; one that did not take place says what comes instead. */
async function leaders(platform: HuaianPlatform): Promise<string[]> {
  const { day } = platform.petition.receptionCentre
  const items = await allCases(platform, { kind: 'petition.reception-day' })
  const days = await Promise.all(items.map(async ({ id }) => (await day.get(id, host)).state))
  const planned = days.flatMap(({ on, leaders: sessions }) => sessions.map((one) => ({ on, ...one })))
  const cancelled = planned.find(({ state }) => state === 'cancelled')
  const held = planned.filter(({ state }) => state === 'held').length
  return [
    '',
    `  领导接访 Leaders received people on ${held} days, each made public ten days before.`,
    ...(cancelled === undefined
      ? []
      : [`    ${cancelled.on} 取消 cancelled, and what comes instead: ${cancelled.instead}`]),
  ]
}

/** 包案: how many a leader took personal charge of, and what came of them. */
async function charges(platform: HuaianPlatform): Promise<string[]> {
  const { charge } = platform.petition.receptionCentre
  const items = await allCases(platform, { kind: 'petition.charge' })
  const states = await Promise.all(items.map(async ({ id }) => (await charge.get(id, host)).state))
  const { active = 0, resolved = 0, partlyResolved = 0 } = countBy(states, (one) => one.outcome ?? 'active')
  const ofCity = states.filter(({ leaderUnit }) => leaderUnit === city).length
  return [
    `  领导包案 Cases in the charge of a leader: ${states.length}, ${ofCity} of them of the city; resolved ${resolved}, ` +
      `in part ${partlyResolved}, going on ${active}.`,
    '    Who must handle them, and by when, stays as it is.',
  ]
}
