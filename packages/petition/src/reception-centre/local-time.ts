import { addDays, type WorkingCalendar } from '@redress/core'

/** Half a working day: before noon or after it, local time. */
export type HalfDay = 'morning' | 'afternoon'

type Zone = Pick<WorkingCalendar, 'dayOf' | 'instantOf'>

const noon = 720

/** Minutes after midnight of `HH:MM`. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** `HH:MM` of minutes after midnight. */
const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Whole days since 1970-01-01 of a local date. */
export const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000

/** The local date of an instant. */
export const dateOf = (at: string, zone: Zone): string => addDays('1970-01-01', zone.dayOf(Date.parse(at)))

/** The instant of a local time, ISO 8601. */
export const instantOf = (date: string, time: string, zone: Zone): string =>
  new Date(zone.instantOf(dayOf(date), minutesOf(time))).toISOString()

/** The half of the local day in which an instant lies. */
export function halfOf(at: string, zone: Zone): HalfDay {
  const instant = Date.parse(at)
  return instant < zone.instantOf(zone.dayOf(instant), noon) ? 'morning' : 'afternoon'
}

/** From when until when, local time, as `HH:MM`. */
export interface Hours {
  readonly from: string
  readonly until: string
}

/** When a centre is open on a day, by half; a half that is not named is closed. */
export interface OpeningHours {
  readonly morning?: Hours | undefined
  readonly afternoon?: Hours | undefined
}

/** The working hours of a calendar, by half. */
export function hoursOf({ workingHours }: Pick<WorkingCalendar, 'workingHours'>): OpeningHours {
  const within = (first: number, last: number): Hours | undefined => {
    const spans = workingHours.filter(({ from, to }) => from < last && to > first)
    const [start, end] = [spans[0], spans.at(-1)]
    if (start === undefined || end === undefined) return undefined
    return { from: timeOf(Math.max(start.from, first)), until: timeOf(Math.min(end.to, last)) }
  }
  const [morning, afternoon] = [within(0, noon), within(noon, 1440)]
  return { ...(morning === undefined ? {} : { morning }), ...(afternoon === undefined ? {} : { afternoon }) }
}
