/** Lets the commands on one case take turns within this process, so that they do not lose their work to each other. */
export interface Turns {
  take<Result>(id: string, work: () => Promise<Result>): Promise<Result>
}

export function createTurns(): Turns {
  // Present while somebody works on the case; the list, made when it is needed, holds those who wait.
  const busy = new Map<string, (() => void)[] | undefined>()

  return {
    async take(id, work) {
      if (busy.has(id)) {
        const queue = busy.get(id) ?? []
        busy.set(id, queue)
        await new Promise<void>((resolve) => queue.push(resolve))
      } else {
        busy.set(id, undefined)
      }
      try {
        return await work()
      } finally {
        const next = busy.get(id)?.shift()
        if (next === undefined) busy.delete(id)
        else next()
      }
    },
  }
}
