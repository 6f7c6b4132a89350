import { createPlatform, keysOf, memoryStore } from '@redress/core'
import { attemptLimit } from '../inquiry/attempt-limit.js'
import { noticeMarkdown } from '../notice/render/markdown.js'
import { createTexts } from '../notice/texts/texts.js'
import { memoryAttachments } from '../online-centre/attachments/store.js'
import { emailChannel } from '../online-centre/channels/email.js'
import { formChannel } from '../online-centre/channels/form.js'
import { hotlineChannel } from '../online-centre/channels/hotline.js'
import { letterChannel } from '../online-centre/channels/letter.js'
import { smsChannel } from '../online-centre/channels/sms.js'
import { filingLimit } from '../online-centre/limits.js'
import { petition } from '../plugin.js'
import { cn2022 } from '../rules/cn-2022.js'

type Maker = readonly [name: string, make: (given: unknown) => unknown, valid: unknown]

/** Not taken apart: what a host's own plugin throws is the host's. */
const whole = (plugin: object) => Object.create(plugin) as object

const unit = 'county-petition'
const everyOption = {
  rules: [cn2022],
  numbering: () => 'x',
  mayTrack: () => true,
  maySupport: () => true,
  couriers: { sms: async () => ({ proof: 'p' }) },
  notices: { renderer: noticeMarkdown, texts: createTexts() },
  onlineCentre: {
    channels: [formChannel({ unit })],
    identity: () => ({ level: 'account' }),
    mayFile: () => true,
    publications: () => ({}),
    attachments: { store: memoryAttachments(), scan: () => true },
  },
}

/** What makes something out of options, and options with which it works. */
export const makers: readonly Maker[] = [
  [
    'createPlatform',
    (given) => createPlatform(given as never),
    {
      store: memoryStore(),
      plugins: [whole(petition())],
      now: Date.now,
      workingSet: 5,
      refreshAfter: 5,
      keys: keysOf({ one: 'a'.repeat(64) }),
    },
  ],
  ['petition', (given) => petition(given as never), everyOption],
  [
    'petition in a platform',
    (given) => createPlatform({ store: memoryStore(), plugins: [petition(given as never)] }),
    everyOption,
  ],
  ['keysOf', (given) => keysOf(given as never), { one: 'a'.repeat(64), two: 'b'.repeat(64) }],
  ['attemptLimit', (given) => attemptLimit(given as never), { attempts: 5, windowMs: 1000, now: Date.now }],
  [
    'filingLimit',
    (given) => filingLimit(given as never),
    { perOrigin: { attempts: 5, windowMs: 1000 }, perAccount: { attempts: 5, windowMs: 1000 } },
  ],
  ['formChannel', (given) => formChannel(given as never), { id: 'desk', channel: 'visit', unit }],
  ['emailChannel', (given) => emailChannel(given as never), { id: 'mail', unit }],
  ['smsChannel', (given) => smsChannel(given as never), { id: 'sms', unit }],
  ['hotlineChannel', (given) => hotlineChannel(given as never), { id: 'hotline', unit }],
  ['letterChannel', (given) => letterChannel(given as never), { id: 'letter', unit, sureFrom: 0.9 }],
  ['createTexts', (given) => createTexts(given as never), { ug: { 'status.complaint.accepted': '…' } }],
]
