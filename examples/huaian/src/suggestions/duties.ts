import type { Room } from '../rooms.js'

/** The host's timer that records which duties support has made. */
export const recordDuties: Room = async ({ city, day }) => {
  if (!day.endsWith('-01') && !day.endsWith('-15')) return
  const { failed } = await city.platform.petition.suggestion.recordDuties()
  if (failed.length > 0) throw failed[0]?.error
}
