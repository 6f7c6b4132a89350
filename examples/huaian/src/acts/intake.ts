import { addDays } from '@redress/core'
import type { ClassifyComplaint, NotAcceptComplaint, RouteOutComplaint } from '@redress/petition'
import { host } from '../city.js'
import { furtherRequest } from '../letters.js'
import type { Act, Plot, Scene } from '../plot.js'
import { city, territoryOf } from '../units.js'

/** Files the letter: online by the person, else by the desk that opens, hears or answers it. */
export const file: Act = (scene) => fileFor(scene, 5)

/** A visit of many people: sends so many representatives. */
export const fileWithRepresentatives =
  (most: number): Act =>
  (scene) =>
    fileFor(scene, most)

async function fileFor(scene: Scene, representatives: number): Promise<void> {
  const { complaint, letter } = scene
  const { matter, area, people, petitioners, channel, anonymous, accused, unit, title, text, receivedOn } =
    letter
  const online = channel === 'online' || channel === 'email'
  const account = petitioners[0]?.id !== undefined
  const themselves = online && (anonymous || account)
  const by = !themselves
    ? await scene.officer('petitionOfficer', unit)
    : anonymous
      ? ({ kind: 'anonymous' } as const)
      : scene.resident
  const speakers = petitioners.flatMap((one) => one.id ?? [])
  const extra = Array.from({ length: representatives - speakers.length }, (_, index) => `extra-${index}`)
  const filed = await complaint.file(
    {
      channel,
      unit,
      area,
      matter,
      title,
      text,
      people,
      anonymous,
      ...(receivedOn === undefined || themselves ? {} : { receivedOn }),
      petitioners: [...petitioners, ...(people > 1 ? extra.map((id) => ({ id, name: '代表' })) : [])],
      ...(people > 1 ? { representatives: [...speakers, ...extra] } : {}),
      ...(accused === undefined ? {} : { accused }),
    },
    by,
  )
  scene.filed(filed.id)
}

export const register: Act = async ({ platform, complaint, id, officer }) => {
  const by = await officer('petitionOfficer')
  await platform.personal.read(id, { purpose: 'registration' }, by)
  return complaint.register(id, {}, by)
}

export const classify =
  (input: ClassifyComplaint): Act =>
  async ({ complaint, id, officer }) =>
    complaint.classify(id, input, await officer('petitionOfficer'))

/** Sends the case to a unit and lets it decide. */
const sendTo = async ({ complaint, id, officer }: Scene, to: string): Promise<unknown> =>
  complaint.refer(id, { to, manner: 'transfer' }, await officer('petitionOfficer'))

/** The unit that answers for the matter where it arose. */
async function competent({ platform, letter }: Scene): Promise<string> {
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

/** To the very unit that the letter accuses. */
export const transferToAccused: Act = (scene) => sendTo(scene, scene.letter.area)

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

/** The same letter goes to the city as well. */
export const fileAgainAtTheCity =
  (plot: Plot): Act =>
  async ({ begin, letter, today }) =>
    begin(plot, { ...letter, unit: `${city}/petition`, channel: 'letter', receivedOn: today })

/** The same letter comes again where it came before. */
export const fileAgain =
  (plot: Plot): Act =>
  async ({ begin, letter, today }) =>
    begin(plot, { ...letter, receivedOn: today })

/** The desk is shown what looks like the same matter, with the reasons, and finds the elder case to be it. */
export const mergeIntoElder: Act = async ({ complaint, id, elder, today, officer }) => {
  const by = await officer('petitionOfficer')
  const { suggestions } = await complaint.duplicates(id, by)
  const [first] = suggestions.filter((one) => one.id === elder)
  const reasons = first?.reasons.map(({ reason }) => reason).join(', ')
  if (reasons !== 'samePetitioner, similarText, samePlace') throw new Error(`It is suggested by: ${reasons}`)
  return complaint.merge(
    id,
    { into: elder, finding: '同一信访人，同一事实，同一请求。', noticeOn: today },
    by,
  )
}

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
