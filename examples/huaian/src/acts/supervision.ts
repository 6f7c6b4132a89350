import { addDays } from '@redress/core'
import type { SupervisionResult } from '@redress/petition'
import { host } from '../city.js'
import type { Act, Scene } from '../plot.js'
import { officerOf } from '../staff.js'
import { city } from '../units.js'

/** The petition office of the city supervises for the government. */
const office = `${city}/petition`

const api = ({ platform }: Scene) => platform.petition.supervision.matters
const supervisor = ({ officer }: Scene) => officer('petitionOfficer', office)

/** Somebody of the unit that is supervised. */
async function supervised({ platform, id }: Scene, role: 'head' | 'petitionOfficer') {
  const { state } = await platform.petition.supervision.matters.get(id, host)
  return await officerOf(platform, state.unit, role)
}

export const urge: Act = async (scene) =>
  api(scene).urge(
    scene.id,
    { text: '请说明逾期原因并抓紧办理。', answerBy: addDays(scene.today, 7) },
    await supervisor(scene),
  )

export const answerUrging: Act = async (scene) =>
  api(scene).answerUrging(
    scene.id,
    { text: '因鉴定未完成逾期，已增派人员。' },
    await supervised(scene, 'petitionOfficer'),
  )

/** Under a named leader, until a day. */
export const list: Act = async (scene) => {
  const leader = await scene.officer('head', city)
  const input = { leader: leader.id, dueOn: addDays(scene.today, 30), text: '挂牌督办，限期办结。' }
  return api(scene).list(scene.id, { ...input, decidedBy: city }, await supervisor(scene))
}

export const interview: Act = async (scene) =>
  api(scene).interview(
    scene.id,
    { on: scene.today, record: '约谈主要负责人，责成限期整改。' },
    await supervisor(scene),
  )

/** Ordered by the head of the office, so that somebody else can check it. */
export const orderRectification: Act = async (scene) =>
  api(scene).orderRectification(
    scene.id,
    { dueOn: addDays(scene.today, 20), text: '补办逾期事项，完善告知制度。' },
    await scene.officer('head', office),
  )

export const reportRectification: Act = async (scene) =>
  api(scene).reportRectification(
    scene.id,
    { report: '已逐件补办，并建立到期提醒。', proof: '整改报告' },
    await supervised(scene, 'head'),
  )

export const checkRectification =
  (passed: boolean): Act =>
  async (scene) => {
    const finding = passed ? '经现场核查，整改到位。' : '提醒制度尚未实行，请继续整改。'
    return api(scene).checkRectification(scene.id, { passed, finding }, await supervisor(scene))
  }

export const delist: Act = async (scene) =>
  api(scene).delist(scene.id, { finding: '已整改到位，予以摘牌。' }, await supervisor(scene))

export const closeMatter =
  (result: SupervisionResult): Act =>
  async (scene) =>
    api(scene).close(scene.id, { result, text: '督办事项已办结。' }, await supervisor(scene))
