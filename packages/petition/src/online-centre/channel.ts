import type { Channel } from '../matter/channel.js'
import type { IntakeDraft, IntakeProblem } from './draft.js'

/**
 * A way in which matters come: it reads its messages into the one shape that the centre files. A host writes its own for a gateway of its
 * own; the centre checks whatever it returns.
 *
 * @example
 * ```ts
 * const kiosk: IntakeChannel<KioskMessage> = {
 *   id: 'kiosk',
 *   channel: 'online',
 *   read: (message) => ({ ...emptyDraft, channel: 'online', unit: message.office, title: message.subject, text: message.body }),
 * }
 * ```
 */
export interface IntakeChannel<Message> {
  /** Unique among the channels of a host, such as `web`. */
  readonly id: string
  /** How the law calls the way (信访工作条例 2022 Art. 17). */
  readonly channel: Channel
  /** Pure. What cannot be read is told as problems; nothing is thrown. */
  read(message: Message): IntakeDraft | readonly IntakeProblem[]
}

export const isProblems = (read: IntakeDraft | readonly IntakeProblem[]): read is readonly IntakeProblem[] =>
  Array.isArray(read)
