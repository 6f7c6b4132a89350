import type * as z from 'zod'
import type { IntakeDraft, IntakeProblem } from '../draft.js'
import { finishDraft } from '../finish.js'
import { problemsOf, unreadable } from '../problems.js'

/** What a draft is when nothing has been said yet. */
export const emptyDraft: IntakeDraft = Object.freeze({
  about: 'complaint',
  channel: 'online',
  unit: '',
  title: '',
  text: '',
  petitioners: Object.freeze([]),
  anonymous: false,
  confidential: false,
  attachments: Object.freeze([]),
  unsure: Object.freeze([]),
})

/** Reads a message by its schema; whatever it is, the answer is a draft that can be filed, or what is wrong with it. */
export function reading<Message>(
  schema: z.ZodType<Message>,
  toDraft: (message: Message) => IntakeDraft | readonly IntakeProblem[],
): (message: unknown) => IntakeDraft | readonly IntakeProblem[] {
  return (message) => {
    try {
      const result = schema.safeParse(message)
      if (!result.success) return problemsOf(result.error.issues)
      const draft = toDraft(result.data)
      return 'about' in draft ? finishDraft(draft) : draft
    } catch {
      return unreadable
    }
  }
}
