import type { Actor } from '../access/actor.js'
import { dueOf } from '../clock/due.js'
import { dateText, instantMs } from '../clock/local-date.js'
import type { Engine } from './engine.js'
import type { DecideContext } from './kind.js'
import type { AnyRecord } from './record.js'
import type { WiredKind } from './wire.js'

/** Gathers what a decision may know. */
export function contextFor(
  engine: Pick<Engine, 'calendarOf' | 'digest' | 'directory' | 'ids'>,
  kind: WiredKind,
  record: AnyRecord,
  by: Actor,
  instant: number,
  rulesId: string,
  named?: AnyRecord,
): DecideContext {
  const rules = kind.profile(rulesId)
  const calendar = engine.calendarOf(rules)
  return {
    id: record.id,
    at: instantText(instant),
    today: dayText(calendar.dayOf(instant)),
    by,
    rules,
    calendar,
    directory: engine.directory(),
    clocks: record.clocks,
    due(clock) {
      const run = record.clocks.findLast((one) => one.clock === clock)
      return run === undefined ? undefined : dueOf(run, rules, calendar)
    },
    named,
    newId: () => engine.ids.newId(instant),
    newCode: engine.ids.newCode,
    digest: engine.digest,
  }
}

/** The instant of a command: now, but never before the last event of the case, whatever the host's clock does. */
export function instantFor(engine: Engine, record: AnyRecord): number {
  const now = engine.now()
  // Compared as text first: parsing a date costs more than the rest.
  return record.updatedAt !== '' && instantText(now) < record.updatedAt ? Date.parse(record.updatedAt) : now
}

let lastDay = Number.NaN
let lastDate = ''

/** The text of a local day; the same object for all commands of a day, since events keep it. */
function dayText(day: number): string {
  if (day !== lastDay) {
    lastDate = dateText(day)
    lastDay = day
  }
  return lastDate
}

let lastInstant = Number.NaN
let lastText = ''

/** ISO 8601 of an instant. Many commands fall into one millisecond, and formatting is dear. */
export function instantText(instant: number): string {
  if (instant !== lastInstant) {
    lastText = new Date(instant).toISOString()
    lastInstant = instant
  }
  return lastText
}

/** The instant of a text; the other way round of {@link instantText}, and most often of the text that it has just made. */
export function instantOf(text: string): number {
  return text === lastText ? lastInstant : instantMs(text)
}
