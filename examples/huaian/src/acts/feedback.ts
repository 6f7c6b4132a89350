import type { EvaluateAnswer, Satisfaction, SecondLookOutcome } from '@redress/petition'
import { host } from '../city.js'
import type { Act, Scene } from '../plot.js'
import { officerOf } from '../staff.js'
import { inCharge } from './handling.js'

/** Sends the answer by the channel that the petitioner chose. Where it does not arrive, somebody brings it, and says why. */
export const deliver: Act = async (scene) => {
  const { platform, id, letter, state, officer } = scene
  const { feedback } = platform.petition
  const by = await inCharge(scene)
  const { answerBy } = await state()
  if (letter.anonymous && answerBy === null)
    return feedback.deliver(id, { manner: 'publicNotice', proof: '公告栏照片' }, by)
  // A request that was separated from its letter.
  if (answerBy === null)
    await feedback.chooseChannels(id, { answerBy: 'post' }, await officer('petitionOfficer'))
  const sent = await feedback.send(id, by)
  if (sent.failures.length === 0) return sent.case
  return feedback.deliver(
    id,
    {
      manner: 'receipt',
      channel: 'inPerson',
      proof: '本人签收',
      otherwiseBecause: '按所选方式未能送达，改为上门送达。',
    },
    by,
  )
}

/** Asks once, by the same channel. Of those who left none nobody can ask. */
export const ask: Act = async (scene) => {
  const { platform, id, state } = scene
  if ((await state()).answerBy === null) return
  return (await platform.petition.feedback.ask(id, await inCharge(scene))).case
}

export const evaluate =
  (petitionOffice: Satisfaction, handlingBody: Satisfaction): Act =>
  async ({ platform, id, resident }) =>
    platform.petition.feedback.evaluate(id, { petitionOffice, handlingBody }, resident)

/** By whoever holds the receipt, without an account. */
export const evaluateByCode =
  (input: EvaluateAnswer): Act =>
  async ({ platform, id }) => {
    const request = { purpose: 'delivery', fields: [], reveal: ['receipt'] }
    const { receipt } = await platform.personal.read(id, request, host)
    await platform.petition.feedback.evaluateByCode(receipt?.queryCode ?? '', input, 'at home')
  }

/** Names who looks at the matter again: somebody who has not handled it. */
export const assignSecondLook: Act = async (scene) => {
  const { platform, id, officer } = scene
  const { unit } = await lookUnder(scene)
  const person = await looker(scene, unit)
  const input = { person: person.id }
  return platform.petition.feedback.assignSecondLook(id, input, await officer('head', unit))
}

export const concludeSecondLook =
  (outcome: SecondLookOutcome): Act =>
  async (scene) => {
    const { platform, id, today } = scene
    const { unit, person } = await lookUnder(scene)
    const by = await officerOf(platform, unit, 'petitionOfficer', (post) => post.person === person)
    const input = { outcome, finding: findings[outcome], toldOn: today }
    return platform.petition.feedback.concludeSecondLook(id, input, by)
  }

const findings: Readonly<Record<SecondLookOutcome, string>> = {
  answerStands: '经回访复核，原答复事实清楚，已再次说明理由。',
  putRight: '经回访复核，承诺事项尚未完全落实，已督促当日补办。',
  takeUpAgain: '经回访复核，主要事实尚未查清，应当重新办理。',
}

async function lookUnder({ state }: Scene) {
  const { secondLook } = await state()
  if (secondLook === null) throw new Error('Nobody asked for a second look.')
  return secondLook
}

async function looker({ platform, state }: Scene, unit: string) {
  const { handlers } = await state()
  return await officerOf(platform, unit, 'petitionOfficer', ({ person }) => !handlers.includes(person))
}
