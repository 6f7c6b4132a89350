/** When two texts look like one matter. */
export interface DuplicatePolicy {
  /** What share of the pairs of neighbouring characters or words that either text has both must have: 0.6 to 1. */
  readonly similarity: number
  readonly source: string
}

/** Only what people are shown: a person decides, so no rule of law is needed for it. */
export const duplicatePolicy: DuplicatePolicy = {
  similarity: 0.7,
  source: 'No text sets one. Chosen so that a letter with one character in ten changed is still shown.',
}
