import type { EmailMessage, FilingForm, HotlineCall, ScannedLetter, SmsMessage } from '@redress/petition'
import type { Letter } from '../letters.js'
import type { Scene } from '../plot.js'
import type { Delivered } from './channels.js'

/** A message as a channel brings it. */
export interface Brought {
  readonly channel: string
  readonly message: FilingForm | Delivered<EmailMessage | SmsMessage | HotlineCall | ScannedLetter>
}

type About = NonNullable<FilingForm['about']>

/** The message by which a letter comes: what the person fills in, writes, or says to somebody who writes it down. */
export function messageOf({ letter, number, today, dice }: Scene, about: About): Brought {
  const { channel, unit, title, text, matter, area, receivedOn, petitioners } = letter
  const { id: account, name = '', phone = '', email = '', address = '' } = petitioners[0] ?? {}
  const messageId = `${about}-${number}-${today}`
  const delivered = { unit, account }
  switch (channel) {
    case 'email': {
      const from = { address: email, name }
      return { channel, message: { ...delivered, message: { messageId, from, subject: title, text } } }
    }
    case 'hotline': {
      const call = { callId: messageId, about, title, record: text, area, matter }
      return {
        channel,
        message: { ...delivered, message: { ...call, callerName: name, callerPhone: phone } },
      }
    }
    case 'letter': {
      const recognised = (value: string) => ({ value, confidence: dice.int(89, 100) / 100 })
      const written = { title: recognised(title), text: recognised(text) }
      const who = { name: recognised(name), phone: recognised(phone), address: recognised(address) }
      const pages = [{ name: `第1页.pdf`, bytes: page(messageId) }]
      const scan = { letterId: messageId, about, receivedOn: receivedOn ?? today, pages, ...written }
      return { channel, message: { ...delivered, message: letter.anonymous ? scan : { ...scan, ...who } } }
    }
    case 'phone':
      if (account === undefined)
        return { channel: 'sms', message: { ...delivered, message: { messageId, from: phone, text } } }
      return { channel: 'desk', message: { ...formOf(letter, about), messageId, spoken } }
    case 'fax':
      return { channel, message: { ...formOf(letter, about), messageId } }
    case 'online':
    case 'superior':
    case 'visit': {
      const form = number % 3 === 0 ? 'mini-program' : 'web'
      return { channel: form, message: { ...formOf(letter, about), messageId } }
    }
  }
}

const spoken = { readBack: true, confirmed: true } as const

function formOf(letter: Letter, about: About): FilingForm {
  const { unit, title, text, area, matter, petitioners, people, anonymous, receivedOn, answerBy } = letter
  const { accused } = letter
  return {
    about,
    unit,
    title,
    text,
    area,
    matter,
    petitioners,
    people,
    anonymous,
    ...(anonymous ? { toldOfAnonymity: true } : {}),
    ...(about === 'complaint' ? { answerBy } : {}),
    ...(about === 'accusation' && accused !== undefined ? { accused } : {}),
    ...(receivedOn === undefined ? {} : { receivedOn }),
  }
}

/** A page as a scanner makes it, and nothing on it. */
const page = (name: string): Uint8Array => new TextEncoder().encode(`%PDF-1.4\n% ${name}\n%%EOF`)
