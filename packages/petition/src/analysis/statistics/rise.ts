import type { Text } from '../../matter/text.js'
import type { RisePolicy } from '../policy.js'
import { binomialTail } from './chance.js'

/** What a week looks like beside the comparable weeks before it. */
export interface WeekJudgement {
  readonly state: 'rise' | 'usual' | 'notEnoughHistory'
  readonly count: number
  /** The comparable weeks before it, oldest first. */
  readonly before: readonly number[]
  /** `null` without any. */
  readonly median: number | null
  /** The usual spread: 1.4826 × the median absolute deviation, and never less than chance alone brings (√median). */
  readonly spread: number | null
  /** How likely chance alone brings so many or more; `null` without history. */
  readonly chance: number | null
  readonly explanation: Text
}

/**
 * Whether a week is a sudden rise. Two questions, and both must be answered with yes:
 *
 * 1. Is it more than chance? If matters come at the same pace, each of all those of the weeks together falls into this one with the
 *    chance 1/(n+1): so many or more in it have an exact (binomial) probability, whatever the pace is. It must stay below the chance
 *    that the profile allows, divided by the number of lines that are looked at, since who looks at a hundred lines finds something
 *    rare in one of them.
 * 2. Is it more than usual? Matters do not come like rain: what varies by itself from week to week is measured by the median absolute
 *    deviation, which a single outbreak among the earlier weeks does not spoil. It must lie the profile's number of spreads above the
 *    median.
 *
 * @param lines how many lines are looked at together
 */
export function judgeWeek(
  count: number,
  before: readonly number[],
  policy: RisePolicy,
  lines: number,
): WeekJudgement {
  if (before.length < policy.leastWeeks)
    return {
      state: 'notEnoughHistory',
      count,
      before,
      median: median(before),
      spread: null,
      chance: null,
      explanation: tooEarly(before.length, policy.leastWeeks),
    }
  const all = before.reduce((sum, one) => sum + one, count)
  const chance = binomialTail(count, all, 1 / (before.length + 1))
  const middle = median(before) ?? 0
  const deviations = before.map((one) => Math.abs(one - middle))
  const spread = Math.max(1.4826 * (median(deviations) ?? 0), Math.sqrt(Math.max(middle, 1)))
  const isRise =
    count >= policy.leastCases &&
    chance * Math.max(lines, 1) <= policy.chance &&
    count >= middle + policy.spread * spread
  return {
    state: isRise ? 'rise' : 'usual',
    count,
    before,
    median: middle,
    spread,
    chance,
    explanation: told(count, before, middle, chance),
  }
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half]
  if (upper === undefined) return null
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2
}

const tooEarly = (weeks: number, least: number): Text => ({
  en: `Only ${weeks} comparable weeks before it; nothing is said with fewer than ${least}.`,
  zh: `此前可比的周数仅${weeks}周，不足${least}周，不作判断。`,
})

function told(count: number, before: readonly number[], middle: number, chance: number): Text {
  const [least, most] = [Math.min(...before), Math.max(...before)]
  const rare = rarity(chance)
  return {
    en: `${count} in this week; in the ${before.length} comparable weeks before it ${least} to ${most}, in the middle ${middle}. At an even pace, so many or more come into one week ${rare.en}.`,
    zh: `本周${count}件；此前可比的${before.length}周为${least}至${most}件，中位数${middle}件。若来件节奏不变，一周出现如此多（或更多）的概率为${rare.zh}。`,
  }
}

/** A chance in words that need no statistics. */
export function rarity(chance: number): Text {
  if (chance >= 0.1)
    return { en: `in ${Math.round(chance * 100)} of 100 cases`, zh: `${Math.round(chance * 100)}%` }
  if (chance < 1e-6) return { en: 'in less than one of a million cases', zh: '不足百万分之一' }
  const one = Math.round(1 / chance)
  const round = Number(one.toPrecision(1 + Number(one < 100)))
  return {
    en: `in about one of ${round.toLocaleString('en')} cases`,
    zh: `约1/${round.toLocaleString('en')}`,
  }
}
