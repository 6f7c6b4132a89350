import * as z from 'zod'
import { readOptions } from '../../matter/options.js'
import type { IntakeChannel } from '../channel.js'
import { cleanLine } from '../clean.js'
import { type UnsureField, unnamed } from '../draft.js'
import { type MailboxOptions, mailboxOptions } from './email.js'
import { emptyDraft, reading } from './reading.js'

/** A text message, its parts put together by the host's gateway. */
export interface SmsMessage {
  readonly messageId?: string | undefined
  /** The number it came from. */
  readonly from: string
  readonly text: string
}

const smsInput = z.strictObject({
  messageId: z.string().min(1).max(1000).optional(),
  from: z.string().max(100),
  text: z.string(),
})

/** 手机短信. Who writes is known by the number alone: a person asks for the name. @throws OPTIONS_INVALID */
export function smsChannel(options: MailboxOptions): IntakeChannel<SmsMessage> {
  const { id = 'sms', unit } = readOptions('smsChannel', mailboxOptions, options)
  const read = reading(smsInput, ({ messageId, from, text }) => {
    const phone = cleanLine(from)
    const isNumber = /^\+?[\d\s()-]{3,30}$/.test(phone)
    const unsure: readonly UnsureField[] = [
      { field: 'petitioners[0].name', reason: 'notGiven' },
      ...(isNumber ? [] : [{ field: 'petitioners[0].phone', reason: 'notGiven' } as const]),
    ]
    return {
      ...emptyDraft,
      channel: 'phone',
      unit,
      messageId,
      text,
      petitioners: [{ name: unnamed, ...(isNumber ? { phone } : {}) }],
      unsure,
    }
  })
  return { id, channel: 'phone', read }
}
