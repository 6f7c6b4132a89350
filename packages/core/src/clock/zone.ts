import { tzOffset } from '@date-fns/tz/tzOffset'
import { coreErrors } from '../errors.js'
import { DAY, MINUTE } from './read-date.js'

/** The local days and times of one time zone. */
export interface Zone {
  /** The local day of an instant. */
  dayOf(instant: number): number
  /**
   * The instant of a local time. A time that comes twice (clocks go back) is its first moment; a time that never comes
   * (clocks go forward) is the moment of the change. So a later local time is never an earlier instant.
   */
  instantOf(day: number, minutes: number): number
}

/** Marks in the table of offsets: not asked yet, and not the same all day or not in whole minutes. */
const UNKNOWN = 0x7fff
const VARIES = 0x7ffe

/** Days on each side of the given ones whose offsets are remembered too: two years. */
const margin = 731

/**
 * Makes a zone ready, with the offsets of the given days remembered: asking `Intl` costs a microsecond each time.
 *
 * @throws TIME_ZONE_INVALID
 */
export function zoneOf(timeZone: string, firstDay: number, lastDay: number): Zone {
  requireZone(timeZone)
  // A limit that starts in a covered year may end in a later one.
  const first = firstDay - margin
  const size = lastDay - firstDay + 1 + 2 * margin
  /** The offset of each UTC day, in minutes. */
  const offsets = new Int16Array(size).fill(UNKNOWN)
  /** The same, if it is also that of the days around: then no local time of the day is near a change of the clocks. */
  const steady = new Int16Array(size).fill(UNKNOWN)

  function offsetOfDay(day: number): number {
    const known = offsets[day - first]
    if (known !== undefined && known !== UNKNOWN) return known
    const start = ask(day * DAY)
    const same = start === ask((day + 1) * DAY) && Number.isInteger(start / MINUTE)
    offsets[day - first] = same ? start / MINUTE : VARIES
    return same ? start / MINUTE : VARIES
  }

  /** The offset around a day in minutes, or VARIES. */
  function steadyOffset(day: number): number {
    const known = steady[day - first]
    return known === undefined ? VARIES : known === UNKNOWN ? findSteadyOffset(day) : known
  }

  function findSteadyOffset(day: number): number {
    const offset = offsetOfDay(day)
    const isSteady = offsetOfDay(day - 1) === offset && offsetOfDay(day + 1) === offset
    steady[day - first] = isSteady ? offset : VARIES
    return isSteady ? offset : VARIES
  }

  function offsetAt(instant: number): number {
    const day = Math.floor(instant / DAY)
    const offset = day - first >= 0 && day - first < size ? offsetOfDay(day) : VARIES
    return offset === VARIES ? ask(instant) : offset * MINUTE
  }

  function ask(instant: number): number {
    return tzOffset(timeZone, new Date(instant)) * MINUTE
  }

  /** Near a change of the clocks. The offset is `before` well ahead of it and `after` well behind it. */
  function instantNearChange(local: number, before: number, after: number): number {
    let early = local - Math.max(before, after)
    let late = local - Math.min(before, after)
    if (early + offsetAt(early) === local) return early
    if (late + offsetAt(late) === local) return late
    while (late - early > 1) {
      const middle = Math.floor((early + late) / 2)
      if (offsetAt(middle) === before) early = middle
      else late = middle
    }
    return late
  }

  return {
    dayOf(instant) {
      const day = Math.floor(instant / DAY)
      const offset = steadyOffset(day)
      if (offset === VARIES) return Math.floor((instant + offsetAt(instant)) / DAY)
      const time = instant - day * DAY + offset * MINUTE
      return time < 0 ? day - 1 : time >= DAY ? day + 1 : day
    },
    instantOf(day, minutes) {
      const offset = steadyOffset(day)
      if (offset !== VARIES && minutes >= 0 && minutes <= 1440) return day * DAY + (minutes - offset) * MINUTE
      const local = day * DAY + minutes * MINUTE
      const before = offsetAt(local - DAY)
      const after = offsetAt(local + DAY)
      return before === after ? local - before : instantNearChange(local, before, after)
    },
  }
}

function requireZone(timeZone: string): void {
  // `Intl` takes undefined for the zone of the machine, and some engines take a bare offset such as +08:00.
  if (typeof timeZone !== 'string' || !/^[a-z]/i.test(timeZone)) throw zoneInvalid(timeZone)
  try {
    new Intl.DateTimeFormat('en-US', { timeZone })
  } catch {
    throw zoneInvalid(timeZone)
  }
}

function zoneInvalid(timeZone: unknown) {
  return coreErrors.TIME_ZONE_INVALID({
    timeZone: typeof timeZone === 'string' ? timeZone : `(${typeof timeZone})`,
  })
}
