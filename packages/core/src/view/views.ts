import type { Engine } from '../case/engine.js'
import type { FailedCase } from '../deadline/deadlines.js'

/** The read models of a platform: rows that are derived from the log, so that a new release can derive them anew. */
export interface Views {
  /** The views that a newer release defines otherwise and that are not built yet. Until then their old rows answer. */
  building(): Promise<readonly string[]>
  /**
   * Builds them from the log, beside the old rows and while commands go on, and then takes them into use. Call it at every start: it
   * does nothing where nothing is to be built, goes on where another process was stopped, and may run in several processes.
   *
   * Processes of the older release must have ended: what they write to a case after its rows were built is missing in the new ones.
   *
   * @param onProgress told after every batch of the log
   * @example
   * ```ts
   * await platform.views.rebuild(({ position, head }) => console.log(`${position} of ${head}`))
   * ```
   */
  rebuild(onProgress?: (progress: RebuildProgress) => void): Promise<RebuildReport>
}

export interface RebuildProgress {
  /** The place in the log up to which the cases are done. */
  readonly position: number
  /** The end of the log. */
  readonly head: number
}

export interface RebuildReport {
  /** The views that were taken into use. */
  readonly views: readonly string[]
  /** How many cases were derived anew by this process. */
  readonly cases: number
  /** Cases that could not be derived, and why: the old rows stay in use until none is left. */
  readonly failed: readonly FailedCase[]
}

export function createViews(engine: Engine): Views {
  return {
    building: () => engine.building(),
    async rebuild(onProgress) {
      const { rebuild } = await import('./rebuild.js')
      return await rebuild(engine, typeof onProgress === 'function' ? onProgress : () => {})
    },
  }
}
