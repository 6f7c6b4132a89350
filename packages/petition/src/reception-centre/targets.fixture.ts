import type { Actor } from '@redress/core'
import { options, type Target, targetsOf } from '../fuzz/target.fixture.js'
import { centreInput, chargeInput, dayInput, visitInput } from './inputs.fixture.js'
import { friday, host, people, type Town, thursday, withCentre, zhang } from './town.fixture.js'

const target = targetsOf('petition.receptionCentre', withCentre)

type Id = (made: Town) => Promise<string>

const idOf =
  (make: (made: Town) => Promise<{ readonly id: string }>): Id =>
  async (made) =>
    (await make(made)).id

const appointed = idOf((made) => made.booked())
const waiting = idOf((made) => made.waiting())
const called = idOf((made) => made.called())
const absent: Id = async (made) => {
  const { id } = await made.called()
  return (await made.visit.noShow(id, {}, host)).id
}
const received = idOf((made) => made.received())
const heard = idOf((made) => made.heard())
const joint: Id = async (made) => {
  const { id } = await made.heard()
  await made.visit.invite(id, { unit: 'county-water', question: 'q' }, host)
  return (await made.visit.attend(id, { unit: 'county-water', present: true }, host)).id
}
const promised: Id = async (made) => {
  const id = await joint(made)
  const answer = { unit: 'county-water', text: 't', commitment: { text: 'c', by: friday } }
  return (await made.visit.answer(id, answer, host)).id
}
const overdue: Id = async (made) => {
  const { id } = await made.booked()
  made.clock.set(`${thursday}T13:00:00+08:00`)
  return id
}

const visits: Readonly<Record<string, readonly [Id, object]>> = {
  cancel: [appointed, {}],
  arrive: [appointed, { needsHelp: true }],
  miss: [overdue, {}],
  call: [waiting, { outOfTurn: 'r' }],
  transfer: [waiting, { window: 'housing', reason: 'r' }],
  leave: [waiting, { why: 'closing', told: 't' }],
  recall: [called, {}],
  noShow: [called, {}],
  receive: [called, {}],
  requeue: [absent, {}],
  record: [received, { text: 't', readBack: { outcome: 'refused', note: 'n' } }],
  accuse: [heard, { accused: { units: ['county-water'], persons: ['wu'] }, window: 'housing' }],
  recuse: [heard, visitInput.recuse],
  invite: [heard, visitInput.invite],
  attend: [joint, visitInput.attend],
  answer: [joint, visitInput.answer],
  keep: [promised, visitInput.keep],
  handOver: [heard, { to: 'complaint', title: 't', text: 't', place: 'p', matter: 'm', area: 'town' }],
  refer: [heard, { ...visitInput.refer, note: 'n' }],
  advise: [heard, visitInput.advise],
  close: [heard, visitInput.close],
}

const day = async ({ reception, centre }: Town, announced = false): Promise<string> => {
  const { id } = await reception.day.plan({ centre, on: friday }, host)
  await reception.day.planLeader(id, { ...dayInput.planLeader, window: 'leader', subject: 's' }, host)
  if (announced) await reception.day.announceLeader(id, { window: 'leader' }, host)
  return id
}

const charge = async ({ reception, registered }: Town): Promise<readonly [string, string]> => {
  const { id } = await registered()
  const input = { ...chargeInput.take, case: id, unit: 'county-petition' }
  return [(await reception.charge.take(input, host)).id, id]
}

const officer: Actor = people.desk
const citizen: Actor = { kind: 'resident', id: 'r1' }

/** Every public method of the reception centre, for whoever tries them with anything. */
export const receptionTargets: readonly Target[] = [
  ...Object.entries(visits).map(([command, [id, input]]) =>
    target(`visit.${command}`, async (made) => [await id(made), input, officer, options]),
  ),
  target('visit.book', async ({ centre }) => [
    { ...comers, centre, on: friday, half: 'afternoon', window: 'housing' },
    citizen,
    { idempotencyKey: 'k' },
  ]),
  target('visit.walkIn', async ({ centre }) => [{ ...comers, centre, window: 'housing' }, officer, options]),
  target('visit.byCode', async (made) => [(await made.booked()).receipt.queryCode, officer, 'origin']),
  target('visit.ahead', async (made) => [await waiting(made), officer]),
  target('visit.callNext', async (made) => {
    await waiting(made)
    return [{ centre: made.centre, window: '1' }, officer]
  }),
  target('visit.inquire', async (made) => {
    const code = await made.codeOf((await made.registered()).id)
    return [await received(made), { queryCode: code }, officer, 'origin']
  }),
  target('visit.finishHandOver', async (made) => [await heard(made), officer]),
  ...['get', 'actions', 'history'].flatMap((method) => [
    target(`visit.${method}`, async (made) => [await heard(made), officer]),
    target(`centre.${method}`, async ({ centre }) => [centre, officer]),
    target(`day.${method}`, async (made) => [await day(made), officer]),
    target(`charge.${method}`, async (made) => [(await charge(made))[0], officer]),
  ]),
  target('centre.open', async () => [{ ...centreInput.open, hours: dayInput.open.hours }, officer, options]),
  ...(['change', 'setWindow', 'closeWindow', 'close'] as const).map((command) =>
    target(`centre.${command}`, async ({ centre }) => [centre, centreInput[command], officer, options]),
  ),
  target('day.plan', async ({ centre }) => [{ centre, on: friday }, officer]),
  ...(['staff', 'planLeader', 'announceLeader', 'cancelLeader', 'close'] as const).map((command) =>
    target(`day.${command}`, async (made) => [await day(made), dayInput[command], officer, options]),
  ),
  target('day.holdLeader', async (made) => {
    const id = await day(made, true)
    made.clock.set(`${friday}T10:00:00+08:00`)
    return [id, { window: 'leader' }, officer, options]
  }),
  target('charge.take', async (made) => [
    { ...chargeInput.take, case: (await made.registered()).id, unit: 'county-petition' },
    officer,
    options,
  ]),
  ...(['meet', 'report', 'extend', 'passOn', 'conclude'] as const).map((command) =>
    target(`charge.${command}`, async (made) => [
      (await charge(made))[0],
      chargeInput[command],
      host,
      options,
    ]),
  ),
  target('charge.caseOf', async (made) => [(await charge(made))[0], officer]),
  target('charge.ofCase', async (made) => [(await charge(made))[1], officer]),
  target('charge.overdue', async (made) => {
    await charge(made)
    made.clock.set('2024-10-08T09:00:00+08:00')
    return [officer, undefined]
  }),
  target('published', async ({ centre }) => [centre]),
  target('display', async ({ centre }) => [centre]),
  target('queue', async ({ centre }) => [centre, officer]),
  target('counts', async ({ centre }) => [{ centre, from: thursday, until: friday }, officer]),
]

const comers = {
  petitioners: [{ ...zhang, email: 'z@example.cn', address: 'x', idNumber: '320801199001010000' }],
  people: 1,
  representatives: ['r1'],
  anonymous: false,
  confidential: true,
  needsHelp: true,
  help: 'h',
  title: 't',
}
