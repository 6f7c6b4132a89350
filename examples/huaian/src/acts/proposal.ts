import type { AnswerProposal, Propose } from '@redress/petition'
import { host } from '../city.js'
import type { Act, Scene } from '../plot.js'
import { officerOf } from '../staff.js'
import { city } from '../units.js'

const api = ({ platform }: Scene) => platform.petition.supervision.proposals
const proposer = ({ officer }: Scene) => officer('head', `${city}/petition`)

async function receiver(scene: Scene) {
  const { unit } = (await api(scene).get(scene.id, host)).state
  return await officerOf(scene.platform, unit, 'head')
}

export const propose =
  (input: Propose): Act =>
  async (scene) =>
    scene.filed((await api(scene).propose(input, await proposer(scene))).id)

export const remind: Act = async (scene) =>
  api(scene).remind(scene.id, { text: '请书面反馈采纳情况。' }, await proposer(scene))

export const answerProposal =
  (input: AnswerProposal): Act =>
  async (scene) =>
    api(scene).answer(scene.id, input, await receiver(scene))

export const confirmRealisation: Act = async (scene) =>
  api(scene).confirmRealisation(
    scene.id,
    { on: scene.today, finding: '经回访，已经落实。' },
    await proposer(scene),
  )
