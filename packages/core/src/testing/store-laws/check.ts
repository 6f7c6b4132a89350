/** Throws with both values unless they are equal as JSON. Key order does not matter, since databases do not keep it. */
export function equal(actual: unknown, expected: unknown, what: string): void {
  const [a, b] = [canonical(actual), canonical(expected)]
  if (a !== b) throw new Error(`${what}: expected ${b}, got ${a}`)
}

export function isTrue(value: boolean, what: string): void {
  if (!value) throw new Error(what)
}

/** The error that a work is refused with. */
export async function rejection(
  work: Promise<unknown>,
  what: string,
): Promise<{ readonly code?: unknown; readonly details?: unknown }> {
  try {
    await work
  } catch (error) {
    return error as { readonly code?: unknown; readonly details?: unknown }
  }
  throw new Error(`${what}: it was not refused`)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
