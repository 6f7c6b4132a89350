/** Allowed, or every reason why not. The same verdict answers a command, a button and a read. */
export type Verdict = Allowed | Refused

export interface Allowed {
  readonly allowed: true
}

export interface Refused {
  readonly allowed: false
  readonly reasons: readonly Reason[]
}

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

export const allowed: Allowed = Object.freeze({ allowed: true })

/** Refuses with every reason that is there; allows when there is none. */
export function verdict(reasons: readonly (Reason | undefined)[]): Verdict {
  const found = reasons.filter((reason) => reason !== undefined)
  return found.length === 0 ? allowed : { allowed: false, reasons: found }
}
