import { isBusy, unavailable } from './failure.js'

/** How long SQLite itself may wait for a lock, in milliseconds. It blocks the thread, so it is short. */
export const blockedAtMost = 50
/** How long a call waits for other writers in all, in milliseconds. */
const waitsAtMost = 15_000

/**
 * Does the work, again and again while other connections hold the lock.
 *
 * @throws STORE_UNAVAILABLE for every error of the driver, and when the lock does not become free
 */
export async function patiently<Result>(work: () => Result): Promise<Result> {
  let began: number | undefined
  for (;;) {
    try {
      return work()
    } catch (error) {
      if (!isBusy(error)) throw unavailable(error)
      began ??= performance.now()
      if (performance.now() - began > waitsAtMost) throw unavailable(error)
    }
    // At random, so that several processes do not meet again and again.
    await new Promise<void>((resolve) => setTimeout(resolve, 1 + Math.random() * 20))
  }
}
