/** What counts as remarkable in the statistics. Conventions of statistics, no rules of law: a place sets its own. */
export interface AnalysisPolicy {
  readonly rise: RisePolicy
  readonly hotSpot: HotSpotPolicy
  readonly topic: TopicPolicy
  /** Where the figures come from. */
  readonly source: string
}

/** When a week is more than chance above the weeks before it. */
export interface RisePolicy {
  /** How many comparable weeks before it are looked at: those without a holiday. */
  readonly weeks: number
  /** With fewer of them nothing is said. */
  readonly leastWeeks: number
  /** Below this count nothing is a rise. */
  readonly leastCases: number
  /** The chance that one look at all lines shows a rise where there is none: 0 to 1. */
  readonly chance: number
  /** How many times the usual spread (median absolute deviation) above the median it must be. */
  readonly spread: number
}

/** When an area has more of a matter than the area and the matter alone would lead to expect. */
export interface HotSpotPolicy {
  /** Complete months before the running one that are looked at, unless others are asked for. */
  readonly months: number
  readonly leastCases: number
  /** How many times as many as expected. */
  readonly ratio: number
  /** The chance that one look shows a hot spot where there is none: 0 to 1. */
  readonly chance: number
}

/** When a matter is frequent enough to be solved as a class of problems (主动治理). */
export interface TopicPolicy {
  readonly months: number
  readonly leastCases: number
  /** The least share of all matters received, 0 to 1. */
  readonly leastShare: number
}

/** What the library sets unless a profile says otherwise. */
export const usualAnalysis: AnalysisPolicy = {
  rise: { weeks: 12, leastWeeks: 8, leastCases: 5, chance: 0.01, spread: 3 },
  hotSpot: { months: 3, leastCases: 5, ratio: 1.5, chance: 0.01 },
  topic: { months: 3, leastCases: 10, leastShare: 0.05 },
  source: 'Convention of this library; no text of law sets such figures. · 本库的统计惯例，并非法定标准',
}
