import * as z from 'zod'
import type { Channel } from '../../matter/channel.js'
import { type AccusedParties, accusedInput } from '../../matter/checks.js'
import { type PersonFiling, personInput } from '../../matter/persons.js'
import { date, id, line, text } from '../../matter/words.js'

/** What a suggestion says and who brings it. */
export interface FileSuggestion {
  readonly channel: Channel
  /** The unit that receives it. */
  readonly unit: string
  /** Default: today. A letter may have come earlier; only staff may say so. */
  readonly receivedOn?: string | undefined
  readonly title: string
  /** What is suggested and why; an oral suggestion as it was said. */
  readonly text: string
  /** The territory it concerns: the id of a unit. */
  readonly area?: string | undefined
  readonly place?: string | undefined
  readonly matter?: string | undefined
  /** Its authors. A resident who files with an account is among them. */
  readonly petitioners?: readonly PersonFiling[] | undefined
  /** Filed without names: nothing about anybody is kept. The query code still works. */
  readonly anonymous?: boolean | undefined
  /** Only staff with a duty in it may know of it, and it is never published. */
  readonly confidential?: boolean | undefined
  /** The call (征集) that it answers. */
  readonly call?: string | undefined
  /** The answers to the questions of the call, in their order. */
  readonly answers?: readonly string[] | undefined
  /** The author who files it, or all of those whom staff record, agree that their name is published with it. */
  readonly nameConsent?: boolean | undefined
}

export interface RegisterSuggestion {
  readonly matter?: string | undefined
  readonly area?: string | undefined
  /** A number of the host's own. Default: one that is made here. */
  readonly number?: string | undefined
}

/** An officer finds that it is a suggestion (甄别). */
export interface ScreenSuggestion {
  readonly finding?: string | undefined
}

/** It suggests nothing that a body could study. */
export interface DeclineSuggestion {
  readonly reasons: string
  /** What the author can do instead. */
  readonly advice: string
  /** The day on which the author was told. Default: today; none where nobody can be reached. */
  readonly noticeOn?: string | undefined
}

/** It is a matter of another class and goes on as a case of that class, which was opened for it. */
export interface HandOverSuggestion {
  /** The id of the other case. */
  readonly to: string
  readonly class: 'appeal' | 'accusation'
  /** The author agrees. Needed where one can be reached. */
  readonly consent?: boolean | undefined
  /** For an accusation: whom it accuses. They do not learn of this case from then on. */
  readonly accused?: AccusedParties | undefined
  /** For an accusation that names nobody. */
  readonly accusedUnknown?: boolean | undefined
  readonly reasons?: string | undefined
}

export interface SupplementSuggestion {
  readonly text: string
}

export interface NoteSuggestion {
  readonly text: string
}

/** The most questions that a call asks. */
export const mostQuestions = 20

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
    petitioners: z.array(personInput).max(50).readonly().optional(),
    anonymous: z.boolean().optional(),
    confidential: z.boolean().optional(),
    call: id.optional(),
    answers: z.array(text).max(mostQuestions).readonly().optional(),
    nameConsent: z.boolean().optional(),
  }),
  register: z.strictObject({
    matter: id.optional(),
    area: id.optional(),
    number: z.string().trim().min(1).max(64).optional(),
  }),
  screen: z.strictObject({ finding: text.optional() }),
  decline: z.strictObject({ reasons: text, advice: text, noticeOn: date.optional() }),
  handOver: z.strictObject({
    to: id,
    class: z.enum(['appeal', 'accusation']),
    consent: z.boolean().optional(),
    accused: accusedInput.optional(),
    accusedUnknown: z.boolean().optional(),
    reasons: text.optional(),
  }),
  supplement: z.strictObject({ text }),
  note: z.strictObject({ text }),
}
