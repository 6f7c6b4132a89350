import { coreErrors } from '@redress/core'
import type * as z from 'zod'

/** How many faults one error names. */
const mostIssues = 20

/** An input of a method that is no command, or INPUT_INVALID with the path of each fault. */
export function parse<Input>(what: string, schema: z.ZodType<Input>, input: unknown): Input {
  let issues = [{ path: '', code: 'unreadable', message: 'reading it failed' }]
  try {
    const result = schema.safeParse(input)
    if (result.success) return result.data
    issues = result.error.issues.slice(0, mostIssues).map(({ path, code, message }) => ({
      path: path.map(String).join('.').slice(0, 200),
      code,
      message: message.slice(0, 200),
    }))
  } catch {
    // An input can be a trap: a getter or a proxy that throws while it is read.
  }
  throw coreErrors.INPUT_INVALID({ what, issues })
}
