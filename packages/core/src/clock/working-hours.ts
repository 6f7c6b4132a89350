import { coreErrors } from '../errors.js'
import type { Calendar, WorkingCalendar, WorkingSpan } from './calendar.js'
import { MINUTE, minutesOf } from './read-date.js'
import type { DayArithmetic } from './working-days.js'
import type { Zone } from './zone.js'

type HourArithmetic = Pick<WorkingCalendar, 'workingHours' | 'addWorkMinutes' | 'workMinutesBetween'>

/** Makes ready the counting of working hours. @throws CALENDAR_INVALID */
export function workingHours(calendar: Calendar, days: DayArithmetic, zone: Zone): HourArithmetic {
  const spans = readSpans(calendar)
  const dayLength = spans.reduce((sum, { from, to }) => sum + to - from, 0) * MINUTE

  /** Working time of a working day before an instant. Counted from the start of a span, so it never runs backwards. */
  function workedBefore(day: number, instant: number): number {
    let worked = 0
    for (let n = 0; n < spans.length; n++) {
      const { from, to } = spans[n] as WorkingSpan
      const opens = zone.instantOf(day, from)
      if (instant <= opens) break
      const length = (to - from) * MINUTE
      worked += instant >= zone.instantOf(day, to) ? length : Math.min(instant - opens, length)
    }
    return worked
  }

  /** The first instant of a working day at which so much has been worked; `worked` is above 0 and at most a day's length. */
  function instantAfter(day: number, worked: number): number {
    let left = worked
    let closes = 0
    for (let n = 0; n < spans.length; n++) {
      const { from, to } = spans[n] as WorkingSpan
      const length = (to - from) * MINUTE
      closes = zone.instantOf(day, to)
      if (left <= length) return Math.min(zone.instantOf(day, from) + left, closes)
      left -= length
    }
    return closes
  }

  return {
    workingHours: spans,
    addWorkMinutes(instant, minutes) {
      const wanted = Math.round(minutes * MINUTE)
      if (wanted === 0) return instant
      if (dayLength === 0) {
        throw coreErrors.CALENDAR_INVALID({ calendar: calendar.id, reason: 'it has no working hours' })
      }
      const day = zone.dayOf(instant)
      const total = (days.isWorkday(day) ? workedBefore(day, instant) : 0) + wanted
      // Full days before the one in which it ends; that one gets more than nothing, so an end at closing time stays there.
      const full = Math.ceil(total / dayLength) - 1
      const last = days.addWorkdays(full >= 0 ? day - 1 : day, full >= 0 ? full + 1 : full)
      return instantAfter(last, total - full * dayLength)
    },
    workMinutesBetween(from, to) {
      if (!(to > from)) return 0
      const firstDay = zone.dayOf(from)
      const lastDay = zone.dayOf(to - 1)
      const before = days.isWorkday(firstDay) ? workedBefore(firstDay, from) : 0
      const after = days.isWorkday(lastDay) ? workedBefore(lastDay, to) : 0
      return (days.workdaysBetween(firstDay - 1, lastDay - 1) * dayLength + after - before) / MINUTE
    },
  }
}

function readSpans(calendar: Calendar): readonly WorkingSpan[] {
  const invalid = (reason: string) => coreErrors.CALENDAR_INVALID({ calendar: calendar.id, reason })
  if (!Array.isArray(calendar.workingHours)) throw invalid('workingHours must be a list')
  let closed = 0
  return calendar.workingHours.map((hours: unknown) => {
    const [from, to] = (Array.isArray(hours) ? (hours as string[]) : []).map(minutesOf)
    if (from === undefined || to === undefined || !(from < to)) {
      throw invalid(`'${String(hours)}' are not working hours: write [from, to] as HH:MM, up to 24:00`)
    }
    if (from < closed)
      throw invalid(`the working hours '${String(hours)}' begin before the ones listed earlier end`)
    closed = to
    return Object.freeze({ from, to })
  })
}
