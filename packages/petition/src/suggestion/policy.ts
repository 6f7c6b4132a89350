/** What a place settles about suggestions (人民建议). */
export interface SuggestionPolicy {
  /**
   * How much support makes a duty. The law names no figure (信访工作条例 2022 Art. 29), so the national profiles have none. A threshold
   * never decides anything: it obliges the body to do something, at the latest by the clock of that duty where the profile limits it.
   */
  readonly thresholds: readonly SupportThreshold[]
}

export interface SupportThreshold {
  /** From this many supports on that are not set aside. */
  readonly supports: number
  readonly duty: SupportedDuty
  readonly source: string
}

/** To take it into study (clock `supportedStudy`), or to publish an answer (clock `supportedAnswer`). */
export type SupportedDuty = 'study' | 'answer'

export const suggestionPolicy: SuggestionPolicy = { thresholds: [] }

/** The thresholds of some rules. */
export const thresholdsOf = (
  policy: { readonly suggestion?: SuggestionPolicy } | undefined,
): readonly SupportThreshold[] => (policy?.suggestion ?? suggestionPolicy).thresholds

/** Whether two stand for the same duty from the same number on. */
export const isSameThreshold = (
  one: Omit<SupportThreshold, 'source'>,
  other: Omit<SupportThreshold, 'source'>,
): boolean => one.supports === other.supports && one.duty === other.duty
