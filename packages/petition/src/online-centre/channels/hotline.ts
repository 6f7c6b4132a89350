import * as z from 'zod'
import { intakeInputs } from '../../complaint/commands/intake.js'
import { readOptions } from '../../matter/options.js'
import type { IntakeChannel } from '../channel.js'
import { type MatterKind, type UnsureField, unnamed } from '../draft.js'
import { type MailboxOptions, mailboxOptions } from './email.js'
import { emptyDraft, reading } from './reading.js'

/** The record of a call, as the hotline's system keeps it. */
export interface HotlineCall {
  /** The id of the call or of its work order. */
  readonly callId: string
  readonly about?: MatterKind | undefined
  readonly callerName?: string | undefined
  readonly callerPhone?: string | undefined
  readonly title?: string | undefined
  /** What was said. */
  readonly record: string
  readonly place?: string | undefined
  readonly area?: string | undefined
  readonly matter?: string | undefined
  /** The caller asks that it be kept in confidence. */
  readonly confidential?: boolean | undefined
  /** The caller does not want to be named. */
  readonly anonymous?: boolean | undefined
  /** The local date of the call, where it comes over later. */
  readonly receivedOn?: string | undefined
}

const filed = intakeInputs.file.shape
const callInput = z.strictObject({
  callId: z.string().min(1).max(1000),
  about: z.enum(['complaint', 'suggestion', 'accusation']).optional(),
  callerName: z.string().max(1000).optional(),
  callerPhone: z.string().max(100).optional(),
  title: z.string().max(2000).optional(),
  record: z.string(),
  place: filed.place,
  area: filed.area,
  matter: filed.matter,
  confidential: filed.confidential,
  anonymous: filed.anonymous,
  receivedOn: filed.receivedOn,
})

/** 热线电话, such as 12345. @throws OPTIONS_INVALID */
export function hotlineChannel(options: MailboxOptions): IntakeChannel<HotlineCall> {
  const { id = 'hotline', unit } = readOptions('hotlineChannel', mailboxOptions, options)
  const read = reading(callInput, (call) => {
    const { callerName = '', callerPhone = '', title = '', anonymous, confidential } = call
    const isNameless = callerName.trim() === ''
    // Somebody who leaves neither name nor number cannot be reached: then it is anonymous, whoever calls it so.
    const isAnonymous = anonymous === true || (isNameless && callerPhone.trim() === '')
    const unsure: readonly UnsureField[] =
      isNameless && !isAnonymous ? [{ field: 'petitioners[0].name', reason: 'notGiven' }] : []
    return {
      ...emptyDraft,
      about: call.about ?? 'complaint',
      channel: 'hotline',
      unit,
      messageId: call.callId,
      receivedOn: call.receivedOn,
      title: title.slice(0, 300),
      text: call.record,
      place: call.place,
      area: call.area,
      matter: call.matter,
      petitioners: isAnonymous ? [] : [{ name: isNameless ? unnamed : callerName, phone: callerPhone }],
      anonymous: isAnonymous,
      confidential: confidential ?? false,
      unsure,
    }
  })
  return { id, channel: 'hotline', read }
}
