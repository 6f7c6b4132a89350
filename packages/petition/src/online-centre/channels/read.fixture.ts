import { isProblems } from '../channel.js'
import type { IntakeDraft, IntakeProblem } from '../draft.js'

/** The draft that a channel made. */
export function draftOf(read: IntakeDraft | readonly IntakeProblem[]): IntakeDraft {
  if (isProblems(read)) throw new Error(JSON.stringify(read))
  return read
}

/** What is wrong, field by field. */
export const codesOf = (read: IntakeDraft | readonly IntakeProblem[]): readonly string[] =>
  isProblems(read) ? read.map(({ field, code }) => `${field} ${code}`) : []
