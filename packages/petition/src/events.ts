import type { ComplaintEvent } from './complaint/events.js'

/** Every event of the petition plugin. */
export type PetitionEvent = ComplaintEvent
