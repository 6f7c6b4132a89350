import type { AnswerChannel, DeliveryFailureReason } from '../complaint/state.js'
import type { Text } from '../matter/text.js'

/**
 * How the host brings something to a person by one channel: its SMS gateway, its mail server, its print shop. It answers when the
 * carrier has taken the letter over and can prove it, or says why it could not.
 *
 * A letter may come twice, after a crash: one with a `key` that it has sent already must not go out again.
 */
export type Courier = (letter: Letter) => Promise<Carried>

/** The couriers of a host, by channel. `online` needs none: the answer stands in the account and behind the query code. */
export type Couriers = Readonly<Partial<Record<AnswerChannel, Courier>>>

export interface Letter {
  /** The same for each attempt to send the same thing to the same person. */
  readonly key: string
  readonly channel: AnswerChannel
  readonly case: string
  readonly number: string | undefined
  readonly to: Recipient
  readonly subject: Text
  /** The text in both languages. */
  readonly text: Text
}

/** Whom to reach. Personal data: it is not to be kept. */
export interface Recipient {
  readonly account: string | undefined
  readonly name: string | undefined
  readonly phone: string | undefined
  readonly email: string | undefined
  readonly address: string | undefined
}

export type Carried =
  /** A reference to the proof: a receipt number, a log entry, a tracking number. */
  | { readonly proof: string }
  | { readonly failed: DeliveryFailureReason; readonly detail?: string | undefined }

/** Whether the person left what a channel needs. */
function isReachableBy(channel: AnswerChannel, to: Recipient): boolean {
  switch (channel) {
    case 'online':
      return true
    case 'sms':
    case 'phone':
      return to.phone !== undefined
    case 'email':
      return to.email !== undefined
    case 'post':
      return to.address !== undefined
    case 'inPerson':
      return true
  }
}

/** Takes a letter where it must go; what a courier throws is a failure of the channel, not of the command. */
export async function carry(couriers: Couriers, letter: Letter): Promise<Carried> {
  const { channel, to } = letter
  if (!isReachableBy(channel, to)) return { failed: 'unknownAddress' }
  const courier = couriers[channel]
  if (courier === undefined) return channel === 'online' ? { proof: letter.key } : { failed: 'technical' }
  try {
    return await courier(letter)
  } catch (error) {
    return { failed: 'technical', detail: String(error).slice(0, 300) }
  }
}

/** The recipient in what the vault shows of a person. */
export function recipientOf(id: string | undefined, fields: Readonly<Record<string, string>>): Recipient {
  const { name, phone, email, address } = fields
  return { account: id, name, phone, email, address }
}
