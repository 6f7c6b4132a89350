import { type Actor, checkActor } from '../access/actor.js'
import type { Engine } from '../case/engine.js'
import type { FailedCase } from '../deadline/deadlines.js'
import { coreErrors, shown } from '../errors.js'
import type { DomainEvent } from '../event/event.js'
import type { RuleProfile } from '../rules/profile.js'
import type { Store } from '../store/port.js'
import {
  type Calendar,
  type CalendarAnnouncement,
  compileCalendar,
  type WorkingCalendar,
} from './calendar.js'

/** Holidays that are made known while the platform runs. */
export interface Calendars {
  /**
   * Records a holiday notice and derives every open due date anew. Only the system or a `calendarAdministrator` may.
   *
   * @param calendar the id of a calendar that an installed rule profile uses, such as `cn`
   * @throws CALENDAR_UNKNOWN, CALENDAR_INVALID, INPUT_INVALID, COMMAND_NOT_ALLOWED
   * @example
   * ```ts
   * const notice = { holidays: ['2026-05-06'], workdays: [], source: '国办发明电〔2026〕1号' }
   * await platform.calendars.announce('cn', notice, administrator)
   * ```
   */
  announce(calendar: string, announcement: CalendarAnnouncement, by: Actor): Promise<Announced>
}

/** What a holiday notice has moved, of the cases that its announcer may read. */
export interface Announced {
  /** How many open cases got another due date. */
  readonly moved: number
  /** The cases that could not be reached, and why. The notice stands; `deadlines.tick` tries them again. */
  readonly failed: readonly FailedCase[]
}

export type CalendarEvent = DomainEvent<
  'core.holidays-announced',
  { readonly calendar: string; readonly announcement: CalendarAnnouncement }
>

/** The calendars of a platform, made ready and kept up to date from the log. */
export interface CalendarBook {
  /** The version of the log's stream of notices that it shows. */
  readonly version: number
  /** Makes the calendar of a profile known. */
  add(rules: RuleProfile): void
  of(rules: RuleProfile): WorkingCalendar
  /** A calendar as it would be with one more notice. @throws CALENDAR_UNKNOWN, CALENDAR_INVALID */
  preview(calendar: string, announcement: CalendarAnnouncement): WorkingCalendar
  /** Takes in what this or another process has announced since. */
  refresh(store: Store): Promise<void>
}

export const calendarStream = 'core.calendars'

export function createCalendarBook(): CalendarBook {
  const calendars = new Map<string, Calendar>()
  const announced = new Map<string, CalendarAnnouncement[]>()
  const compiled = new Map<string, WorkingCalendar>()
  let version = 0

  const compile = (id: string, more: readonly CalendarAnnouncement[] = []): WorkingCalendar => {
    const calendar = calendars.get(id)
    if (calendar === undefined) throw coreErrors.CALENDAR_UNKNOWN({ calendar: shown(id) })
    return compileCalendar(calendar, [...(announced.get(id) ?? []), ...more])
  }

  return {
    get version() {
      return version
    },
    add: ({ calendar }) => void calendars.set(calendar.id, calendar),
    of(rules) {
      const { id } = rules.calendar
      const ready = compiled.get(id)
      if (ready !== undefined) return ready
      const calendar = compile(id)
      compiled.set(id, calendar)
      return calendar
    },
    preview: (calendar, announcement) => compile(calendar, [announcement]),
    async refresh(store) {
      for (const event of await store.read(calendarStream, version)) {
        if (event.version <= version) continue
        version = event.version
        const { calendar, announcement } = event.data as CalendarEvent['data']
        announced.set(calendar, [...(announced.get(calendar) ?? []), announcement])
        compiled.delete(calendar)
      }
    },
  }
}

/** The public side: what a notice takes to be recorded is loaded with the first one. */
export function createCalendars(engine: Engine, book: CalendarBook): Calendars {
  return {
    async announce(calendar, announcement, by) {
      const actor = checkActor(by)
      const { announce } = await import('./announce.js')
      return await announce(engine, book, calendar, announcement, actor)
    },
  }
}
