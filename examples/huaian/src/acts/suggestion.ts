import { addDays } from '@redress/core'
import type { DecideSuggestion } from '@redress/petition'
import { host } from '../city.js'
import type { Act, Scene } from '../plot.js'
import { officerOf } from '../staff.js'
import { placeName, territoryOf } from '../units.js'
import { submit } from './filing.js'
import { competent } from './intake.js'

const api = ({ platform }: Scene) => platform.petition.suggestion

/** The office that collects it, and goes on speaking to its author and to the public. */
const desk = ({ officer, letter }: Scene) => officer('petitionOfficer', letter.unit)

/** Somebody of the body that has it now. */
async function staffOf(scene: Scene, role: 'head' | 'petitionOfficer' | 'handler') {
  const { unit } = (await api(scene).get(scene.id, host)).state
  return await officerOf(scene.platform, unit, role)
}

export const suggest: Act = async (scene) => scene.filed((await submit(scene, 'suggestion')).id)

/** Answers the open call, with its questions. */
export const answerCall: Act = async (scene) => {
  const { letter, resident, filed } = scene
  const { channel, unit, title, text, area, matter, petitioners } = letter
  const { items } = await api(scene).calls.published({ status: 'published' })
  const call = items.find((one) => one.isOpen)
  if (call === undefined) throw new Error('No call is open.')
  const answers = ['晚上七点以后最难停车。', '愿意参加小区协商。']
  const said = { channel, unit, title, text, area, matter, petitioners, nameConsent: true }
  filed((await api(scene).file({ ...said, call: call.id, answers }, resident)).id)
}

const enter: Act = async (scene) => {
  const { matter, area } = scene.letter
  return api(scene).register(scene.id, { matter, area }, await desk(scene))
}

export const registerSuggestion: Act = async (scene) => {
  await enter(scene)
  return api(scene).screen(scene.id, { finding: '属于建议意见类。' }, await desk(scene))
}

export const declineSuggestion: Act = async (scene) => {
  await enter(scene)
  const reasons = '所提内容为个人愿望，没有可供研究的建议。'
  return api(scene).decline(scene.id, { reasons, advice: '可以就具体问题另行提出。' }, await desk(scene))
}

/** The very words of the author, with the place they live in. */
export const publishAsWritten: Act = async (scene) => {
  const { title, text } = scene.letter
  return api(scene).publish(scene.id, { title, text }, await desk(scene))
}

/** Words of the office, in which nobody can be recognised. */
export const publish: Act = async (scene) => {
  const title = publicTitle(scene)
  return api(scene).publish(scene.id, { title, text: `有居民提出：${title}。` }, await desk(scene))
}

function publicTitle({ letter }: Scene): string {
  const place = territoryOf(letter.area)
  const [zh, en] = [placeName(place, 'zh'), placeName(place, 'en')]
  return [zh, ` of ${en}`, ` in ${en}`].reduce((title, where) => title.replaceAll(where, ''), letter.title)
}

/** So many residents support it, and so many more from one machine. */
export const support =
  (people: number, fromOneMachine = 0): Act =>
  async (scene) => {
    for (let n = 0; n < people + fromOneMachine; n++) {
      const account = { kind: 'resident', id: `s-${scene.number}-${n}` } as const
      const origin = n < people ? `home of ${account.id}` : `machine-${scene.number}`
      await api(scene).support(scene.id, account, { origin })
    }
  }

/** What came in a burst is set aside, kept and counted apart; an office that errs takes some of it back. */
export const setBurstsAside: Act = async (scene) => {
  const by = await desk(scene)
  const reason = '同一来源短时间内集中附议，先予搁置核实。'
  await api(scene).setAside(scene.id, { mark: 'burst', reason }, by)
  const { items } = await api(scene).supportList(scene.id, { status: 'setAside', limit: 3 }, by)
  const supports = items.map((one) => one.id)
  return api(scene).restore(scene.id, { supports, reason: '经核实为社区活动室公用电脑。' }, by)
}

export const sendToStudy: Act = async (scene) =>
  api(scene).transfer(scene.id, { to: await competent(scene) }, await desk(scene))

export const study: Act = async (scene) => {
  const { id: officer } = await staffOf(scene, 'handler')
  return api(scene).study(scene.id, { officer }, await staffOf(scene, 'petitionOfficer'))
}

export const hearView: Act = async (scene) =>
  api(scene).hearView(
    scene.id,
    { from: 'department', view: '现场条件允许，经费可以安排。' },
    await staffOf(scene, 'handler'),
  )

const decisions: Readonly<Record<DecideSuggestion['outcome'], Omit<DecideSuggestion, 'outcome'>>> = {
  adoptFully: { reasons: '建议可行，群众受益面大，予以采纳。' },
  adoptPartly: { reasons: '先行试点，其余待评估后研究。', adopted: '先在一处试点。' },
  notAdopt: { reasons: '现场不具备条件，且已有规划替代方案。' },
}

/** Decides, and tells the author. */
export const decide =
  (outcome: DecideSuggestion['outcome']): Act =>
  async (scene) => {
    const by = await staffOf(scene, 'handler')
    await api(scene).decide(scene.id, { outcome, ...decisions[outcome] }, by)
    const channel = scene.letter.channel === 'online' ? 'online' : 'phone'
    return api(scene).reply(scene.id, { channel, proof: '答复记录' }, by)
  }

/** The answer, for everybody who supported it. */
export const publishAnswer: Act = async (scene) => {
  const title = publicTitle(scene)
  const { decision } = (await api(scene).get(scene.id, host)).state
  const answer = decision === null ? undefined : decisions[decision.outcome].reasons
  const told = { title, text: `有居民提出：${title}。`, answer, names: scene.letter.channel === 'online' }
  return api(scene).publish(scene.id, told, await desk(scene))
}

export const plan: Act = async (scene) =>
  api(scene).plan(
    scene.id,
    { by: addDays(scene.today, 90), measures: '列入年度实施计划。' },
    await staffOf(scene, 'handler'),
  )

export const reportProgress: Act = async (scene) =>
  api(scene).reportProgress(scene.id, { text: '已完成勘察和设计。' }, await staffOf(scene, 'handler'))

export const realise: Act = async (scene) =>
  api(scene).realise(scene.id, { proof: '验收单和现场照片' }, await staffOf(scene, 'handler'))

export const giveUp: Act = async (scene) =>
  api(scene).giveUp(scene.id, { reasons: '规划调整，该地块另有用途。' }, await staffOf(scene, 'handler'))

export const honour: Act = async (scene) =>
  api(scene).honour(
    scene.id,
    { kind: 'certificate', award: '年度优秀人民建议', consent: true },
    await desk(scene),
  )

export const closeSuggestion: Act = async (scene) =>
  api(scene).close(scene.id, { summary: '已答复，办结。' }, await desk(scene))
