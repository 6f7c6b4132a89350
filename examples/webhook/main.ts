import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { createPlatform, memoryStore, type Officer } from '@redress/core'
import { petition } from '@redress/petition'
import { openInbox } from './src/receiver.js'
import { webhook } from './src/webhook.js'

const platform = createPlatform({ store: memoryStore(), plugins: [petition()] })
const { complaint } = platform.petition
const setup = { kind: 'system', id: 'setup' } as const
const unit = (id: string, type: string, parent?: string) => ({
  id,
  name: id,
  level: 'county',
  type,
  ...(parent === undefined ? {} : { parent }),
})
await platform.organizations.open(
  [
    unit('county', 'government'),
    unit('office', 'petitionOffice', 'county'),
    unit('discipline', 'discipline', 'county'),
  ],
  setup,
)
const desk: Officer = { kind: 'officer', id: 'd-1', unit: 'office', roles: ['petitionOfficer'] }
const citizen = { kind: 'resident', id: 'r-1' } as const
const letter = {
  channel: 'online',
  title: '夜间施工噪声',
  text: '工地每晚施工到两点。',
  petitioners: [{ id: 'r-1', name: '张某某' }],
} as const

const secret = randomBytes(32)
const inbox = await openInbox(secret)
const subscription = await platform.subscriptions.add({
  name: 'webhook',
  types: ['petition.complaint-filed', 'petition.complaint-registered'],
  attempts: 3,
  retryAfter: 20,
  handle: webhook(complaint, 'https://petition.example.gov', { url: inbox.url, secret, desk }),
})
const settled = async () => {
  while (true) {
    const { position, head } = await subscription.status()
    if (position === head) return
    await wait(10)
  }
}

// The receiver is down for two messages: they come again.
inbox.fail(2)
const first = await complaint.file({ ...letter, unit: 'office' }, citizen)
await complaint.register(first.id, {}, desk)
await settled()
console.log(`taken after two failures: ${inbox.taken.length}`)

// An accusation of the office itself: its desk hears nothing of it.
await complaint.file({ ...letter, unit: 'discipline', accused: { units: ['office'] } }, citizen)
await settled()
console.log(`taken after an accusation of the receiver: ${inbox.taken.length}`)

// Down for longer than the subscription is patient: the letter is kept, and delivered when somebody asks for it.
inbox.fail(3)
const second = await complaint.file({ ...letter, unit: 'office' }, citizen)
await complaint.register(second.id, {}, desk)
await settled()
const letters = await subscription.deadLetters()
console.log(`kept: ${letters.map((one) => `${one.type} (${one.error})`).join(', ')}`)
const { delivered } = await subscription.replay()
console.log(`delivered again: ${delivered}`)
console.log(`taken in all: ${inbox.taken.length}`)
await subscription.stop()
await inbox.close()
