import type { Actor } from '@redress/core'
import type { IntakeReceipt, MatterKind } from '@redress/petition'
import { channels } from '../online/channels.js'
import { messageOf } from '../online/messages.js'
import type { Act, Plot, Scene } from '../plot.js'
import { city } from '../units.js'
import { comeAndTell, comersOf } from './visit.js'

/** Files the letter in the way in which it comes: at a reception centre, by a channel of the online centre, or from above. */
export const file: Act = (scene) => fileComplaint(scene, 5)

/** A visit of many people: sends so many representatives. */
export const fileWithRepresentatives =
  (most: number): Act =>
  (scene) =>
    fileComplaint(scene, most)

async function fileComplaint(scene: Scene, representatives: number): Promise<void> {
  const { channel, unit } = scene.letter
  const isCentre = channel === 'visit' && unit.endsWith('/petition')
  if (isCentre) scene.filed((await comeAndTell(scene, representatives)).case)
  // What comes from above, and visits to a department itself, a desk writes down.
  else if (channel === 'visit' || channel === 'superior') scene.filed(await writeDown(scene, representatives))
  else scene.filed((await submit(scene, 'complaint')).id)
}

/** By the desk of the unit that receives it. */
async function writeDown({ complaint, letter, officer }: Scene, representatives: number): Promise<string> {
  const { accused: _, petitioners: __, people: ___, ...said } = letter
  const by = await officer('petitionOfficer', letter.unit)
  return (await complaint.file({ ...said, ...comersOf(letter, representatives) }, by)).id
}

/** By a channel of the online centre: one contract, whatever the way. */
export async function submit(scene: Scene, about: MatterKind): Promise<IntakeReceipt> {
  const { platform, notes } = scene
  const { channel, message } = messageOf(scene, about)
  const { onlineCentre } = platform.petition
  const receipt = await onlineCentre.submit(channel, message, await filerOf(scene, channel))
  const known = notes.intake[channel] ?? { filed: 0, unsure: 0, files: 0 }
  notes.intake[channel] = {
    filed: known.filed + 1,
    unsure: known.unsure + (receipt.unsure.length > 0 ? 1 : 0),
    files: known.files + receipt.attachments.length,
  }
  return receipt
}

/** Whoever sends it themselves; for what is said or posted, the desk that takes it in. */
async function filerOf({ letter, resident, officer }: Scene, id: string): Promise<Actor> {
  const way = channels.find((one) => one.id === id)?.channel
  const isOwn = way === 'online' || way === 'email' || id === 'sms'
  if (!isOwn) return await officer('petitionOfficer', letter.unit)
  const isKnown = !letter.anonymous && letter.petitioners[0]?.id !== undefined
  return isKnown ? resident : { kind: 'anonymous' }
}

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
