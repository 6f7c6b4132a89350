import type { CentreEvent } from './centre/state.js'
import type { ChargeEvent } from './charge/state.js'
import type { DayEvent } from './day/state.js'
import type { VisitEvent } from './visit/events.js'

/** A fact about a reception centre, one of its days, a visit, or a case in a leader's charge. */
export type ReceptionEvent = CentreEvent | DayEvent | VisitEvent | ChargeEvent
