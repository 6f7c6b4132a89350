import type { Act, Scene } from '../plot.js'
import { officerOf } from '../staff.js'

export const accept: Act = async ({ complaint, id, officer }) =>
  complaint.accept(id, {}, await officer('petitionOfficer'))

/** Names the officer in charge: one who has not been kept out. */
export const assign: Act = async (scene) => {
  const { complaint, platform, id, officer } = scene
  const { unit, recused } = await scene.state()
  const handler = await officerOf(platform, unit, 'handler', (post) => !recused.includes(post.person))
  return complaint.assign(id, { handler: handler.id }, await officer('petitionOfficer'))
}

/** The officer in charge; somebody else of the unit where that one has gone. */
export async function inCharge({ platform, state }: Scene) {
  const { unit, handler, recused } = await state()
  const isFree = (person: string) => !recused.includes(person)
  try {
    return await officerOf(platform, unit, 'handler', (post) => post.person === handler)
  } catch {
    return await officerOf(platform, unit, 'handler', (post) => isFree(post.person))
  }
}

export const hear: Act = async (scene) => {
  const { channel } = scene.letter
  const manner = channel === 'visit' ? 'inPerson' : channel === 'online' ? 'video' : 'phone'
  const input = { on: scene.today, manner, summary: '听取了信访人陈述的事实和理由。' } as const
  const by = await inCharge(scene)
  // To call somebody takes the number and no more.
  const reveal = manner === 'phone' ? ['phone'] : []
  await scene.platform.personal.read(scene.id, { purpose: 'handling', reveal }, by)
  return scene.complaint.hearStatement(scene.id, input, by)
}

/** More time, with the reason, the approval of the head and the notice to the petitioner. */
export const extend =
  (days: number): Act =>
  async (scene) => {
    const head = await scene.officer('head')
    const input = { days, reason: '情况复杂，需要委托鉴定', approvedBy: head.id, noticeOn: scene.today }
    return scene.complaint.extend(scene.id, input, await inCharge(scene))
  }

export const openHearing =
  (chair: 'head' | 'handler'): Act =>
  async (scene) => {
    const by = await inCharge(scene)
    const person = chair === 'handler' ? by : await scene.officer('head')
    return scene.complaint.openHearing(scene.id, { on: scene.today, chair: person.id, public: true }, by)
  }

export const concludeHearing: Act = async (scene) =>
  scene.complaint.concludeHearing(
    scene.id,
    { on: scene.today, conclusion: '听证会查明了主要事实，双方充分陈述。' },
    await inCharge(scene),
  )

const bothAgree = { petitionerConsents: true, bodyConsents: true } as const

export const openMediation: Act = async (scene) =>
  scene.complaint.openMediation(scene.id, { mediator: '人民调解委员会', ...bothAgree }, await inCharge(scene))

export const failMediation: Act = async (scene) =>
  scene.complaint.failMediation(scene.id, { reason: '双方分歧较大，调解未成。' }, await inCharge(scene))

export const settle =
  (by: 'mediation' | 'settlement'): Act =>
  async (scene) =>
    scene.complaint.settle(
      scene.id,
      { by, agreement: '双方同意在约定期限内分步履行。', ...bothAgree },
      await inCharge(scene),
    )

export const perform: Act = async (scene) =>
  scene.complaint.recordPerformance(
    scene.id,
    { on: scene.today, proof: '履行回执和照片' },
    await inCharge(scene),
  )

/** The petitioner asks that the officer in charge stay out of the case. */
export const askForRecusal: Act = async ({ complaint, id, resident, state }) => {
  const { handler } = await state()
  const input = { person: handler ?? '', reason: '承办人与对方当事人有利害关系。' }
  return complaint.requestRecusal(id, input, resident)
}

export const grantRecusal: Act = async ({ complaint, id, officer, state }) => {
  const { recusalRequest } = await state()
  const input = { person: recusalRequest ?? '', granted: true, reason: '情况属实，予以回避。' }
  return complaint.decideRecusal(id, input, await officer('head'))
}

export const reportBack: Act = async ({ complaint, id, officer }) =>
  complaint.reportBack(id, { report: '已作出处理意见并送达信访人。' }, await officer('petitionOfficer'))

export const supplement: Act = async ({ complaint, id, petitioner }) =>
  complaint.supplement(id, { text: '补充照片三张和付款凭证一份。' }, await petitioner())

export const helpInHardship: Act = async ({ complaint, id, officer }) =>
  complaint.assist(id, { kind: 'hardship', to: '民政部门' }, await officer('petitionOfficer'))

export const withdraw: Act = async ({ complaint, id, resident }) =>
  complaint.withdraw(id, { reason: '问题已经解决。', freely: true }, resident)

/** An officer would like the case to be gone. Only its petitioner can withdraw it. */
export const withdrawForThem: Act = async (scene) =>
  scene.complaint.withdraw(scene.id, { reason: '信访人口头同意。', freely: true }, await inCharge(scene))

export const reopen =
  (ground: 'newFacts' | 'supervision'): Act =>
  async ({ complaint, id, officer }) =>
    complaint.reopen(id, { ground, facts: '信访人提交了新的证据。' }, await officer('petitionOfficer'))
