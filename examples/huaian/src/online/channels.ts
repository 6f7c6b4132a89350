import {
  emailChannel,
  formChannel,
  hotlineChannel,
  type IntakeChannel,
  letterChannel,
  type MailboxOptions,
  smsChannel,
} from '@redress/petition'

/** A message with what the host knows of it: to which of its many mailboxes it came, and whose account the sender has. */
export interface Delivered<Message> {
  readonly unit: string
  readonly account?: string | undefined
  readonly message: Message
}

/** From which confidence on a recognised field of a letter is taken as it stands. */
const sureFrom = 0.9

/** Every way that needs no visit. Those of the library read one mailbox each; a city has one for each of its offices. */
export const channels = [
  formChannel(),
  formChannel({ id: 'mini-program' }),
  formChannel({ id: 'desk', channel: 'phone' }),
  formChannel({ id: 'fax', channel: 'fax' }),
  ofEveryOffice(emailChannel),
  ofEveryOffice(smsChannel),
  ofEveryOffice(hotlineChannel),
  ofEveryOffice((options) => letterChannel({ ...options, sureFrom })),
] as const

/** A channel of the library, wrapped by the host: the unit and the account are what its own systems say. */
function ofEveryOffice<Message>(
  make: (options: MailboxOptions) => IntakeChannel<Message>,
): IntakeChannel<Delivered<Message>> {
  const one = make({ unit: 'any' })
  return {
    id: one.id,
    channel: one.channel,
    read({ unit, account, message }) {
      const read = make({ unit }).read(message)
      if (!('about' in read) || account === undefined) return read
      const [first, ...others] = read.petitioners
      return first === undefined ? read : { ...read, petitioners: [{ ...first, id: account }, ...others] }
    },
  }
}

/** The channels by name, in both languages. */
export const channelNames: Readonly<Record<string, string>> = {
  web: '网上信访 web form',
  'mini-program': '小程序 mini-program',
  desk: '来电记录 call at a desk',
  fax: '传真 fax',
  email: '电子邮件 e-mail',
  sms: '手机短信 text message',
  hotline: '12345热线 hotline',
  letter: '来信扫描 scanned letter',
}
