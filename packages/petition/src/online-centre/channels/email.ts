import * as z from 'zod'
import { readOptions } from '../../matter/options.js'
import { id } from '../../matter/words.js'
import type { IntakeChannel } from '../channel.js'
import { cleanLine } from '../clean.js'
import { type IncomingAttachment, type UnsureField, unnamed } from '../draft.js'
import { problem } from '../problems.js'
import { emptyDraft, reading } from './reading.js'

/** An e-mail as the host's library has taken it apart: a MIME parser of ours would be one more that nobody keeps up. */
export interface EmailMessage {
  /** The header `Message-ID`. */
  readonly messageId?: string | undefined
  readonly from: { readonly address: string; readonly name?: string | undefined }
  readonly subject?: string | undefined
  /** The text; of a mail that has only HTML, what the library makes of it. */
  readonly text?: string | undefined
  readonly attachments?: readonly IncomingAttachment[] | undefined
  /** The header `Auto-Submitted` says so: an answer from a holiday, a bounce. Nothing is filed of it, so that two machines never write to each other. */
  readonly automatic?: boolean | undefined
}

export interface MailboxOptions {
  /** Default: `email`. */
  readonly id?: string | undefined
  /** The unit whose mailbox it is. */
  readonly unit: string
}

const emailInput = z.strictObject({
  messageId: z.string().max(1000).optional(),
  from: z.strictObject({ address: z.string().max(1000), name: z.string().max(1000).optional() }),
  subject: z.string().max(2000).optional(),
  text: z.string().optional(),
  attachments: z.array(z.unknown()).readonly().optional(),
  automatic: z.boolean().optional(),
})

export const mailboxOptions = z.strictObject({ id: id.optional(), unit: id })

/** 电子邮件. @throws OPTIONS_INVALID */
export function emailChannel(options: MailboxOptions): IntakeChannel<EmailMessage> {
  const { id = 'email', unit } = readOptions('emailChannel', mailboxOptions, options)
  const read = reading(
    emailInput,
    ({ messageId, from, subject = '', text = '', attachments = [], automatic }) => {
      if (automatic === true) return [problem('', 'automatic')]
      const name = cleanLine(from.name ?? '').slice(0, 100)
      const email = cleanLine(from.address)
      const isAddress = z.email().max(254).safeParse(email).success
      const isBare = text.trim() === '' && attachments.length > 0
      const unsure: UnsureField[] = []
      if (name === '') unsure.push({ field: 'petitioners[0].name', reason: 'notGiven' })
      if (!isAddress) unsure.push({ field: 'petitioners[0].email', reason: 'notGiven' })
      if (isBare) unsure.push({ field: 'text', reason: 'notGiven' })
      return {
        ...emptyDraft,
        channel: 'email',
        unit,
        messageId: messageId === '' ? undefined : messageId,
        title: subjectOf(subject),
        text: isBare ? seeFiles : text,
        petitioners: [{ name: name || unnamed, ...(isAddress ? { email } : {}) }],
        attachments: attachments as readonly IncomingAttachment[],
        unsure,
      }
    },
  )
  return { id, channel: 'email', read }
}

export const seeFiles = '（见附件）'

/** The subject without what mail programs put before it. */
const subjectOf = (subject: string): string =>
  cleanLine(subject)
    .replace(/^(?:(?:re|fw|fwd|aw|wg|回复|答复|转发)\s*[:：]\s*)+/i, '')
    .slice(0, 300)
