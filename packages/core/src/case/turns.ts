/** Lets the commands on one case take turns within this process, so that they do not lose their work to each other. */
export interface Turns {
  take<Result>(id: string, work: () => Promise<Result>): Promise<Result>
}

export function createTurns(): Turns {
  // Present while somebody works on the case; the list holds those who wait.
  const waiting = new Map<string, (() => void)[]>()

  return {
    async take(id, work) {
      const queue = waiting.get(id)
      if (queue === undefined) waiting.set(id, [])
      else await new Promise<void>((resolve) => queue.push(resolve))
      try {
        return await work()
      } finally {
        const next = waiting.get(id)?.shift()
        if (next === undefined) waiting.delete(id)
        else next()
      }
    },
  }
}
