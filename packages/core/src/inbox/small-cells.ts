import { coreErrors } from '../errors.js'

/** Counts that may be published. */
export interface PublishedCounts {
  /** `null` where the count is kept back. */
  readonly cells: Readonly<Record<string, number | null>>
  /** The sum of all cells; `null` where it would tell what is kept back. */
  readonly total: number | null
}

/**
 * Keeps back small counts, behind which a person could be recognised, and as many more as it takes that no difference from the total
 * tells them. A count of zero is shown: it is about nobody.
 *
 * @param counts whole numbers by what they count
 * @param least the least count of people or cases that may be shown: 5, unless the rule profile says otherwise (`leastCell`)
 * @throws OPTIONS_INVALID
 * @example
 * ```ts
 * keepBackSmallCells({ noise: 40, water: 12, fraud: 2 })
 * // { cells: { noise: 40, water: null, fraud: null }, total: 54 }
 * ```
 */
export function keepBackSmallCells(counts: Readonly<Record<string, number>>, least = 5): PublishedCounts {
  const entries = Object.entries(counts)
  if (!(Number.isSafeInteger(least) && least >= 1))
    throw invalid(`the least count is a whole number, 1 or more`)
  if (entries.some(([, count]) => !(Number.isSafeInteger(count) && count >= 0)))
    throw invalid('counts are whole numbers')

  const total = entries.reduce((sum, [, count]) => sum + count, 0)
  const small = entries.filter(([, count]) => count > 0 && count < least)
  const kept = new Set(small.map(([name]) => name))
  let hidden = small.reduce((sum, [, count]) => sum + count, 0)
  if (kept.size > 0) {
    // Those whom the difference from the total would tell are joined by the next larger ones, until they are many.
    const others = entries.filter(([name, count]) => count > 0 && !kept.has(name)).sort((a, b) => a[1] - b[1])
    for (const [name, count] of others) {
      if (kept.size > 1 && hidden >= least) break
      kept.add(name)
      hidden += count
    }
  }
  const tells = kept.size > 0 && (kept.size === 1 || hidden < least)
  return {
    cells: Object.fromEntries(entries.map(([name, count]) => [name, kept.has(name) ? null : count])),
    total: tells ? null : total,
  }
}

const invalid = (reason: string) => coreErrors.OPTIONS_INVALID({ what: 'keepBackSmallCells', reason })
