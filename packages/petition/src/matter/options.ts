import { coreErrors, type InputSchema } from '@redress/core'

/** How many faults one error names. */
const mostIssues = 5

/** What a maker of something is given, read once. @throws OPTIONS_INVALID */
export function readOptions<Options>(what: string, schema: InputSchema<Options>, given: unknown): Options {
  let reason = 'reading it failed'
  try {
    const result = schema.safeParse(given)
    if (result.success) return result.data
    reason = result.error.issues
      .slice(0, mostIssues)
      .map(
        ({ path, message }) =>
          `${path.map(String).join('.').slice(0, 100) || 'it'}: ${message.slice(0, 200)}`,
      )
      .join('; ')
  } catch {
    // A getter or a proxy that throws while it is read.
  }
  throw coreErrors.OPTIONS_INVALID({ what, reason })
}
