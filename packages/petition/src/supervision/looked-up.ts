/** What was looked up before a command: a decision waits for nothing. */
export interface LookedUp<Value> {
  of(key: string): Value | undefined
  keep(key: string, value: Value): void
}

/** As many as can be under way at once, and far more. */
const mostKept = 1000

export function lookedUp<Value>(): LookedUp<Value> {
  const known = new Map<string, Value>()
  return {
    of: (key) => known.get(key),
    keep(key, value) {
      // Anew at the end: the oldest are forgotten first.
      known.delete(key)
      known.set(key, value)
      if (known.size > mostKept) known.delete(known.keys().next().value as string)
    },
  }
}
