import * as z from 'zod'
import { type Actor, actorRef, checkActor } from '../access/actor.js'
import { instantText } from '../case/context.js'
import type { Engine } from '../case/engine.js'
import { parseInput } from '../case/input.js'
import { rederiveRows } from '../case/rederive.js'
import { coreErrors } from '../errors.js'
import type { DomainEvent } from '../event/event.js'
import { deepFreeze } from '../freeze.js'
import type { RuleProfile } from '../rules/profile.js'
import type { Store } from '../store/port.js'
import {
  type Calendar,
  type CalendarAnnouncement,
  compileCalendar,
  type WorkingCalendar,
} from './calendar.js'
import { dayNumber } from './local-date.js'

/** Holidays that are made known while the platform runs. */
export interface Calendars {
  /**
   * Records a holiday notice and derives every open due date anew. Only the system or a `calendarAdministrator` may.
   *
   * @param calendar the id of a calendar that an installed rule profile uses, such as `cn`
   * @returns how many open cases got another due date
   * @throws CALENDAR_UNKNOWN, CALENDAR_INVALID, INPUT_INVALID, COMMAND_NOT_ALLOWED
   * @example
   * ```ts
   * const notice = { holidays: ['2026-05-06'], workdays: [], source: '国办发明电〔2026〕1号' }
   * await platform.calendars.announce('cn', notice, administrator)
   * ```
   */
  announce(
    calendar: string,
    announcement: CalendarAnnouncement,
    by: Actor,
  ): Promise<{ readonly moved: number }>
}

export type CalendarEvent = DomainEvent<
  'core.holidays-announced',
  { readonly calendar: string; readonly announcement: CalendarAnnouncement }
>

/** The calendars of a platform, made ready and kept up to date from the log. */
export interface CalendarBook {
  /** Makes the calendar of a profile known. */
  add(rules: RuleProfile): void
  of(rules: RuleProfile): WorkingCalendar
  /** Takes in what this or another process has announced since. */
  refresh(store: Store): Promise<void>
  announcer(engine: Engine): Calendars
}

const streamName = 'core.calendars'
const dates = z.array(z.iso.date()).max(400).readonly()
const announcementSchema = z.strictObject({
  holidays: dates,
  workdays: dates,
  year: z.int().min(1900).max(9999).optional(),
  source: z.string().min(1).max(500),
})

export function createCalendarBook(): CalendarBook {
  const calendars = new Map<string, Calendar>()
  const announced = new Map<string, CalendarAnnouncement[]>()
  const compiled = new Map<string, WorkingCalendar>()
  let version = 0

  const compile = (id: string, more: readonly CalendarAnnouncement[] = []): WorkingCalendar => {
    const calendar = calendars.get(id)
    if (calendar === undefined) throw coreErrors.CALENDAR_UNKNOWN({ calendar: id })
    return compileCalendar(calendar, [...(announced.get(id) ?? []), ...more])
  }

  const refresh = async (store: Store): Promise<void> => {
    for (const event of await store.read(streamName, version)) {
      if (event.version <= version) continue
      version = event.version
      const { calendar, announcement } = event.data as CalendarEvent['data']
      announced.set(calendar, [...(announced.get(calendar) ?? []), announcement])
      compiled.delete(calendar)
    }
  }

  return {
    add: ({ calendar }) => void calendars.set(calendar.id, calendar),
    of(rules) {
      const { id } = rules.calendar
      const ready = compiled.get(id)
      if (ready !== undefined) return ready
      const calendar = compile(id)
      compiled.set(id, calendar)
      return calendar
    },
    refresh,
    announcer: (engine) => ({
      async announce(calendar, rawAnnouncement, by) {
        const actor = checkActor(by)
        const announcement = deepFreeze(
          parseInput('calendars.announce', announcementSchema, rawAnnouncement),
        ) as CalendarAnnouncement
        for (const date of [...announcement.holidays, ...announcement.workdays]) dayNumber(date)
        const may =
          actor.kind === 'system' ||
          (actor.kind === 'officer' && actor.roles.includes('calendarAdministrator'))
        if (!may)
          throw coreErrors.COMMAND_NOT_ALLOWED({ command: 'calendars.announce', reasons: [notAdministrator] })
        await engine.ready()
        await refresh(engine.store)
        compile(calendar, [announcement])
        const data = { calendar, announcement }
        const pending = {
          type: 'core.holidays-announced',
          data,
          stream: streamName,
          version: version + 1,
          at: instantText(engine.now()),
          by: actorRef(actor),
        }
        const result = await engine.store.commit({
          streams: [{ stream: streamName, expectedVersion: version, events: [deepFreeze(pending)] }],
          rows: [],
        })
        await refresh(engine.store)
        const moved = await rederiveRows(engine, (rules) => rules.calendar.id === calendar)
        if ('events' in result) engine.hub.publish(result.events)
        return { moved }
      },
    }),
  }
}

const notAdministrator = Object.freeze({
  code: 'NOT_CALENDAR_ADMINISTRATOR',
  message: 'only the system or a calendarAdministrator may announce holidays',
  zh: '只有系统或日历管理员可以公布节假日',
})
