import { keepBackSmallCells } from '@redress/core'
import type {
  BothSatisfactions,
  MatterCounts,
  SatisfactionCounts,
  Timeliness,
} from '../statistics/measures.js'
import { type Rate, sharesOf } from '../statistics/rate.js'
import type { DaySpread } from '../statistics/spread.js'

/** The same, where each number may be kept back (`null`). */
export type Published<Facts> = Facts extends number
  ? number | null
  : Facts extends string | boolean | null | undefined
    ? Facts
    : { readonly [Field in keyof Facts]: Published<Facts[Field]> }

/** One line of a table of a report. */
export interface ReportRow {
  /** A unit, a matter, a channel …; `-` where nobody has stated it. */
  readonly of: string
  /** `null` where it is kept back. */
  readonly count: number | null
  /** Of all, 0 to 1. */
  readonly share: number | null
}

/** How the counts of a report are shown: to those who do the work as they are, to everybody with small ones kept back. */
export interface Shown {
  /** Counts that add up to a total. */
  rows(counts: Readonly<Record<string, number>>): readonly ReportRow[]
  counts(counts: MatterCounts): Published<MatterCounts>
  timeliness(timeliness: Timeliness): Published<Timeliness>
  /** Of one unit among others: what is kept back of it must not follow from the others and the sum. */
  unit(timeliness: Timeliness): Published<Timeliness>
  satisfaction(both: BothSatisfactions): Published<BothSatisfactions>
}

export const asTheyAre: Shown = {
  rows: sharesOf,
  counts: (counts) => counts,
  timeliness: (timeliness) => timeliness,
  unit: (timeliness) => timeliness,
  satisfaction: (both) => both,
}

/** @param least the least count that is shown */
export function keptBack(least: number): Shown {
  const share = (one: Rate): Published<Rate> => (isSmall(one.of, least) ? withheld : one)
  const timeliness = (one: Timeliness, shareOf: (share: Rate) => Published<Rate>): Published<Timeliness> => ({
    notice: shareOf(one.notice),
    completion: shareOf(one.completion),
    firstContact: shareOf(one.firstContact),
    extended: shareOf(one.extended),
    clocks: Object.fromEntries(Object.entries(one.clocks).map(([clock, of]) => [clock, shareOf(of)])),
    noticeDays: spread(one.noticeDays, least),
    handleDays: spread(one.handleDays, least),
  })
  return {
    rows(counts) {
      const { cells, total } = keepBackSmallCells(counts, least)
      return sharesOf(counts).map(({ of, share: part }) => {
        const count = cells[of] ?? null
        return { of, count, share: count === null || total === null ? null : part }
      })
    },
    counts: (counts) => publishedCounts(counts, least),
    timeliness: (one) => timeliness(one, share),
    unit: (one) => timeliness(one, (part) => rateAlone(share(part), 100)),
    satisfaction: ({ petitionOffice, handlingBody }) => ({
      petitionOffice: satisfaction(petitionOffice, least),
      handlingBody: satisfaction(handlingBody, least),
    }),
  }
}

const isSmall = (count: number, least: number): boolean => count > 0 && count < least
const atLeast = (count: number, least: number): number | null => (isSmall(count, least) ? null : count)
const withheld: Published<Rate> = { count: null, of: null, rate: null }

/** A rate with its numbers would tell what is kept back; alone and rounded it does not. */
const rateAlone = ({ rate }: Published<Rate>, steps: number): Published<Rate> => ({
  ...withheld,
  rate: rate === null ? null : Math.round(rate * steps) / steps,
})

/** How long the longest took is one case. */
const spread = (one: DaySpread, least: number): Published<DaySpread> =>
  isSmall(one.count, least)
    ? { count: null, median: null, p90: null, longest: null }
    : { ...one, longest: null }

function satisfaction(one: SatisfactionCounts, least: number): Published<SatisfactionCounts> {
  const { answers, asked, satisfied, basicallySatisfied, notSatisfied, silent } = one
  const { cells } = keepBackSmallCells({ satisfied, basicallySatisfied, notSatisfied, silent }, least)
  const isWhole = Object.values(cells).every((cell) => cell !== null)
  const share = (part: Rate): Published<Rate> => {
    const shown = isSmall(part.of, least) ? withheld : part
    return isWhole ? shown : rateAlone(shown, 20)
  }
  return {
    answers: atLeast(answers, least),
    asked: atLeast(asked, least),
    satisfied: cells.satisfied ?? null,
    basicallySatisfied: cells.basicallySatisfied ?? null,
    notSatisfied: cells.notSatisfied ?? null,
    silent: cells.silent ?? null,
    satisfaction: share(one.satisfaction),
    response: share(one.response),
  }
}

/** Counts that are parts of another one: what is left of the whole must not be small either. */
const parts: readonly (readonly [whole: keyof MatterCounts, ...parts: (keyof MatterCounts)[]])[] = [
  ['received', 'registered'],
  ['received', 'repeats'],
  ['received', 'withdrawn'],
  ['received', 'merged'],
  ['received', 'reopened'],
  ['delivered', 'supported', 'explained', 'notSupported'],
  ['reviewed', 'reviewUpheld', 'reviewChanged', 'reviewInadmissible'],
  ['secondLooks', 'secondLooksConcluded'],
]

function publishedCounts(counts: MatterCounts, least: number): Published<MatterCounts> {
  const shown: Record<string, number | null> = Object.fromEntries(
    Object.entries(counts).map(([name, count]: [string, number]) => [name, atLeast(count, least)]),
  )
  for (const [whole, ...some] of parts) {
    const rest = Math.max(0, counts[whole] - some.reduce((sum, part) => sum + counts[part], 0))
    const named = Object.fromEntries(some.map((part) => [part, counts[part]]))
    const { cells, total } = keepBackSmallCells({ ...named, rest }, least)
    for (const part of some) if (cells[part] === null) shown[part] = null
    if (total === null) shown[whole] = null
  }
  return shown as unknown as Published<MatterCounts>
}
