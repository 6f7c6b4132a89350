/** The waits of one worker: all end at once when it is to stop. */
export interface Pauses {
  /** Resolves after some milliseconds, when woken, or when ended. */
  pause(milliseconds: number): Promise<void>
  /** Ends the waits under way. */
  wake(): void
  /** Ends every wait, now and from now on. */
  end(): void
  ended(): boolean
}

export function createPauses(): Pauses {
  const waiting = new Set<() => void>()
  let isEnded = false

  const wake = (): void => {
    for (const go of waiting) go()
  }

  return {
    pause(milliseconds) {
      if (isEnded) return Promise.resolve()
      return new Promise((resolve) => {
        const go = () => {
          clearTimeout(timer)
          waiting.delete(go)
          resolve()
        }
        const timer = setTimeout(go, milliseconds)
        waiting.add(go)
      })
    },
    wake,
    end() {
      isEnded = true
      wake()
    },
    ended: () => isEnded,
  }
}
