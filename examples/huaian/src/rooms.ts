import type { Today } from './course.js'
import { oddMessages } from './online/odd-messages.js'
import { reception } from './reception/hall.js'
import { recordDuties } from './suggestions/duties.js'
import { sweep } from './supervision/sweep.js'

/** Something that an office does on days of its own, whatever cases come. */
export type Room = (today: Today) => Promise<void>

export const rooms: readonly Room[] = [reception, oddMessages, recordDuties, sweep]
