import type { AnswerComplaint, AnswerReview, EndComplaint } from '@redress/petition'
import { lawOf } from '../letters.js'
import type { Act, Scene } from '../plot.js'
import { openUnit } from '../staff.js'
import { inCharge } from './handling.js'

const opinions: Readonly<Record<AnswerComplaint['outcome'] | AnswerReview['outcome'], string>> = {
  supported: '请求有事实和法律依据，予以支持，限期落实。',
  explained: '请求合理但缺乏法律依据，已向信访人说明解释。',
  notSupported: '请求缺乏事实根据，不予支持。',
  upheld: '原处理意见认定事实清楚，依据正确，予以维持。',
  changed: '原处理意见适用依据不当，予以变更。',
  quashedRemanded: '原处理意见主要事实不清，予以撤销，责令重新处理。',
  rejectedInadmissible: '复查申请不符合规定，不予受理。',
}

/** The body one step up to which the next remedy leads; one that has a body above itself, where there is such. */
async function nextBody({ platform, dice }: Scene, unit: string): Promise<string | undefined> {
  const directory = await platform.organizations.current()
  const higher = directory.nextHigher(openUnit(unit, directory)).map((one) => one.id)
  const climbing = higher.filter((one) => directory.nextHigher(one).length > 0)
  const choice = climbing.length > 0 ? climbing : higher
  return choice.length === 0 ? undefined : dice.pick(choice)
}

async function sectionsOf(scene: Scene, outcome: keyof typeof opinions) {
  return {
    request: scene.letter.title,
    facts: '经实地走访、调阅材料并听取信访人陈述，查明了有关事实。',
    opinion: opinions[outcome],
    legalBasis: [`《${lawOf(scene.letter.matter)}》`],
  }
}

async function remedyOf(scene: Scene) {
  const body = await nextBody(scene, (await scene.state()).unit)
  return body === undefined ? {} : { remedy: { body, days: 30 } }
}

export const answer =
  (outcome: AnswerComplaint['outcome']): Act =>
  async (scene) => {
    const input = { outcome, ...(await sectionsOf(scene, outcome)), ...(await remedyOf(scene)) }
    return scene.complaint.answer(scene.id, input, await inCharge(scene))
  }

/** An opinion that forgets to say where to turn next. */
export const answerWithoutRemedy: Act = async (scene) => {
  const input = { outcome: 'notSupported', ...(await sectionsOf(scene, 'notSupported')) } as const
  return scene.complaint.answer(scene.id, input, await inCharge(scene))
}

export const carryOut: Act = async (scene) =>
  scene.complaint.recordExecution(scene.id, { on: scene.today, proof: '现场照片' }, await inCharge(scene))

export const close: Act = async (scene) =>
  scene.complaint.close(scene.id, { summary: '答复已送达，事项办结。' }, await inCharge(scene))

export const end =
  (ground: EndComplaint['ground']): Act =>
  async ({ complaint, id, officer }) =>
    complaint.end(id, { ground, finding: '经核对，终结条件已经具备。' }, await officer('petitionOfficer'))

export const askForReview: Act = async (scene) => {
  const { complaint, id, state, petitioner } = scene
  const last = (await state()).delivered.at(-1)
  const input = { reasons: '对处理意见认定的事实有异议。', ...reviewer(last?.remedy?.body) }
  const named = last?.remedy === null ? reviewer(await nextBody(scene, last.by)) : {}
  return complaint.requestReview(id, { ...input, ...named }, await petitioner())
}

/** Comes after the window has closed, with good cause. */
export const askForReviewLate: Act = async ({ complaint, id, state, petitioner }) => {
  const body = (await state()).delivered.at(-1)?.remedy?.body
  const input = { reasons: '对处理意见不服。', lateBecause: '因住院未能按期申请。', ...reviewer(body) }
  return complaint.requestReview(id, input, await petitioner())
}

const reviewer = (unit: string | undefined) => (unit === undefined ? {} : { reviewer: unit })

export const answerReview =
  (outcome: AnswerReview['outcome']): Act =>
  async (scene) => {
    const input = { outcome, ...(await sectionsOf(scene, outcome)), ...(await remedyOf(scene)) }
    return scene.complaint.answerReview(scene.id, input, await inCharge(scene))
  }

export const askForReReview: Act = async ({ complaint, id, state, petitioner }) => {
  const body = (await state()).delivered.at(-1)?.remedy?.body
  return complaint.requestReReview(
    id,
    { reasons: '对复查意见仍不服。', ...reviewer(body) },
    await petitioner(),
  )
}

export const answerReReview =
  (outcome: AnswerReview['outcome']): Act =>
  async (scene) => {
    const input = { outcome, ...(await sectionsOf(scene, outcome)) }
    return scene.complaint.answerReReview(scene.id, input, await inCharge(scene))
  }
