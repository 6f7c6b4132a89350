import { addDays } from '@redress/core'
import { type CheckResult, supervision2022, unchecked } from '@redress/petition'
import { host } from '../city.js'
import type { Act, Scene } from '../plot.js'
import { officerOf } from '../staff.js'
import { city } from '../units.js'

const api = ({ platform }: Scene) => platform.petition.supervision
const inspector = ({ officer }: Scene) => officer('petitionOfficer', `${city}/petition`)

/** Draws from the closed cases of a unit. The seed comes from somebody else, so that nobody can choose. */
export const drawSample =
  (unit: string, size: number, seed: string): Act =>
  async (scene) => {
    const period = { from: addDays(scene.today, -180), to: addDays(scene.today, -30) }
    const { id } = await api(scene).sample({ unit, period, size, seed }, await inspector(scene))
    scene.filed(id)
  }

/** Checks each drawn case against the list of punishable failures (信访工作条例 2022 Art. 43–46). */
export const checkCases: Act = async (scene) => {
  const { inspections } = api(scene)
  const { state } = await inspections.get(scene.id, host)
  for (const drawn of unchecked(state))
    await inspections.recordCheck(
      scene.id,
      { case: drawn.id, checks: answersOf(scene), note: '查阅案卷并电话回访。' },
      await inspector(scene),
    )
}

/** What an inspection finds is invented: now and then a late notice, now and then delay. */
function answersOf({ dice }: Scene): Readonly<Record<string, CheckResult>> {
  const fails = (item: string) =>
    (item === 'notice' && dice.real() < 0.25) || (item === 'timeliness' && dice.real() < 0.35)
  return Object.fromEntries(
    supervision2022.checklist.map(({ id }) => [
      id,
      id === 'urgency' ? 'notApplicable' : fails(id) ? 'failed' : 'met',
    ]),
  )
}

export const demandExplanation: Act = async (scene) =>
  api(scene).inspections.takeStep(
    scene.id,
    {
      step: 'explanationDemanded',
      on: scene.today,
      record: '要求就逾期告知作出书面说明。',
      answerBy: addDays(scene.today, 10),
    },
    await inspector(scene),
  )

export const explain: Act = async (scene) => {
  const { unit } = (await api(scene).inspections.get(scene.id, host)).state
  const head = await officerOf(scene.platform, unit, 'head')
  return api(scene).inspections.explain(scene.id, { text: '人员交接所致，已补充制度。' }, head)
}

export const concludeInspection: Act = async (scene) =>
  api(scene).inspections.conclude(scene.id, { finding: '总体规范，个别环节逾期。' }, await inspector(scene))
