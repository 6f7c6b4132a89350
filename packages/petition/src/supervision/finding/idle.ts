import type { WorkingCalendar } from '@redress/core'

/** Working days that have gone by. */
export interface IdleDays {
  readonly workDays: number
  /** A year whose holidays are not known: its weekdays are counted. */
  readonly provisional?: number
}

/** Counts the working days after a day up to another one, whole days since 1970-01-01. */
export function idleDays(
  from: number,
  to: number,
  calendar: Pick<WorkingCalendar, 'covers' | 'isWorkday'>,
  weekend: readonly number[],
): IdleDays {
  let workDays = 0
  let unknown: number | undefined
  for (let day = from + 1; day <= to; day++) {
    const isKnown = calendar.covers(day)
    if (!isKnown) unknown ??= day
    if (isKnown ? calendar.isWorkday(day) : !weekend.includes(weekday(day))) workDays += 1
  }
  if (unknown === undefined) return { workDays }
  return { workDays, provisional: new Date(unknown * 86_400_000).getUTCFullYear() }
}

/** 0 is Sunday; 1970-01-01 was a Thursday. */
const weekday = (day: number): number => (((day + 4) % 7) + 7) % 7
