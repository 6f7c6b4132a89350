import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileInput } from '../../accusation/commands/intake.js'
import { intakeInputs } from '../../complaint/commands/intake.js'
import { change, changed, hostile, made } from '../../fuzz/hostile.fixture.js'
import { intakeInputs as suggestionInputs } from '../../suggestion/commands/intake.js'
import { isProblems } from '../channel.js'
import type { IntakeDraft, IntakeProblem } from '../draft.js'
import { readDraft } from '../read-draft.js'
import { toComplaint } from '../targets.js'
import { everyChannel, file, form, mail } from '../town.fixture.js'
import { codesOf, draftOf } from './read.fixture.js'
import { emptyDraft } from './reading.js'

const unit = 'u'

const messages: Readonly<Record<string, readonly object[]>> = {
  web: [form, { ...form, about: 'accusation', accusedAs: '某单位', accused: { units: ['x'] } }],
  'mini-program': [{ ...form, anonymous: true, toldOfAnonymity: true }],
  desk: [{ ...form, spoken: { readBack: true, confirmed: true } }],
  email: [{ ...mail, attachments: [file('a.pdf')] }],
  sms: [{ messageId: 'm', from: '13800000000', text: 't' }],
  hotline: [{ callId: 'c', callerName: 'n', callerPhone: '12345', record: 'r', receivedOn: '2024-01-01' }],
  letter: [
    {
      letterId: 'l',
      receivedOn: '2024-01-01',
      pages: [file('a.pdf')],
      text: { value: 't', confidence: 0.5 },
      name: { value: 'n', confidence: 1 },
    },
  ],
}

/** A draft passes the schema of each command that may file it; problems say something in both languages. */
function expectWhole(read: IntakeDraft | readonly IntakeProblem[]): void {
  if (isProblems(read)) {
    expect(read.length).toBeGreaterThan(0)
    for (const { text, code } of read) {
      expect(code).toMatch(/^[a-zA-Z]+$/)
      expect(text.zh.length * text.en.length).toBeGreaterThan(0)
      expect(text.zh + text.en).not.toMatch(/\{(label|most|terms|names|reason|count)\}/)
    }
    return
  }
  expect(intakeInputs.file.safeParse(toComplaint(read)).error).toBeUndefined()
  const { channel, unit: to, title, text, petitioners, anonymous, accusedAs } = read
  const common = { channel, unit: to, title, text, anonymous }
  expect(suggestionInputs.file.safeParse({ ...common, petitioners: petitioners.slice(0, 50) }).success).toBe(
    true,
  )
  expect(fileInput.safeParse({ ...common, accusedAs, accusers: petitioners }).success).toBe(true)
  if (anonymous) expect(petitioners).toEqual([])
}

describe.each(everyChannel.map((one) => [one.id, one] as const))('the channel %s', (id, channel) => {
  it('makes a draft that every command takes, or says what is wrong, whatever comes', () => {
    const known = fc.constantFrom(...(messages[id] ?? []))
    const altered = fc
      .tuple(known, fc.array(change, { minLength: 1, maxLength: 3 }))
      .map(([message, changes]) => () => {
        let args: readonly unknown[] = [message]
        for (const one of changes) args = changed(args, one)
        return args[0]
      })
    const anything = fc.oneof(
      altered,
      hostile.map((one) => () => made(one)),
    )
    fc.assert(
      fc.property(anything, (makeMessage) => {
        let message: unknown
        try {
          message = makeMessage()
        } catch {
          return
        }
        expectWhole(readDraft(channel, message))
      }),
      { numRuns: 40 },
    )
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  }, 60_000)

  it('reads its own message, the same each time', () => {
    for (const message of messages[id] ?? []) {
      const once = readDraft(channel, message)
      expect(isProblems(once)).toBe(false)
      expect(readDraft(channel, message)).toEqual(once)
    }
  })
})

describe('a channel of a host', () => {
  it.each([
    ['a draft with a hole', { ...emptyDraft, unit, text: 't', petitioners: null }],
    ['nothing', undefined],
    ['null', null],
    ['a text', 'filed'],
    ['a draft with something more', { ...emptyDraft, unit, text: 't', anonymous: true, score: 7 }],
    ['a draft that accuses with a number', { ...emptyDraft, unit, text: 't', anonymous: true, accused: 7 }],
  ])('that returns %s is told as problems', (_, returned) => {
    const odd = { id: 'odd', channel: 'online', read: () => returned as never } as const
    expect(isProblems(readDraft(odd, {}))).toBe(true)
  })

  it('that throws is told as a problem', () => {
    const odd = {
      id: 'odd',
      channel: 'online',
      read: () => {
        throw new Error('x')
      },
    } as const
    expect(codesOf(readDraft(odd, {}))).toEqual([' unreadable'])
  })

  it('files what is whole', () => {
    const read = () => ({ ...emptyDraft, unit, text: 't', anonymous: true })
    expect(draftOf(readDraft({ id: 'kiosk', channel: 'online', read }, {})).title).toBe('t')
  })
})
