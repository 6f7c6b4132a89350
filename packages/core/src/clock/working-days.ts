import { coreErrors } from '../errors.js'
import type { WorkingCalendar } from './calendar.js'
import { type CoveredDays, dayKinds, MAKE_UP } from './calendar-days.js'
import { dateText, yearOf } from './local-date.js'

/** The part of a working calendar that counts whole days. */
export type DayArithmetic = Pick<
  WorkingCalendar,
  'covers' | 'isWorkday' | 'dayKind' | 'rollForward' | 'earliestWorkday' | 'addWorkdays' | 'workdaysBetween'
>

/** Two tables that turn counting into two reads: 15 KB for ten years. */
interface Stretch extends CoveredDays {
  /** Working days before the n-th day of the stretch; one entry more than there are days. */
  readonly before: Uint16Array | Uint32Array
  /** The day of the n-th working day, counted from the first day. */
  readonly nth: Uint16Array | Uint32Array
}

/** Makes ready the counting of working days; each call costs the same however many days it spans. */
export function workingDays(calendar: string, covered: readonly CoveredDays[]): DayArithmetic {
  const stretches = covered.map(tabulate)
  // Nearly every question is about now.
  const newest = stretches.at(-1) ?? tabulate({ first: 1, last: 0, kinds: new Uint8Array() })

  function find(day: number): Stretch | undefined {
    if (day >= newest.first && day <= newest.last) return newest
    return stretches.find(({ first, last }) => day >= first && day <= last)
  }

  function stretchOf(day: number): Stretch {
    const stretch = find(day)
    if (stretch === undefined) throw notCovered(day)
    return stretch
  }

  function notCovered(day: number) {
    const oldest = stretches[0]
    const from = oldest === undefined ? 0 : yearOf(oldest.first)
    const to = oldest === undefined ? 0 : yearOf(newest.last)
    return coreErrors.CALENDAR_NOT_COVERED({ calendar, date: dateText(day), from, to })
  }

  function covers(day: number): boolean {
    return find(day) !== undefined
  }

  function earliestWorkday(day: number): number {
    const stretch = find(day)
    if (stretch === undefined) return day
    const offset = stretch.nth[stretch.before[day - stretch.first] ?? 0]
    return offset === undefined ? stretch.last + 1 : stretch.first + offset
  }

  return {
    covers,
    earliestWorkday,
    isWorkday(day) {
      const { first, kinds } = stretchOf(day)
      return (kinds[day - first] ?? MAKE_UP + 1) <= MAKE_UP
    },
    dayKind(day) {
      const { first, kinds } = stretchOf(day)
      return dayKinds[kinds[day - first] ?? 0] ?? 'workday'
    },
    rollForward(day) {
      const rolled = earliestWorkday(day)
      if (covers(rolled)) return rolled
      throw notCovered(rolled)
    },
    addWorkdays(day, count) {
      if (count === 0) return day
      // Only the days that are counted must be covered, not the day that is counted from.
      const { first, last, before, nth } = stretchOf(count > 0 ? day + 1 : day - 1)
      const offset =
        count > 0 ? nth[(before[day + 1 - first] ?? 0) + count - 1] : nth[(before[day - first] ?? 0) + count]
      if (offset === undefined) throw notCovered(count > 0 ? last + 1 : first - 1)
      return first + offset
    },
    workdaysBetween(from, to) {
      if (to <= from) return 0
      const { first, last, before } = stretchOf(from + 1)
      if (to > last) throw notCovered(last + 1)
      return (before[to + 1 - first] ?? 0) - (before[from + 1 - first] ?? 0)
    },
  }
}

function tabulate(days: CoveredDays): Stretch {
  const size = days.kinds.length
  const Table = size < 65_536 ? Uint16Array : Uint32Array
  const before = new Table(size + 1)
  const nth = new Table(days.kinds.reduce((worked, kind) => (kind <= MAKE_UP ? worked + 1 : worked), 0))
  let worked = 0
  for (let n = 0; n < size; n++) {
    before[n] = worked
    if ((days.kinds[n] ?? 0) <= MAKE_UP) nth[worked++] = n
  }
  before[size] = worked
  return { ...days, before, nth }
}
