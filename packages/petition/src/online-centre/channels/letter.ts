import * as z from 'zod'
import { intakeInputs } from '../../complaint/commands/intake.js'
import { readOptions } from '../../matter/options.js'
import type { IntakeChannel } from '../channel.js'
import { type IncomingAttachment, type MatterKind, type UnsureField, unnamed } from '../draft.js'
import { problem } from '../problems.js'
import { type MailboxOptions, mailboxOptions, seeFiles } from './email.js'
import { emptyDraft, reading } from './reading.js'

/** A letter that was scanned in: its pages, and what the host's recognition reads in them. */
export interface ScannedLetter {
  /** What stands on the envelope's sticker: the id under which the letter room keeps it. */
  readonly letterId: string
  readonly about?: MatterKind | undefined
  /** The local date of the post mark of receipt. */
  readonly receivedOn: string
  readonly pages: readonly IncomingAttachment[]
  readonly name?: Recognised | undefined
  readonly phone?: Recognised | undefined
  readonly address?: Recognised | undefined
  readonly title?: Recognised | undefined
  readonly text?: Recognised | undefined
}

/** A text as it was recognised, and how sure that is, from 0 to 1. What a person has typed is 1. */
export interface Recognised {
  readonly value: string
  readonly confidence: number
}

export interface LetterOptions extends MailboxOptions {
  /** From which confidence on a field is taken as it stands, from 0 to 1: it depends on the recognition, so the host says it. */
  readonly sureFrom: number
}

const recognised = z.strictObject({ value: z.string(), confidence: z.number().min(0).max(1) }).optional()
const letterInput = z.strictObject({
  letterId: z.string().min(1).max(1000),
  about: z.enum(['complaint', 'suggestion', 'accusation']).optional(),
  receivedOn: intakeInputs.file.shape.receivedOn.unwrap(),
  pages: z.array(z.unknown()).readonly(),
  name: recognised,
  phone: recognised,
  address: recognised,
  title: recognised,
  text: recognised,
})
const letterOptions = mailboxOptions.extend({ sureFrom: z.number().min(0).max(1) })
const fields = ['name', 'phone', 'address', 'title', 'text'] as const

/** 来信. What the recognition is not sure of is filed and marked for a person to check; nothing is guessed. @throws OPTIONS_INVALID */
export function letterChannel(options: LetterOptions): IntakeChannel<ScannedLetter> {
  const { id = 'letter', unit, sureFrom } = readOptions('letterChannel', letterOptions, options)
  const read = reading(letterInput, (letter) => {
    const { pages, about = 'complaint', letterId, receivedOn } = letter
    const written = (field: (typeof fields)[number]) => letter[field]?.value.trim() ?? ''
    if (written('text') === '' && pages.length === 0) return [problem('text', 'textMissing')]
    const contact = { phone: written('phone'), address: written('address') }
    const isAnonymous = written('name') === '' && contact.phone === '' && contact.address === ''
    const unsure = fields.flatMap((field): readonly UnsureField[] => {
      const path = field === 'title' || field === 'text' ? field : `petitioners[0].${field}`
      if (written(field) === '')
        return field === 'name' || field === 'text' ? [{ field: path, reason: 'notGiven' }] : []
      const confidence = letter[field]?.confidence ?? 1
      return confidence >= sureFrom ? [] : [{ field: path, reason: 'recognition', confidence }]
    })
    return {
      ...emptyDraft,
      about,
      channel: 'letter',
      unit,
      messageId: letterId,
      receivedOn,
      title: written('title').slice(0, 300),
      text: written('text') || seeFiles,
      petitioners: isAnonymous ? [] : [{ name: written('name') || unnamed, ...contact }],
      anonymous: isAnonymous,
      attachments: pages as readonly IncomingAttachment[],
      unsure,
    }
  })
  return { id, channel: 'letter', read }
}
