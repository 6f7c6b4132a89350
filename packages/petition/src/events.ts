import type { AccusationEvent } from './accusation/events.js'
import type { ComplaintEvent } from './complaint/events.js'
import type { ReceptionEvent } from './reception-centre/events.js'
import type { CallEvent } from './suggestion/call/events.js'
import type { SuggestionEvent } from './suggestion/events.js'
import type { SupportEvent } from './suggestion/support/types.js'
import type { SupervisionEvents } from './supervision/events.js'

/** Every event of the petition plugin. */
export type PetitionEvent =
  | ComplaintEvent
  | AccusationEvent
  | SuggestionEvent
  | CallEvent
  | SupportEvent
  | SupervisionEvents
  | ReceptionEvent
