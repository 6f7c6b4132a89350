import type { Text } from '../../matter/text.js'
import { type Amounts, sumOf } from '../count/line.js'
import type { TopicPolicy } from '../policy.js'
import { compare } from './hot-spot.js'
import { type Rate, rate } from './rate.js'

/** A class of problems that comes so often that solving it once is better than answering it each time (主动治理、每月一题). */
export interface Topic {
  readonly matter: string
  /** Matters received, of all received. */
  readonly received: Rate
  /** In how many of the months it was as frequent as the profile asks. */
  readonly months: number
  /** Answers that support the request: a right that has to be asked for each time. */
  readonly supported: Rate
  /** Of those received, what repeats an earlier matter. */
  readonly repeats: Rate
  /** Opinions that a review changed, of those reviewed. */
  readonly reviewChanged: Rate
  readonly explanation: Text
}

/** The frequent classes of problems, the most frequent first: what is counted are problems, never those who tell of them. */
export function findTopics(
  months: readonly (readonly { readonly matter: string; readonly amounts: Amounts }[])[],
  policy: TopicPolicy,
): readonly Topic[] {
  const byMatter = new Map<string, Amounts[]>()
  for (const { matter, amounts } of months.flat()) {
    const list = byMatter.get(matter)
    if (list === undefined) byMatter.set(matter, [amounts])
    else list.push(amounts)
  }
  const all = received(sumOf([...byMatter.values()].flat()))
  const isFrequent = (count: number, of: number) => count > 0 && count >= policy.leastShare * of
  const frequentIn = (matter: string) =>
    months.filter((lines) => {
      const of = received(sumOf(lines.map(({ amounts }) => amounts)))
      const own = received(sumOf(lines.filter((one) => one.matter === matter).map(({ amounts }) => amounts)))
      return isFrequent(own, of)
    }).length
  return [...byMatter]
    .map(([matter, list]) => ({ matter, sum: sumOf(list) }))
    .filter(({ sum }) => received(sum) >= policy.leastCases && isFrequent(received(sum), all))
    .sort((a, b) => received(b.sum) - received(a.sum) || compare(a.matter, b.matter))
    .map(({ matter, sum }) => topicOf(matter, sum, all, frequentIn(matter), months.length))
}

const received = (amounts: Amounts): number => amounts.received ?? 0

function topicOf(matter: string, sum: Amounts, all: number, frequent: number, months: number): Topic {
  const share = rate(received(sum), all)
  const supported = rate(sum.supported ?? 0, sum.delivered ?? 0)
  return {
    matter,
    received: share,
    months: frequent,
    supported,
    repeats: rate(sum.repeats ?? 0, received(sum)),
    reviewChanged: rate(sum.reviewChanged ?? 0, sum.reviewed ?? 0),
    explanation: told(share, frequent, months, supported),
  }
}

function told(received: Rate, frequent: number, months: number, supported: Rate): Text {
  const percent = Math.round((received.rate ?? 0) * 100)
  const right =
    supported.rate === null
      ? { en: '', zh: '' }
      : {
          en: ` ${supported.count} of ${supported.of} answers support the request.`,
          zh: `已答复${supported.of}件，其中支持诉求${supported.count}件。`,
        }
  return {
    en: `${received.count} of ${received.of} matters (${percent} %), frequent in ${frequent} of ${months} months.${right.en}`,
    zh: `共${received.count}件，占全部${received.of}件的${percent}%，${months}个月中有${frequent}个月属高频。${right.zh}`,
  }
}
