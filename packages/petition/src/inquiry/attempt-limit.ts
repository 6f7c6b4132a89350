import { coreErrors } from '@redress/core'
import type { MayTrack } from './inquiry.js'

/** Origins that are told apart; beyond, the oldest window is given up, so that nobody fills the memory by changing the origin. */
const mostOrigins = 10_000

/**
 * At most so many attempts from one origin within a window of time, counted in this process. Requests without an origin share one count.
 *
 * @param windowMs milliseconds
 * @throws OPTIONS_INVALID
 * @example
 * ```ts
 * petition({ mayTrack: attemptLimit({ attempts: 20, windowMs: 600_000 }) })
 * ```
 */
export function attemptLimit({ attempts, windowMs, now = Date.now }: AttemptLimit): MayTrack {
  if (!(attempts >= 1 && windowMs >= 1)) {
    const reason = "'attempts' and 'windowMs' are numbers, 1 or more"
    throw coreErrors.OPTIONS_INVALID({ what: 'attemptLimit', reason })
  }
  const windows = new Map<string, { readonly since: number; count: number }>()

  return (origin = '') => {
    const at = now()
    let window = windows.get(origin)
    // Also after a clock that was set back.
    if (window === undefined || at - window.since >= windowMs || at < window.since) {
      windows.delete(origin)
      window = { since: at, count: 0 }
      windows.set(origin, window)
      if (windows.size > mostOrigins) windows.delete(windows.keys().next().value as string)
    }
    window.count++
    return window.count <= attempts
  }
}

export interface AttemptLimit {
  readonly attempts: number
  /** Milliseconds. */
  readonly windowMs: number
  /** Milliseconds since the epoch. Default: `Date.now`. */
  readonly now?: (() => number) | undefined
}
