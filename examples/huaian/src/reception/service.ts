import { addDays, type Officer } from '@redress/core'
import { officeDay } from '../calendar.js'
import { host } from '../city.js'
import { newCourse, type Today } from '../course.js'
import { diceOf } from '../dice.js'
import type { Letter } from '../letters.js'
import { fromTheWindow } from '../plots/suggestions.js'
import { brought, commitment, inCharge } from '../plots/visits.js'
import { officerOf } from '../staff.js'
import { city } from '../units.js'
import { type Caller, helpFor, leaderWindow } from './callers.js'

/** Whom somebody at a window has before them. */
export interface Service {
  readonly caller: Caller
  readonly letter: Letter
  readonly number: number
  readonly place: string
}

/** What comes of a reception. Nobody is sent away before they were heard (信访工作条例 2022 Art. 18–20). */
export async function serve(today: Today, id: string, service: Service, by: Officer): Promise<void> {
  const { visit } = today.city.platform.petition.receptionCentre
  if (service.caller.wish === 'inquiry') await tellProgress(today, id, service, by)
  else await visit.record(id, { text: service.letter.text, readBack: { outcome: 'confirmed' } }, by)
  const told = await outcomes[service.caller.wish](today, id, service, by)
  await visit.close(id, { told }, by)
}

type Outcome = (today: Today, id: string, service: Service, by: Officer) => Promise<string>

const outcomes: Readonly<Record<Caller['wish'], Outcome>> = {
  complaint: fileIt,
  leaves: fileIt,
  'stays away': fileIt,
  joint: meetJointly,
  inquiry: async () => '已告知办理进展。',
  async suggestion({ city: { platform }, begin }, id, { letter, number }, by) {
    const { title, area, matter } = letter
    const { visit } = platform.petition.receptionCentre
    const handed = await visit.handOver(id, { to: 'suggestion', title, area, matter }, by)
    begin(newCourse(fromTheWindow, number, { id: handed.case, letter }))
    return '建议已登记，将研究答复。'
  },
  async elsewhere({ city: { platform } }, id, { letter, place }, by) {
    const directory = await platform.organizations.current()
    const to = directory.responsibleFor(letter.matter, letter.area)?.id ?? `${place}/petition`
    const { visit } = platform.petition.receptionCentre
    await visit.advise(id, { to, note: '该事项由其直接受理，可就近前往，也可在此登记。' }, by)
    return '已书面告知可直接前往的单位。'
  },
  async help({ city: { platform } }, id, { number }, by) {
    const { visit } = platform.petition.receptionCentre
    const [kind, to] = helpFor(diceOf(number))
    await visit.refer(id, { kind, to, consents: true }, by)
    return `经本人同意，已转介${to}。`
  },
}

/** Looks up an open matter of the place by the code on its receipt. */
async function tellProgress({ city: { platform } }: Today, id: string, service: Service, by: Officer) {
  const query = { kind: 'petition.complaint', open: true, unit: service.place, limit: 10 }
  const { items } = await platform.cases.find({ ...query, facets: { confidentiality: 'open' } }, host)
  const asked = items[service.number % items.length]
  if (asked === undefined) throw new Error('Nobody has anything to ask for.')
  // The person has it with them.
  const request = { purpose: 'delivery', fields: [], reveal: ['receipt'] }
  const { receipt } = await platform.personal.read(asked.id, request, host)
  const queryCode = receipt?.queryCode ?? ''
  await platform.petition.receptionCentre.visit.inquire(id, { queryCode }, by, 'the centre')
}

/** What was said becomes a complaint, in the name of the person. A leader who heard it takes some of them in charge. */
async function fileIt(today: Today, id: string, service: Service, by: Officer): Promise<string> {
  const { city: where, begin } = today
  const { letter, number, caller } = service
  const { title, area, matter } = letter
  const { visit } = where.platform.petition.receptionCentre
  const handed = await visit.handOver(id, { to: 'complaint', title, area, matter }, by)
  begin(newCourse(brought, number, { id: handed.case, letter }))
  const isHard = caller.wish === 'joint' || service.place !== city
  if (isHard && caller.window === leaderWindow) await takeCharge(today, handed.case, service)
  return '已登记为信访事项，凭查询码查询进展。'
}

/** 领导包案: the leader answers for it in person until a day. Who must handle it, and by when, stays as it is. */
async function takeCharge({ city: { platform }, day, begin }: Today, of: string, { place, number }: Service) {
  const { charge } = platform.petition.receptionCentre
  const leader = await officerOf(platform, place, 'head')
  const desk = await officerOf(platform, `${place}/petition`, 'petitionOfficer')
  const goal = '事心双解，不留尾巴。'
  const input = { case: of, leader: leader.id, leaderUnit: place, until: addDays(day, 75), goal }
  const { id } = await charge.take(input, desk)
  begin(newCourse(inCharge, number, { id, elder: of }), officeDay(addDays(day, 10)))
}

/** 联合接访: two departments answer to the person's face, and one promises something by a day. */
async function meetJointly(today: Today, id: string, service: Service, by: Officer): Promise<string> {
  const { city: where, day, begin } = today
  const { platform } = where
  const { visit } = platform.petition.receptionCentre
  for (const [n, department] of (['housing', 'natural-resources'] as const).entries()) {
    const unit = `${city}/${department}`
    await visit.invite(id, { unit, question: '请当面说明办理情况。' }, by)
    await visit.attend(id, { unit, present: true }, by)
    const promise = { commitment: { text: '组织现场勘查并书面答复。', by: addDays(day, 20) } }
    const input = { unit, text: '已了解情况，将依法办理。', ...(n === 0 ? promise : {}) }
    await visit.answer(id, input, await officerOf(platform, unit, 'handler'))
  }
  begin(newCourse(commitment, service.number, { id }), officeDay(addDays(day, 14)))
  return await fileIt(today, id, service, by)
}
