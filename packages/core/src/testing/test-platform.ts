import type { RandomSource } from '../id.js'
import { createPlatform, type Platform, type PlatformOptions } from '../platform.js'
import type { AnyPlugin, Verified } from '../plugin.js'
import { memoryStore } from '../store/memory.js'
import type { Store } from '../store/port.js'

/** A clock that stands still until it is moved. */
export interface TestClock {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Moves to an instant, ISO 8601. Backwards too: hosts' clocks do that. */
  set(instant: string): void
  /** Moves on by some days of 24 hours. */
  addDays(days: number): void
}

/** Makes a clock that stands at an instant. */
export function testClock(instant: string): TestClock {
  let at = Date.parse(instant)
  return {
    now: () => at,
    set(to) {
      at = Date.parse(to)
    },
    addDays(days) {
      at += days * 86_400_000
    },
  }
}

/** Random bytes that are the same in every run. Ids and codes made of them can be compared in tests. */
export function countedRandom(): RandomSource {
  let seed = 1
  return (bytes) => {
    for (let i = 0; i < bytes.length; i++) {
      // A linear congruential generator: repeatable, and different enough for ids.
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
      bytes[i] = seed >>> 24
    }
  }
}

export interface TestPlatform<Plugins extends readonly AnyPlugin[]> {
  readonly platform: Platform<Plugins>
  readonly clock: TestClock
  readonly store: Store
}

/**
 * A platform in memory with a clock that stands still and ids that repeat.
 *
 * @example
 * ```ts
 * const { platform, clock } = testPlatform({ plugins: [petition()], at: '2024-08-02T09:00:00+08:00' })
 * ```
 */
export function testPlatform<const Plugins extends readonly AnyPlugin[]>(
  options: Omit<PlatformOptions<Plugins>, 'store' | 'now' | 'random'> & {
    readonly plugins: Verified<Plugins>
    /** ISO 8601. */
    readonly at: string
    readonly store?: Store
  },
): TestPlatform<Plugins> {
  const { at, store = memoryStore(), ...rest } = options
  const clock = testClock(at)
  const platform = createPlatform<Plugins>({ ...rest, store, now: clock.now, random: countedRandom() })
  return { platform, clock, store }
}
