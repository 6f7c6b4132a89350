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

/**
 * A reason as a constant: frozen.
 *
 * @example
 * ```ts
 * const noHearing = reason('NO_HEARING', 'no hearing is open', '没有正在进行的听证')
 * ```
 */
// So that a bundler leaves out the reasons that nobody gives.
/* @__NO_SIDE_EFFECTS__ */
export function reason(code: string, message: string, zh: string, source?: string): Reason {
  return Object.freeze(source === undefined ? { code, message, zh } : { code, message, zh, source })
}
