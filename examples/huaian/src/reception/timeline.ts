import type { VirtualClock } from '../clock.js'

/** What happens in the course of a morning, in the order of the clock. */
export interface Timeline {
  /** Enters something for so many minutes after nine. */
  readonly at: (minute: number, run: () => Promise<void>) => void
  /** The minute that it is now. */
  readonly now: () => number
  /** Lets everything happen, also what is entered meanwhile. */
  readonly play: () => Promise<void>
}

const nine = 9 * 60

export function timelineOf(clock: VirtualClock, day: string): Timeline {
  const turns: { readonly minute: number; readonly run: () => Promise<void> }[] = []
  let now = 0
  return {
    now: () => now,
    at(minute, run) {
      const later = turns.findIndex((turn) => turn.minute > minute)
      turns.splice(later < 0 ? turns.length : later, 0, { minute, run })
    },
    async play() {
      for (let turn = turns.shift(); turn !== undefined; turn = turns.shift()) {
        now = turn.minute
        clock.goTo(day, timeOf(nine + now))
        await turn.run()
      }
    },
  }
}

export const timeOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
