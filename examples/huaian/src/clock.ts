/** The clock of the year. It stands still until somebody acts, and it never goes back. */
export interface VirtualClock {
  /** Milliseconds since the epoch: what the platform reads. */
  readonly now: () => number
  /** The local date in Huai'an. */
  readonly today: () => string
  /** Moves to an hour of a day, local time. */
  readonly goTo: (date: string, time: string) => void
  /** Lets some minutes pass. */
  readonly pass: (minutes: number) => void
}

const minute = 60_000
/** Asia/Shanghai has had no daylight saving time since 1991. */
const aheadOfUtc = 8 * 60 * minute

export function virtualClock(date: string): VirtualClock {
  let at = Date.parse(`${date}T00:00:00+08:00`)
  return {
    now: () => at,
    today: () => new Date(at + aheadOfUtc).toISOString().slice(0, 10),
    goTo(day, time) {
      at = Math.max(at, Date.parse(`${day}T${time}:00+08:00`))
    },
    pass(minutes) {
      at += minutes * minute
    },
  }
}
