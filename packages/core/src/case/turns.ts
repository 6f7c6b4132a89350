/** Lets the commands on one case take turns within this process, so that they do not lose their work to each other. */
export interface Turns {
  /** Resolves when it is one's turn; undefined if it is at once. Every turn must be left. */
  enter(id: string): Promise<void> | undefined
  leave(id: string): void
  /** Does some work in a turn. */
  take<Result>(id: string, work: () => Promise<Result>): Promise<Result>
}

export function createTurns(): Turns {
  // The one case that is worked on, while it is only one: most often, and cheaper than a map.
  let only: string | undefined
  // Present while somebody works on a case beside that one; the list, made when it is needed, holds those who wait.
  const busy = new Map<string, (() => void)[] | undefined>()

  const enter = (id: string): Promise<void> | undefined => {
    if (only === undefined && busy.size === 0) {
      only = id
      return undefined
    }
    if (only !== id && !busy.has(id)) {
      busy.set(id, undefined)
      return undefined
    }
    const queue = busy.get(id) ?? []
    busy.set(id, queue)
    return new Promise<void>((resolve) => queue.push(resolve))
  }
  const leave = (id: string): void => {
    const next = busy.size === 0 ? undefined : busy.get(id)?.shift()
    if (next !== undefined) {
      next()
      return
    }
    if (only === id) only = undefined
    if (busy.size > 0) busy.delete(id)
  }

  return {
    enter,
    leave,
    async take(id, work) {
      await enter(id)
      try {
        return await work()
      } finally {
        leave(id)
      }
    },
  }
}
