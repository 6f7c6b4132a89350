import * as z from 'zod'
import type { Actor } from '../access/actor.js'
import { reason } from '../access/reason.js'
import type { Engine } from '../case/engine.js'
import { parseInput } from '../case/input.js'
import { rederiveRows } from '../deadline/rederive.js'
import { coreErrors } from '../errors.js'
import { appendTo } from '../event/append-to.js'
import { deepFreeze } from '../freeze.js'
import type { CalendarAnnouncement } from './calendar.js'
import { type Announced, type CalendarBook, calendarStream } from './calendars.js'

const dates = z.array(z.iso.date()).max(400).readonly()
const announcementSchema = z.strictObject({
  holidays: dates,
  workdays: dates,
  year: z.int().min(1900).max(9999).optional(),
  source: z.string().min(1).max(500),
})

/** Records a holiday notice and derives every open due date anew. */
export async function announce(
  engine: Engine,
  book: CalendarBook,
  calendar: string,
  rawAnnouncement: unknown,
  actor: Actor,
): Promise<Announced> {
  const parsed = parseInput('calendars.announce', announcementSchema, rawAnnouncement)
  const may =
    actor.kind === 'system' || (actor.kind === 'officer' && actor.roles.includes('calendarAdministrator'))
  if (!may) {
    throw coreErrors.COMMAND_NOT_ALLOWED({ command: 'calendars.announce', reasons: [notAdministrator] })
  }
  await engine.ready()
  await book.refresh(engine.store)
  // The schema's optional field may be there without a value; stored data has no such fields.
  const announcement = deepFreeze(parsed) as CalendarAnnouncement
  book.preview(calendar, announcement)
  const event = { type: 'core.holidays-announced', data: { calendar, announcement } }
  await appendTo(engine, calendarStream, book.version, [event], actor)
  await book.refresh(engine.store)
  return await rederiveRows(engine, actor)
}

const notAdministrator = reason(
  'NOT_CALENDAR_ADMINISTRATOR',
  'only the system or a calendarAdministrator may announce holidays',
  '只有系统或日历管理员可以公布节假日',
)
