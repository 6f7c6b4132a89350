import type { Amounts } from '../count/line.js'

/** How long something took, in days. Percentiles, since a few long cases make a mean say nothing of the others. */
export interface DaySpread {
  readonly count: number
  /** Half took at most so many days; `null` where there is none. */
  readonly median: number | null
  readonly p90: number | null
  readonly longest: number | null
}

/** The spread behind a histogram by days, such as `handleDays:17`. */
export function spreadOf(amounts: Amounts, name: string): DaySpread {
  const bars = histogramOf(amounts, name)
  const count = bars.reduce((sum, [, many]) => sum + many, 0)
  return {
    count,
    median: percentile(bars, count, 0.5),
    p90: percentile(bars, count, 0.9),
    longest: bars.at(-1)?.[0] ?? null,
  }
}

/** Day and how many, in the order of the days. */
function histogramOf(amounts: Amounts, name: string): readonly (readonly [day: number, many: number])[] {
  return Object.keys(amounts)
    .filter((key) => key.startsWith(`${name}:`))
    .map((key) => [Number(key.slice(name.length + 1)), amounts[key] ?? 0] as const)
    .filter(([, many]) => many > 0)
    .sort(([a], [b]) => a - b)
}

/** The nearest rank: the first value that at least this part of all does not exceed. A value that occurred, never one in between. */
function percentile(
  bars: readonly (readonly [day: number, many: number])[],
  count: number,
  part: number,
): number | null {
  let rank = Math.ceil(part * count)
  for (const [day, many] of bars) {
    rank -= many
    if (rank <= 0) return day
  }
  return null
}
