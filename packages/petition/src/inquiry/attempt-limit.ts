import { coreErrors } from '@redress/core'
import type { MayTrack } from './by-code.js'

/** Origins that are told apart; beyond, the oldest window is given up, so that nobody fills the memory by changing the origin. */
const mostOrigins = 10_000

/**
 * At most so many attempts from one origin within a window of time, counted in this process. Requests without an origin share one count.
 *
 * @throws OPTIONS_INVALID
 * @example
 * ```ts
 * petition({ mayTrack: attemptLimit({ attempts: 20, windowMs: 600_000 }) })
 * ```
 */
export function attemptLimit(given: AttemptLimit): MayTrack {
  const { attempts, windowMs, now } = checkOptions(given)
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

function checkOptions(given: AttemptLimit): {
  readonly [Field in keyof AttemptLimit]-?: NonNullable<AttemptLimit[Field]>
} {
  let reason = "'attempts' and 'windowMs' are numbers, 1 or more, and 'now' is a function"
  try {
    const { attempts, windowMs, now = Date.now } = given
    const areNumbers = typeof attempts === 'number' && typeof windowMs === 'number'
    if (areNumbers && attempts >= 1 && windowMs >= 1 && typeof now === 'function')
      return { attempts, windowMs, now }
  } catch {
    reason = 'reading it failed'
  }
  throw coreErrors.OPTIONS_INVALID({ what: 'attemptLimit', reason })
}
