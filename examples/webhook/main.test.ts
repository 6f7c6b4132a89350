import { expect, it, vi } from 'vitest'
import { isGenuine, sign } from './src/signature.js'

it('delivers signed events, again where the receiver fails, and none to those whom a case accuses', async () => {
  const printed: string[] = []
  vi.spyOn(console, 'log').mockImplementation((...words: unknown[]) => void printed.push(words.join(' ')))
  await import('./main.js')
  expect(printed).toEqual([
    'taken after two failures: 2',
    'taken after an accusation of the receiver: 2',
    'kept: petition.complaint-filed (Error: the receiver answered 503), petition.complaint-registered (waits behind an earlier letter of its case)',
    'delivered again: 2',
    'taken in all: 4',
  ])
})

it('knows a message that was changed, signed with another secret, or kept for later', () => {
  const secret = Buffer.from('secret')
  const headers = { ...sign(secret, 'id', 'body') }
  expect(isGenuine(secret, headers, 'body')).toBe(true)
  expect(isGenuine(secret, headers, 'body ')).toBe(false)
  expect(isGenuine(Buffer.from('other'), headers, 'body')).toBe(false)
  expect(isGenuine(secret, { ...headers, 'webhook-id': 'other' }, 'body')).toBe(false)
  expect(isGenuine(secret, { ...sign(secret, 'id', 'body', new Date(Date.now() - 600_000)) }, 'body')).toBe(
    false,
  )
  expect(isGenuine(secret, {}, 'body')).toBe(false)
})
