const start = Date.parse('2024-08-01T09:00:00+08:00')
const began = Date.now()
let lastInstant = Number.NaN
let lastText = ''

/** The local day on which every run takes place, so that the result does not depend on the day of the run. */
export const today = '2024-08-01'

/** Milliseconds since the epoch; goes on with real time from the morning of {@link today}. */
export function now(): number {
  return start + Date.now() - began
}

/** The instant as ISO 8601, formatted once per millisecond. */
export function nowText(): string {
  const instant = now()
  if (instant !== lastInstant) {
    lastText = new Date(instant).toISOString()
    lastInstant = instant
  }
  return lastText
}
