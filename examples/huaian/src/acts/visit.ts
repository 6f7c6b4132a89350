import type { Officer } from '@redress/core'
import type { HandedOver } from '@redress/petition'
import type { Scene } from '../plot.js'
import { centreOf, generalWindow } from '../reception/centres.js'

/** Comes to the reception centre of the office that receives the letter, waits, and says what is in it: the desk makes it into a matter. */
export async function comeAndTell(scene: Scene, representatives: number): Promise<HandedOver> {
  const { platform, letter, officer, pass, dice } = scene
  const { visit } = platform.petition.receptionCentre
  const { unit, title, text, area, matter, people } = letter
  const desk = await officer('petitionOfficer', unit)
  const centre = await centreOf(platform, desk.unit)
  const came = await visit.walkIn({ centre, title, ...comersOf(letter, representatives) }, desk)
  pass(dice.int(1, 18))
  await visit.callNext({ centre, window: generalWindow }, desk)
  await receive(scene, came.id, text, desk)
  const handed = await visit.handOver(came.id, { to: 'complaint', title, area, matter }, desk)
  pass(dice.int(4, 12))
  const told = `已登记为${people > 1 ? '集体' : ''}信访事项，凭查询码查询进展。`
  await visit.close(came.id, { told }, desk)
  return handed
}

/** Listens, writes down what is said, and reads it back (信访工作条例 2022 Art. 19). */
async function receive(
  { platform }: Pick<Scene, 'platform'>,
  id: string,
  text: string,
  by: Officer,
): Promise<void> {
  const { visit } = platform.petition.receptionCentre
  await visit.receive(id, {}, by)
  await visit.record(id, { text, readBack: { outcome: 'confirmed' } }, by)
}

/** Who comes: of many people some speak for the others. */
export function comersOf({ petitioners, people }: Scene['letter'], representatives: number) {
  if (people === 1) return { petitioners }
  const named = petitioners.flatMap((one) => one.id ?? [])
  const extra = Array.from({ length: representatives - named.length }, (_, index) => `extra-${index}`)
  return {
    petitioners: [...petitioners, ...extra.map((id) => ({ id, name: '代表' }))],
    people,
    representatives: [...named, ...extra],
  }
}
