import { host } from '../city.js'
import type { Act, Scene } from '../plot.js'
import { officerOf } from '../staff.js'
import { city } from '../units.js'

const api = ({ platform }: Scene) => platform.petition.receptionCentre.charge

/** The office that keeps the record for the leader. */
async function desk(scene: Scene) {
  const { unit } = (await api(scene).get(scene.id, host)).state
  return await officerOf(scene.platform, unit, 'petitionOfficer')
}

export const meetInCharge: Act = async (scene) =>
  api(scene).meet(scene.id, { on: scene.today, summary: '召集有关单位和信访人会商。' }, await desk(scene))

export const reportInCharge: Act = async (scene) =>
  api(scene).report(scene.id, { report: '责任单位已拿出方案。' }, await desk(scene))

export const concludeCharge: Act = async (scene) => {
  const outcome = scene.dice.real() < 0.7 ? 'resolved' : 'partlyResolved'
  return api(scene).conclude(scene.id, { outcome, result: '方案已落实，信访人认可。' }, await desk(scene))
}

/** A department keeps what it has promised in a joint reception. */
export const keepPromise: Act = async ({ platform, id, today }) => {
  const { visit } = platform.petition.receptionCentre
  const unit = `${city}/housing`
  const input = { commitment: 1, on: today, proof: '现场勘查记录' }
  return visit.keep(id, input, await officerOf(platform, unit, 'handler'))
}
