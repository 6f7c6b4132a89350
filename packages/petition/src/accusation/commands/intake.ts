import * as z from 'zod'
import type { Channel } from '../../matter/channel.js'
import { type AccusedParties, accusedInput } from '../../matter/checks.js'
import { type PersonFiling, personInput } from '../../matter/persons.js'
import { date, id, line, proof, text } from '../../matter/words.js'
import type { AccusationRefusalGround } from '../state.js'

/** What an accusation says, whom it accuses and who brings it. */
export interface FileAccusation {
  readonly channel: Channel
  /** The body that receives it. Default: the nearest competent body that it does not accuse. */
  readonly unit?: string | undefined
  /** Default: today. A letter may have come earlier; only staff may say so. */
  readonly receivedOn?: string | undefined
  readonly title: string
  /** The facts; an oral accusation as it was said. */
  readonly text: string
  readonly place?: string | undefined
  /** References to what the host keeps as evidence, such as ids of uploads with their digests. */
  readonly evidence?: readonly string[] | undefined
  /** Whom it accuses, where their ids are known: it never reaches them. */
  readonly accused?: AccusedParties | undefined
  /** Whom it accuses, in the words of the accuser; staff find out who that is and name them in `register`. */
  readonly accusedAs?: string | undefined
  /** The accuser does not know who it was. */
  readonly accusedUnknown?: boolean | undefined
  /** Who accuses (实名). A resident who files with an account is among them. */
  readonly accusers?: readonly PersonFiling[] | undefined
  /** Filed without a name, of which nothing is kept but what it says. The query code still works. */
  readonly anonymous?: boolean | undefined
}

export interface RegisterAccusation {
  /** A number of the host's own. Default: one that is made here. */
  readonly number?: string | undefined
  /** Whom it accuses, beside those named already. */
  readonly accused?: AccusedParties | undefined
  /** Nobody could find out whom it accuses. */
  readonly accusedUnknown?: boolean | undefined
}

/** Further persons or units that turn out to be accused. Nobody is ever taken off: that would tell them. */
export interface NameAccused {
  readonly accused: AccusedParties
}

export interface RouteAccusation {
  /** The competent body; `competent` proposes some. */
  readonly to: string
  readonly reasons?: string | undefined
}

export interface GiveBackAccusation {
  readonly reasons: string
  /** Who agreed for the body that sent it. */
  readonly agreedBy: string
}

export interface AcceptAccusation {
  /** The day on which the accuser was told. Default: today, where the accuser can be reached. */
  readonly noticeOn?: string | undefined
}

export interface NotAcceptAccusation {
  readonly ground: AccusationRefusalGround
  readonly reasons: string
  /** What the accuser can do instead. */
  readonly advice: string
  /** The day on which the accuser was told. Default: today, where the accuser can be reached. */
  readonly noticeOn?: string | undefined
}

/** The identity of the accuser was proved to the host; or somebody anonymous gives a name. */
export interface IdentifyAccuser {
  /** Only where the accuser was anonymous so far. */
  readonly accuser?: PersonFiling | undefined
  /** A reference to what proved it. */
  readonly proof: string
}

export interface SupplementAccusation {
  readonly text: string
  readonly evidence?: readonly string[] | undefined
}

export interface NoteAccusation {
  readonly text: string
}

export interface WithdrawAccusation {
  readonly reason: string
  /** The accuser declares that nobody pressed for it. */
  readonly freely: true
}

/** A withdrawal binds nobody: the body decides, and says why. */
export interface DecideWithdrawal {
  readonly goesOn: boolean
  /** The accuser is told them. */
  readonly reasons: string
}

const evidence = z
  .array(
    z
      .string()
      .trim()
      .min(1)
      .max(500)
      .regex(/^[^\r\n]+$/),
  )
  .max(100)
  .readonly()

/** The first command, as a caller fills it in. */
export const fileInput = z.strictObject({
  channel: z.enum(['online', 'letter', 'phone', 'fax', 'visit', 'email', 'hotline', 'superior']),
  unit: id.optional(),
  receivedOn: date.optional(),
  title: line,
  text,
  place: line.optional(),
  evidence: evidence.optional(),
  accused: accusedInput.optional(),
  accusedAs: text.optional(),
  accusedUnknown: z.boolean().optional(),
  accusers: z.array(personInput).max(200).readonly().optional(),
  anonymous: z.boolean().optional(),
})

export const intakeInputs = {
  file: fileInput,
  register: z.strictObject({
    number: z.string().trim().min(1).max(64).optional(),
    accused: accusedInput.optional(),
    accusedUnknown: z.boolean().optional(),
  }),
  nameAccused: z.strictObject({ accused: accusedInput }),
  route: z.strictObject({ to: id, reasons: text.optional() }),
  giveBack: z.strictObject({ reasons: text, agreedBy: id }),
  accept: z.strictObject({ noticeOn: date.optional() }),
  notAccept: z.strictObject({
    ground: z.enum(['notCompetent', 'notAnAccusation', 'noSubstance', 'handledAlready']),
    reasons: text,
    advice: text,
    noticeOn: date.optional(),
  }),
  identify: z.strictObject({ accuser: personInput.optional(), proof }),
  supplement: z.strictObject({ text, evidence: evidence.optional() }),
  note: z.strictObject({ text }),
  withdraw: z.strictObject({ reason: text, freely: z.literal(true) }),
  decideWithdrawal: z.strictObject({ goesOn: z.boolean(), reasons: text }),
}
