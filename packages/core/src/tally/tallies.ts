import type { Engine } from '../case/engine.js'
import type { FailedCase } from '../deadline/deadlines.js'

/** The statistics that the kinds of case keep. */
export interface Tallies {
  /**
   * Counts everything that has happened and is not counted yet. Call it as often as you like and from as many processes as you like:
   * every case is counted once. Queries bring themselves up to date; call it from a timer, so that they have little to do, and at
   * the start of a release, so that a kind that counts otherwise is counted anew before anybody asks.
   *
   * @param onProgress told after every batch of the log
   * @example
   * ```ts
   * setInterval(() => platform.tallies.update().then(({ failed }) => report(failed)), 60_000)
   * ```
   */
  update(onProgress?: (progress: TallyProgress) => void): Promise<TallyReport>
}

export interface TallyProgress {
  /** The kind of case that is being counted. */
  readonly kind: string
  /** The place in the log up to which it is counted. */
  readonly position: number
  /** The end of the log. */
  readonly head: number
}

export interface TallyReport {
  /** How many times a case was counted, by this process. */
  readonly cases: number
  /** The place in the log up to which every kind is counted: the end of the log when it was called. */
  readonly position: number
  /** The cases that cannot be counted, and why; at most a thousand of a kind. They keep what they counted before. */
  readonly failed: readonly FailedCase[]
}

export function createTallies(engine: Engine): Tallies {
  return {
    async update(onProgress) {
      // Loaded when first asked for: no command needs it.
      const { updateTallies } = await import('./update.js')
      return await updateTallies(engine, typeof onProgress === 'function' ? onProgress : () => {})
    },
  }
}
