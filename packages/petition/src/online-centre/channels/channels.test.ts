import { describe, expect, it } from 'vitest'
import { file, mail } from '../town.fixture.js'
import { emailChannel } from './email.js'
import { hotlineChannel } from './hotline.js'
import { letterChannel } from './letter.js'
import { codesOf, draftOf } from './read.fixture.js'
import { smsChannel } from './sms.js'

const unit = 'u'

describe('an e-mail', () => {
  const box = emailChannel({ unit })

  it('is filed under its subject without what programs put before it, with the address as the way to answer', () => {
    expect(draftOf(box.read(mail))).toMatchObject({
      channel: 'email',
      unit,
      title: '楼上漏水',
      messageId: mail.messageId,
      petitioners: [{ name: '张某某', email: 'zhang@mail.example' }],
      unsure: [],
    })
  })

  it('without a name or with a broken address is filed and marked, not lost', () => {
    const { petitioners, unsure } = draftOf(box.read({ ...mail, from: { address: 'not an address' } }))
    expect(petitioners).toEqual([{ name: '未具名' }])
    expect(unsure.map(({ field }) => field)).toEqual(['petitioners[0].name', 'petitioners[0].email'])
  })

  it('that is nothing but files says so', () => {
    const { text, unsure } = draftOf(box.read({ from: mail.from, attachments: [file('a.pdf')] }))
    expect(text).toBe('（见附件）')
    expect(unsure).toEqual([{ field: 'text', reason: 'notGiven' }])
  })

  it('of a machine is not filed, or two machines would write to each other for ever', () => {
    expect(codesOf(box.read({ ...mail, automatic: true }))).toEqual([' automatic'])
  })

  it('of ten million characters is refused in words, at once', () => {
    const start = performance.now()
    expect(codesOf(box.read({ ...mail, text: '长'.repeat(10_000_000) }))).toEqual(['text tooLong'])
    expect(performance.now() - start).toBeLessThan(5000)
  })
})

describe('a text message', () => {
  it('is filed by its number, and a person asks for the name', () => {
    const draft = draftOf(smsChannel({ unit }).read({ from: '+86 138 0000 0000', text: '路灯不亮' }))
    expect(draft).toMatchObject({
      channel: 'phone',
      petitioners: [{ name: '未具名', phone: '+86 138 0000 0000' }],
      unsure: [{ field: 'petitioners[0].name', reason: 'notGiven' }],
    })
  })
})

describe('a call', () => {
  const line = hotlineChannel({ unit })

  it('is filed as it was recorded, in confidence where the caller asks for it', () => {
    const call = { callId: 'c1', callerName: '张某某', callerPhone: '13800000000', record: '路灯不亮' }
    expect(draftOf(line.read({ ...call, confidential: true }))).toMatchObject({
      channel: 'hotline',
      messageId: 'c1',
      confidential: true,
      anonymous: false,
    })
  })

  it('of somebody who leaves neither name nor number is anonymous, and nothing of the caller is kept', () => {
    expect(draftOf(line.read({ callId: 'c1', record: 't' }))).toMatchObject({
      anonymous: true,
      petitioners: [],
    })
    const named = { callId: 'c1', record: 't', callerName: '张某某', anonymous: true }
    expect(draftOf(line.read(named)).petitioners).toEqual([])
    expect(draftOf(line.read({ callId: 'c1', record: 't', callerPhone: '12345678' })).unsure).toHaveLength(1)
  })
})

describe('a letter that was scanned in', () => {
  const room = letterChannel({ unit, sureFrom: 0.9 })
  const letter = {
    letterId: 'L-1',
    receivedOn: '2024-07-30',
    pages: [file('1.pdf')],
    name: { value: '张某某', confidence: 0.99 },
    address: { value: '淮海路1号', confidence: 0.62 },
    text: { value: '请求解决低保。', confidence: 0.95 },
  }

  it('is filed as it was recognised, and what is not sure is marked with how sure it is', () => {
    expect(draftOf(room.read(letter))).toMatchObject({
      channel: 'letter',
      receivedOn: '2024-07-30',
      messageId: 'L-1',
      unsure: [{ field: 'petitioners[0].address', reason: 'recognition', confidence: 0.62 }],
    })
  })

  it('that nobody can read is filed with its pages, for a person to read', () => {
    const { text, anonymous, unsure } = draftOf(
      room.read({ letterId: 'L-2', receivedOn: '2024-07-30', pages: [file('1.pdf')] }),
    )
    expect([text, anonymous]).toEqual(['（见附件）', true])
    expect(unsure.map(({ field }) => field)).toEqual(['petitioners[0].name', 'text'])
  })

  it('without pages and without text is nothing', () => {
    const empty = { letterId: 'L-3', receivedOn: '2024-07-30', pages: [] }
    expect(codesOf(room.read(empty))).toEqual(['text textMissing'])
  })
})
