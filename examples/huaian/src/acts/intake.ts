import { addDays } from '@redress/core'
import type { ClassifyComplaint, NotAcceptComplaint, RouteOutComplaint } from '@redress/petition'
import { host } from '../city.js'
import { furtherRequest } from '../letters.js'
import type { Act, Plot, Scene } from '../plot.js'
import { territoryOf } from '../units.js'

/** Reads it, says what it is about and where, and asks how the answer shall come, if nothing was said of it. */
export const register: Act = async ({ platform, complaint, id, letter, officer }) => {
  const by = await officer('petitionOfficer')
  const { matter, area, answerBy } = letter
  await platform.personal.read(id, { purpose: 'registration' }, by)
  const registered = await complaint.register(id, { matter, area }, by)
  if (answerBy === undefined || registered.state.answerBy !== null) return registered
  return platform.petition.feedback.chooseChannels(id, { answerBy }, by)
}

export const classify =
  (input: ClassifyComplaint): Act =>
  async ({ complaint, id, officer }) =>
    complaint.classify(id, input, await officer('petitionOfficer'))

/** Sends the case to a unit and lets it decide. */
const sendTo = async ({ complaint, id, officer }: Scene, to: string): Promise<unknown> =>
  complaint.refer(id, { to, manner: 'transfer' }, await officer('petitionOfficer'))

/** The unit that answers for the matter where it arose. */
export async function competent({ platform, letter }: Scene): Promise<string> {
  const directory = await platform.organizations.current()
  const unit = directory.responsibleFor(letter.matter, letter.area)
  if (unit === undefined) throw new Error(`Nobody answers for '${letter.matter}'.`)
  return unit.id
}

export const transfer: Act = async (scene) => sendTo(scene, await competent(scene))

/** From the city's petition office to that of the county. */
export const passDown: Act = (scene) => sendTo(scene, `${countyOf(scene)}/petition`)

/** With an order to report back within thirty days (交办). */
export const assignByOrder: Act = async (scene) => {
  const input = {
    to: await competent(scene),
    manner: 'assignment',
    reportBy: addDays(scene.today, 30),
  } as const
  return scene.complaint.refer(scene.id, input, await scene.officer('petitionOfficer'))
}

/** Matters that are easily taken for the business of another department, and of which. */
const mistaken: Readonly<Record<string, string>> = {
  'air-and-odour': 'urban-management',
  'night-construction': 'environment',
  'prepaid-cards': 'market',
  'road-repair': 'urban-management',
  'unpaid-wages': 'housing',
}
export const mistakenMatters = Object.keys(mistaken)

/** To a body that is not competent, by mistake. */
export const transferAstray: Act = (scene) =>
  sendTo(scene, `${countyOf(scene)}/${mistaken[scene.letter.matter] ?? 'market'}`)

const countyOf = ({ letter }: Scene): string => territoryOf(letter.area).split('/').slice(0, 2).join('/')

export const object: Act = async ({ complaint, id, officer }) =>
  complaint.object(id, { reasons: '该事项不属于我单位职责范围。' }, await officer('petitionOfficer'))

/** The office that sent it takes it back, or insists. */
export const answerObjection =
  (consent: boolean): Act =>
  async ({ complaint, id, officer, state }) => {
    const { referral } = await state()
    const reasons = consent ? '同意退回，重新转送。' : '该事项应由你单位办理。'
    return complaint.answerObjection(
      id,
      { consent, reasons },
      await officer('petitionOfficer', referral?.from),
    )
  }

/** The common superior of the two bodies says who handles it. */
export const settleDispute: Act = async (scene) => {
  const { objection, referral } = await scene.state()
  const directory = await scene.platform.organizations.current()
  const superior = directory.commonSuperior(objection?.by ?? '', referral?.from ?? '')
  const input = { to: await competent(scene), reasons: '按照权责清单确定办理单位。' }
  return scene.complaint.settleDispute(scene.id, input, await scene.officer('head', superior?.id))
}

export const notAccept =
  (input: Omit<NotAcceptComplaint, 'noticeOn' | 'endedCase'>): Act =>
  async ({ complaint, id, today, officer, elder }) =>
    complaint.notAccept(
      id,
      { ...input, noticeOn: today, ...(input.ground === 'alreadyEnded' ? { endedCase: elder } : {}) },
      await officer('petitionOfficer'),
    )

export const routeOut =
  (input: Omit<RouteOutComplaint, 'noticeOn' | 'knownOn'>): Act =>
  async ({ complaint, id, today, officer, dice }) =>
    complaint.routeOut(
      id,
      { ...input, noticeOn: today, knownOn: addDays(today, -dice.int(10, 40)) },
      await officer('petitionOfficer'),
    )

/** One letter, three requests: each goes on as a case of its own. */
export const separate =
  (appeal: Plot, suggestion: Plot): Act =>
  async ({ complaint, platform, id, letter, today, dice, officer, begin }) => {
    const requests = [
      furtherRequest('appeal', letter.area, today, dice),
      furtherRequest('suggestion', letter.area, today, dice),
    ]
    await complaint.separate(id, { requests }, await officer('petitionOfficer'))
    const { state } = await complaint.get(id, host)
    const { items } = await platform.cases.find({ facets: { letter: state.letter ?? '' } }, host)
    const [first, second] = items.filter((item) => item.id !== id)
    if (first === undefined || second === undefined) throw new Error('The letter was not separated.')
    begin(appeal, { ...letter, ...requests[0] }, first.id)
    begin(suggestion, { ...letter, ...requests[1] }, second.id)
  }
