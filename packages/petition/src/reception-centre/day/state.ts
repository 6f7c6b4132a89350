import type { CaseTypes, DecideContext, DomainEvent } from '@redress/core'
import type { PetitionPolicy } from '../../rules/policy.js'
import type { HalfDay, OpeningHours } from '../local-time.js'
import type { DayCommands } from './commands.js'

export type DayStatus = 'new' | 'planned' | 'closed'

/** One window in one half of a day. */
export interface ReceptionSession {
  readonly window: string
  readonly half: HalfDay
  /** The unit on duty. */
  readonly unit: string
  /** The ids of the officers on duty; each holds a post in the unit. */
  readonly officers: readonly string[]
  /** How many appointments it takes. */
  readonly appointments: number
}

/** A leader receives (领导接访): a session of its own beside the windows. Leaders, posts and times are public. */
export interface LeaderSession extends ReceptionSession {
  /** The id of the person, as posts carry it. */
  readonly leader: string
  /** The post, as people read it: `副市长`. */
  readonly post: string
  /** Where it takes place, also away from the centre (下访). */
  readonly place: string
  /** What it is about; null for anything. */
  readonly subject: string | null
  readonly state: 'planned' | 'announced' | 'held' | 'cancelled'
  readonly announcedOn: string | null
  /** Why it was cancelled, and when people are received instead. Public. */
  readonly instead: string | null
}

/** An appointment that is made. */
export interface TakenPlace {
  readonly visit: string
  readonly window: string
  readonly half: HalfDay
}

/** One day of a reception centre: who is on duty, which appointments are made, and the numbers of the tickets. */
export interface ReceptionDay {
  readonly status: DayStatus
  readonly centre: string
  /** The unit that runs the centre. */
  readonly unit: string
  readonly on: string
  readonly hours: OpeningHours
  readonly sessions: readonly ReceptionSession[]
  readonly leaders: readonly LeaderSession[]
  readonly places: readonly TakenPlace[]
  /** The last ticket. */
  readonly tickets: number
  /** The number of each ticket, by what it was drawn for. */
  readonly issued: Readonly<Record<string, number>>
  /** Why the centre is closed on that day. Public. */
  readonly closedBecause: string | null
}

export interface DayEventData {
  readonly 'petition.reception-day-planned': Pick<
    ReceptionDay,
    'centre' | 'unit' | 'on' | 'hours' | 'sessions'
  >
  readonly 'petition.reception-day-staffed': ReceptionSession
  readonly 'petition.reception-day-closed': { readonly because: string }
  readonly 'petition.leader-reception-planned': Omit<LeaderSession, 'state' | 'announcedOn' | 'instead'>
  readonly 'petition.leader-reception-announced': { readonly window: string; readonly on: string }
  readonly 'petition.leader-reception-cancelled': { readonly window: string; readonly instead: string }
  readonly 'petition.leader-reception-held': { readonly window: string; readonly on: string }
  readonly 'petition.place-taken': TakenPlace
  readonly 'petition.place-freed': { readonly visit: string }
  readonly 'petition.ticket-issued': { readonly for: string; readonly number: number }
}

/** A fact in a day of a reception centre. */
export type DayEvent = {
  readonly [Type in keyof DayEventData]: DomainEvent<Type, DayEventData[Type]>
}[keyof DayEventData]

export interface DayTypes extends CaseTypes {
  state: ReceptionDay
  commands: DayCommands
  event: DayEvent
  opening: 'open'
  policy: PetitionPolicy
}

export type DayContext = DecideContext<PetitionPolicy, ReceptionDay>

const none: readonly never[] = Object.freeze([])

export const noDay: ReceptionDay = Object.freeze({
  status: 'new',
  centre: '',
  unit: '',
  on: '',
  hours: Object.freeze({}),
  sessions: none,
  leaders: none,
  places: none,
  tickets: 0,
  issued: Object.freeze({}),
  closedBecause: null,
})

/** The windows and the leaders' receptions of a half, without those that do not take place. */
export function sessionsOf(
  { sessions, leaders }: Pick<ReceptionDay, 'sessions' | 'leaders'>,
  half: HalfDay,
): readonly ReceptionSession[] {
  const open = leaders.filter(({ state }) => state === 'announced' || state === 'held')
  return [...sessions, ...open].filter((one) => one.half === half)
}

/** How many appointments of a session are made. */
export const takenOf = (
  { places }: Pick<ReceptionDay, 'places'>,
  { window, half }: Pick<ReceptionSession, 'window' | 'half'>,
): number => places.filter((place) => place.window === window && place.half === half).length
