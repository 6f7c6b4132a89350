import * as z from 'zod'
import type { Channel } from '../../matter/channel.js'
import { type AccusedParties, accusedInput } from '../../matter/checks.js'
import { type PersonFiling, personInput } from '../../matter/persons.js'
import { date, id, line, text } from '../../matter/words.js'
import type { AnswerChannel, PetitionClass, Route } from '../state.js'
import { channel } from './feedback.js'

/** What a complaint says and who brings it. */
export interface FileComplaint {
  readonly channel: Channel
  /** The unit that receives it. */
  readonly unit: string
  /** Default: today. A letter may have come earlier; only staff may say so. */
  readonly receivedOn?: string | undefined
  readonly title: string
  /** The request, its facts and reasons; an oral petition as it was said. */
  readonly text: string
  /** The territory it concerns: the id of a unit. */
  readonly area?: string | undefined
  readonly place?: string | undefined
  readonly matter?: string | undefined
  /** Whose matter it is. A resident who files with an account is among them. */
  readonly petitioners?: readonly PersonFiling[] | undefined
  /** How many people it speaks for. Default: the number of petitioners. */
  readonly people?: number | undefined
  /** The ids or names of those who come for the others; needed for a visit of several people. */
  readonly representatives?: readonly string[] | undefined
  /** Filed without names. Then nobody can be notified; the query code still works. */
  readonly anonymous?: boolean | undefined
  /** Only staff with a duty in it may know of it, of the bodies that have or had a part and of those above them. */
  readonly confidential?: boolean | undefined
  /** Whom it accuses of misconduct; makes it an accusation that never reaches them. */
  readonly accused?: AccusedParties | undefined
  /** The id of the letter, if it holds several requests. */
  readonly letter?: string | undefined
  /** How the petitioner wants the answer. Choosing an electronic way is the consent to it. */
  readonly answerBy?: AnswerChannel | undefined
  /** How the petitioner wants news of the case. Default: none. */
  readonly newsBy?: AnswerChannel | undefined
  /** Taken over from an earlier register: only the host may say so. */
  readonly legacy?: LegacyCase | undefined
}

/** A case of an earlier register. It keeps what is known, and no clock runs in one that is closed. */
export interface LegacyCase {
  /** The number that people quote. */
  readonly number?: string | undefined
  readonly closed: boolean
  /** The day, if it is known. */
  readonly closedOn?: string | undefined
}

export interface RegisterComplaint {
  readonly matter?: string | undefined
  /** Default: what the petitioner named. */
  readonly area?: string | undefined
  /** A number of the host's own. Default: one that is made here. */
  readonly number?: string | undefined
}

export interface ClassifyComplaint {
  readonly class: PetitionClass
  /** For an appeal: the statutory procedure that takes it, or `petition`. */
  readonly route?: Route | undefined
  /** For an accusation: whom it accuses. */
  readonly accused?: AccusedParties | undefined
  /** For an accusation that names nobody. */
  readonly accusedUnknown?: boolean | undefined
  readonly reason?: string | undefined
}

/** Further requests found in the same letter. */
export interface SeparateComplaint {
  readonly requests: readonly SeparateRequest[]
}

export interface SeparateRequest {
  readonly title: string
  readonly text: string
  readonly matter?: string | undefined
}

/** The same matter of the same petitioner is pending elsewhere. */
export interface MergeComplaint {
  /** The id of the case that goes on. */
  readonly into: string
  /** What an officer found: same facts and same request. */
  readonly finding: string
  /** The day on which the petitioner was told. */
  readonly noticeOn: string
}

export interface SupplementComplaint {
  readonly text: string
}

export interface NoteComplaint {
  readonly text: string
}

export const intakeInputs = {
  file: z.strictObject({
    channel: z.enum(['online', 'letter', 'phone', 'fax', 'visit', 'email', 'hotline', 'superior']),
    unit: id,
    receivedOn: date.optional(),
    title: line,
    text,
    area: id.optional(),
    place: line.optional(),
    matter: id.optional(),
    petitioners: z.array(personInput).max(200).readonly().optional(),
    people: z.int().min(1).max(100_000).optional(),
    representatives: z.array(id).max(50).readonly().optional(),
    anonymous: z.boolean().optional(),
    confidential: z.boolean().optional(),
    accused: accusedInput.optional(),
    letter: id.optional(),
    answerBy: channel.optional(),
    newsBy: channel.optional(),
    legacy: z
      .strictObject({
        number: z.string().trim().min(1).max(64).optional(),
        closed: z.boolean(),
        closedOn: date.optional(),
      })
      .optional(),
  }),
  register: z.strictObject({
    matter: id.optional(),
    area: id.optional(),
    number: z.string().trim().min(1).max(64).optional(),
  }),
  classify: z.strictObject({
    class: z.enum(['suggestion', 'accusation', 'appeal']),
    route: z
      .enum([
        'judicial',
        'arbitration',
        'partyAppeal',
        'administrativeProcedure',
        'statutoryDuty',
        'petition',
      ])
      .optional(),
    accused: accusedInput.optional(),
    accusedUnknown: z.boolean().optional(),
    reason: line.optional(),
  }),
  separate: z.strictObject({
    requests: z
      .array(z.strictObject({ title: line, text, matter: id.optional() }))
      .max(50)
      .readonly(),
  }),
  merge: z.strictObject({ into: id, finding: text, noticeOn: date }),
  supplement: z.strictObject({ text }),
  note: z.strictObject({ text }),
}
