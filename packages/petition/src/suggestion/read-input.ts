import type { InputSchema } from '@redress/core'

/**
 * An input read once, so that what is looked at is what is done; undefined where it is none, which the command itself refuses.
 */
export function readInput<Input>(schema: InputSchema<Input>, input: unknown): Input | undefined {
  try {
    const result = schema.safeParse(input)
    return result.success ? result.data : undefined
  } catch {
    // A getter or a proxy that throws while it is read.
    return undefined
  }
}
