import type { EscalationEvent } from './escalation/kind.js'
import type { InspectionEvent } from './inspection/events.js'
import type { SupervisionEvent } from './matter/events.js'
import type { ProposalEvent } from './proposal/events.js'
import type { UrgentEvent } from './urgent/events.js'

/** Every event of supervision. */
export type SupervisionEvents =
  | SupervisionEvent
  | ProposalEvent
  | InspectionEvent
  | EscalationEvent
  | UrgentEvent
