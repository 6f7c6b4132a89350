import { type IntakeChannel, isProblems } from './channel.js'
import type { IntakeDraft, IntakeProblem } from './draft.js'
import { finishDraft } from './finish.js'
import { unreadable } from './problems.js'

/** Reads a message by a channel of whoever, and checks what it makes of it. Never throws. */
export function readDraft(
  channel: IntakeChannel<never>,
  message: unknown,
): IntakeDraft | readonly IntakeProblem[] {
  try {
    // What comes in is looked at by the channel: that is what it is for.
    const read = channel.read(message as never)
    return isProblems(read) ? read : finishDraft(read)
  } catch {
    return unreadable
  }
}
