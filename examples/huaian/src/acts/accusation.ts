import type { AccusationOutcome } from '@redress/petition'
import { type HuaianPlatform, host } from '../city.js'
import { looksBefore } from '../looks.js'
import type { Act, Scene } from '../plot.js'
import { officerOf, openUnit } from '../staff.js'
import { submit } from './filing.js'

const api = ({ platform }: Scene) => platform.petition.accusation

/**
 * Files an accusation online. Its accused looks at everything that the platform shows them right before it comes, and right after it was
 * registered and sent on: what they see must be the same to the last character.
 */
export const fileUnseen: Act = async (scene) => {
  const { letter, officer, notes } = scene
  const looksAgain = await looksBefore(scene.platform, await officer('head', letter.area))
  const { id } = await submit(scene, 'accusation')
  scene.filed(id)
  const filed = { ...scene, id }
  await api(scene).register(id, {}, await officer('petitionOfficer', letter.unit))
  await route(filed)
  notes.looks.looked++
  if (!(await looksAgain())) notes.looks.differences++
}

/** To the nearest body whose duty it is, and that it does not accuse. */
const route: Act = async (scene) => {
  const by = await scene.officer('petitionOfficer', scene.letter.unit)
  const [nearest] = await api(scene).competent(scene.id, by)
  if (nearest === undefined) throw new Error('Nobody may take it.')
  return api(scene).route(scene.id, { to: nearest.unit }, by)
}

/** Somebody of the body that has it. */
async function staffOf(scene: Scene, role: 'head' | 'petitionOfficer' | 'handler') {
  const { unit } = (await api(scene).get(scene.id, host)).state
  return await officerOf(scene.platform, unit, role)
}

export const acceptAccusation: Act = async (scene) =>
  api(scene).accept(scene.id, {}, await staffOf(scene, 'petitionOfficer'))

export const investigate: Act = async (scene) => {
  const { id: investigator } = await staffOf(scene, 'handler')
  const input = { investigators: [investigator] }
  return api(scene).investigate(scene.id, input, await staffOf(scene, 'petitionOfficer'))
}

export const protect: Act = async (scene) =>
  api(scene).protect(scene.id, { measure: '对检举人身份严格保密' }, await staffOf(scene, 'head'))

export const conclude =
  (outcome: AccusationOutcome): Act =>
  async (scene) =>
    api(scene).conclude(scene.id, { outcome, findings: '经核查形成结论。' }, await staffOf(scene, 'handler'))

/** Whoever was wrongly accused is cleared, without a word of who accused. */
export const clarify: Act = async (scene) => {
  const { accused } = (await api(scene).get(scene.id, host)).state
  const head = await staffOf(scene, 'head')
  const manner = { on: scene.today, manner: 'meeting', statement: '反映问题不属实，予以澄清。' } as const
  const input = { ...manner, persons: accused.persons, units: accused.units, approvedBy: head.id }
  return api(scene).clarify(scene.id, input, await staffOf(scene, 'handler'))
}

export const tellResult: Act = async (scene) => {
  const manner = scene.letter.anonymous ? 'queryCode' : 'phone'
  const input = { on: scene.today, manner, proof: '反馈记录', answer: '反映的问题已核查完毕。' } as const
  return api(scene).feedBack(scene.id, input, await staffOf(scene, 'handler'))
}

export const closeAccusation: Act = async (scene) =>
  api(scene).close(scene.id, {}, await staffOf(scene, 'petitionOfficer'))

/** The desk finds that a letter accuses somebody. From then on it is sealed from them. */
export const findAccusing: Act = async ({ complaint, platform, id, letter, officer }) => {
  const unit = await areaToday(platform, letter.area)
  const accused = { units: [unit], persons: [(await officer('head', unit)).id] }
  return complaint.classify(id, { class: 'accusation', accused }, await officer('petitionOfficer'))
}

/** To the very unit that the letter accuses. */
export const transferToAccused: Act = async ({ complaint, platform, id, letter, officer }) => {
  const to = await areaToday(platform, letter.area)
  return complaint.refer(id, { to, manner: 'transfer' }, await officer('petitionOfficer'))
}

/** Goes on as an accusation, under the same number and the same code. */
export const takeOver =
  (plot: Parameters<Scene['begin']>[0]): Act =>
  async ({ platform, id, letter, officer, begin }) => {
    const by = await officer('petitionOfficer')
    const { accusation } = await platform.petition.accusation.takeOver(id, {}, by)
    begin(plot, letter, accusation)
  }

/** The petitioner of an answered case is made to suffer for it, and reports that. Nobody who works on the case learns of it. */
export const reportRetaliation =
  (plot: Parameters<Scene['begin']>[0]): Act =>
  async ({ platform, id, letter, resident, state, begin }) => {
    const { unit } = await state()
    const { id: report } = await platform.petition.retaliation.report(
      {
        channel: 'online',
        title: '反映信访后被刁难',
        text: '答复后办事被无故拖延，工作人员称是因为信访。',
        follows: { case: id },
        accused: { units: [unit] },
        accusers: letter.petitioners,
      },
      resident,
    )
    begin(plot, letter, report)
  }

/** A report comes to the body itself: there it is registered. */
export const registerAccusation: Act = async (scene) =>
  api(scene).register(scene.id, {}, await staffOf(scene, 'petitionOfficer'))

async function areaToday({ organizations }: HuaianPlatform, area: string): Promise<string> {
  return openUnit(area, await organizations.current())
}
