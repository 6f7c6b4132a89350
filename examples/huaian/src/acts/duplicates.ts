import type { DuplicateSuggestion } from '@redress/petition'
import type { Act, Scene } from '../plot.js'

/** What the desk is shown that looks like the same matter. Nothing of it is decided. */
async function shown({ complaint, id, officer }: Scene): Promise<readonly DuplicateSuggestion[]> {
  return (await complaint.duplicates(id, await officer('petitionOfficer'))).suggestions
}

/** The elder case as it is suggested; it must be, and for these reasons. */
async function elderAmong(scene: Scene): Promise<DuplicateSuggestion> {
  const found = (await shown(scene)).find((one) => one.id === scene.elder)
  const reasons = found?.reasons.map(({ reason }) => reason).join(', ')
  if (found === undefined || reasons !== 'samePetitioner, similarText, samePlace')
    throw new Error(`It is suggested by: ${reasons}`)
  return found
}

/** The desk finds the elder case to be the same matter of the same person: it goes on there. */
export const mergeIntoElder: Act = async (scene) => {
  const { id: into } = await elderAmong(scene)
  const input = { into, finding: '同一信访人，同一事实，同一请求。', noticeOn: scene.today }
  return scene.complaint.merge(scene.id, input, await scene.officer('petitionOfficer'))
}

/** The same person again, about the same: both go on, and it counts as a repeat. */
export const linkAsRepeat: Act = async (scene) => {
  const { id: to } = await elderAmong(scene)
  const input = { to, relation: 'repeat', finding: '同一信访人就同一事项再次提出。' } as const
  return scene.complaint.link(scene.id, input, await scene.officer('petitionOfficer'))
}

/** Of two that look alike an officer finds the one in the same place to be one matter, and the other one not. */
export const weighLookalikes: Act = async (scene) => {
  const { complaint, id, officer, state } = scene
  const by = await officer('petitionOfficer')
  const { area } = await state()
  const unlinked = (await shown(scene)).filter(({ linked }) => linked === undefined)
  const same = unlinked.find((one) => one.area === area)
  const other = unlinked.find((one) => one.area !== area)
  if (same !== undefined) {
    const finding = '同一镇、同一场暴雨造成的积水，可一并解决。'
    await complaint.link(id, { to: same.id, relation: 'sameMatter', finding }, by)
  }
  if (other !== undefined)
    await complaint.dismissDuplicate(id, { of: other.id, reason: '文字相似，但不在同一镇，成因不同。' }, by)
}
