import { county, host } from '../complaint/county.fixture.js'
import type { PetitionRules } from '../rules/policy.js'
import { type AttachmentStore, memoryAttachments } from './attachments/store.js'
import type { OnlineCentreOptions } from './centre.js'
import { emailChannel } from './channels/email.js'
import { formChannel } from './channels/form.js'
import { hotlineChannel } from './channels/hotline.js'
import { letterChannel } from './channels/letter.js'
import { smsChannel } from './channels/sms.js'

const unit = 'county-petition'

/** Every channel that ships, and a second form as a mini-program or a desk has it. */
export const everyChannel = [
  formChannel({ unit }),
  formChannel({ id: 'mini-program', unit }),
  formChannel({ id: 'desk', channel: 'visit', unit }),
  emailChannel({ unit }),
  smsChannel({ unit }),
  hotlineChannel({ unit }),
  letterChannel({ unit, sureFrom: 0.9 }),
] as const

/** A county with an online centre and a store of files that can be looked into. */
export async function town(options: OnlineCentreOptions = {}, rules?: readonly PetitionRules[]) {
  const store: AttachmentStore = options.attachments?.store ?? memoryAttachments()
  const made = await county({
    ...(rules === undefined ? {} : { rules }),
    onlineCentre: { channels: everyChannel, attachments: { store }, ...options },
  })
  const centre = made.platform.petition.onlineCentre
  /** What stands in the vault of a case, and who put it there. */
  const textsOf = async (id: string) =>
    (await made.platform.personal.read(id, { purpose: 'ownMatter' }, host)).texts
  return { ...made, centre, files: store, textsOf }
}

export const form = {
  text: '我家楼上水管漏水三个月，请求尽快维修。\n多次反映没有结果。',
  petitioners: [{ name: '张某某', phone: '13800000000' }],
} as const

export const pdf = (more = ''): Uint8Array => new TextEncoder().encode(`%PDF-1.7\n${more}`)
export const file = (name: string, bytes: Uint8Array = pdf(name), type?: string) =>
  type === undefined ? { name, bytes } : { name, bytes, type }

export const mail = {
  messageId: '<20240801.1@mail.example>',
  from: { address: 'zhang@mail.example', name: '张某某' },
  subject: 'Re: 转发：楼上漏水',
  text: form.text,
} as const
