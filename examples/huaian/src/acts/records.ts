import type { Act } from '../plot.js'
import { localDay } from '../report/text.js'
import type { DemonstrationClass } from '../retention.js'

/** The records officer puts a closed case into its class. The periods count from the day on which it was closed. */
export const archive =
  (name: DemonstrationClass): Act =>
  async ({ platform, complaint, id, letter, officer }) => {
    const by = await officer('recordsOfficer', letter.unit)
    const { updatedAt } = await complaint.get(id, by)
    return platform.retention.assign(id, { class: name, from: localDay(updatedAt) }, by)
  }

/** Somebody would like a case to be forgotten before its time. */
export const eraseEarly: Act = async ({ platform, id, letter, officer }) =>
  platform.retention.erase(id, { ground: 'personsRequest' }, await officer('recordsOfficer', letter.unit))
