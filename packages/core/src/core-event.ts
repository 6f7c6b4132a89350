import type { CoreCaseEvent } from './case/core-event.js'
import type { CalendarEvent } from './clock/calendars.js'
import type { OrganizationEvent } from './organization/events.js'
import type { AccessEvent } from './personal/access-log.js'

/** Everything that core itself records. */
export type CoreEvent = CoreCaseEvent | CalendarEvent | OrganizationEvent | AccessEvent
