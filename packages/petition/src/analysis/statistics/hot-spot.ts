import type { Text } from '../../matter/text.js'
import type { HotSpotPolicy } from '../policy.js'
import { hypergeometricTail } from './chance.js'
import { rarity } from './rise.js'

/** Matters of one kind in one area, and how many there are. */
export interface ProblemCell {
  readonly area: string
  readonly matter: string
  readonly count: number
}

/** An area with more of a matter than the area and the matter alone would lead to expect: a place to solve a problem, not to rank. */
export interface HotSpot extends ProblemCell {
  /** All matters of the area × the share of this matter everywhere. */
  readonly expected: number
  readonly ratio: number
  /** How likely chance alone brings so many or more. */
  readonly chance: number
  readonly explanation: Text
}

/**
 * The cells of a table that hold more than their row and column explain, in the order of matter and area.
 *
 * Exact test of Fisher, one-sided: were the matters of all areas mixed, how often would this area draw so many of this matter? The
 * chance that the profile allows is divided by the number of cells, so that a large table finds no more by chance than a small one.
 */
export function findHotSpots(cells: readonly ProblemCell[], policy: HotSpotPolicy): readonly HotSpot[] {
  const byArea = new Map<string, number>()
  const byMatter = new Map<string, number>()
  let all = 0
  for (const { area, matter, count } of cells) {
    byArea.set(area, (byArea.get(area) ?? 0) + count)
    byMatter.set(matter, (byMatter.get(matter) ?? 0) + count)
    all += count
  }
  const tested = byArea.size * byMatter.size
  return cells
    .flatMap((cell): HotSpot[] => {
      const inArea = byArea.get(cell.area) ?? 0
      const ofMatter = byMatter.get(cell.matter) ?? 0
      const expected = (inArea * ofMatter) / all
      if (cell.count < policy.leastCases || cell.count < policy.ratio * expected) return []
      const chance = hypergeometricTail(cell.count, all, ofMatter, inArea)
      if (chance * tested > policy.chance) return []
      const ratio = cell.count / expected
      const explanation = told(cell.count, inArea, ofMatter, all, expected, chance)
      return [{ ...cell, expected, ratio, chance, explanation }]
    })
    .sort((a, b) => compare(a.matter, b.matter) || compare(a.area, b.area))
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function told(
  count: number,
  inArea: number,
  ofMatter: number,
  all: number,
  expected: number,
  chance: number,
): Text {
  const usual = expected.toFixed(1)
  const times = (count / expected).toFixed(1)
  const rare = rarity(chance)
  return {
    en: `${count} where ${usual} were to be expected (${inArea} matters in the area, ${ofMatter} of the ${all} everywhere are of this kind): ${times} times as many. Chance alone brings that ${rare.en}.`,
    zh: `共${count}件，按该区域总量（${inArea}件）和该类问题在全部${all}件中的占比（${ofMatter}件）预期约${usual}件，为预期的${times}倍。纯属偶然的概率为${rare.zh}。`,
  }
}
