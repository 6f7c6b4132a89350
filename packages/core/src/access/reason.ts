/** Why something is not allowed, for machines, for people, and with its legal ground. */
export interface Reason {
  /** Stable, in capitals, such as `NOT_IN_CHARGE`. */
  readonly code: string
  /** English. */
  readonly message: string
  /** Chinese. */
  readonly zh?: string
  /** The article it rests on. */
  readonly source?: string
}
