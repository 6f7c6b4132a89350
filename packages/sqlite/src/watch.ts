/** Wakes those who wait for events of this process and of others. */
export interface Watch {
  add(wake: () => void): () => void
  /** Events of this process are stored, up to this position. */
  stored(head: number): void
}

/** @param every how often to look for what other processes have stored, in milliseconds */
export function createWatch(head: () => number, every: number): Watch {
  const watchers = new Set<() => void>()
  let timer: NodeJS.Timeout | undefined
  let seen = 0

  const wakeAll = (): void => {
    for (const wake of watchers) queueMicrotask(wake)
  }
  // Best effort: a file that cannot be read now is looked at again.
  const look = (): number => {
    try {
      return head()
    } catch {
      return seen
    }
  }

  return {
    add(wake) {
      // A function of its own, so that one that is given twice can be stopped once.
      const own = (): void => {
        if (watchers.has(own)) wake()
      }
      watchers.add(own)
      if (timer === undefined) {
        seen = look()
        timer = setInterval(() => {
          const now = look()
          if (now <= seen) return
          seen = now
          wakeAll()
        }, every)
        timer.unref?.()
      }
      return () => {
        watchers.delete(own)
        if (watchers.size > 0) return
        clearInterval(timer)
        timer = undefined
      }
    },
    stored(position) {
      seen = Math.max(seen, position)
      wakeAll()
    },
  }
}
