/** A part of a whole. */
export interface Rate {
  readonly count: number
  readonly of: number
  /** 0 to 1; `null` where there is nothing to divide by. */
  readonly rate: number | null
}

/** A part of a whole as a rate; of nothing there is none. */
export const rate = (count: number, of: number): Rate => ({ count, of, rate: of === 0 ? null : count / of })

/** One line of a table of shares. */
export interface ShareRow {
  readonly of: string
  readonly count: number
  /** Of all lines, 0 to 1; `null` where all of them are empty. */
  readonly share: number | null
}

/** The shares of a table, the largest first; lines of the same size in the order of their names. */
export function sharesOf(counts: Readonly<Record<string, number>>): readonly ShareRow[] {
  const entries = Object.entries(counts).filter(([, count]) => count > 0)
  const all = entries.reduce((sum, [, count]) => sum + count, 0)
  return entries
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([of, count]) => ({ of, count, share: rate(count, all).rate }))
}
