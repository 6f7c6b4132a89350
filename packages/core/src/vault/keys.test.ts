import { describe, expect, it, vi } from 'vitest'
import { admin, outcome, refusal } from '../case/town.fixture.js'
import { helps } from '../personal/help.fixture.js'
import { desk } from '../personal/help-desk.fixture.js'
import { createPlatform } from '../platform.js'
import { memoryStore } from '../store/memory.js'
import { type Keys, keysOf } from './keys.js'

const one = 'A'.repeat(43)
const two = '00'.repeat(31) + 'ff'
const lasting = () => ({ ...memoryStore(), temporary: false })

describe('keysOf', () => {
  it('takes base64, base64url and hexadecimal text, and the first key is the current one', async () => {
    const keys = keysOf({ new: two, old: `${one}=`, older: '-_'.repeat(21) + 'A' })
    expect([keys.current, keys.previous]).toEqual(['new', ['old', 'older']])
    expect([...(await keys.read('new'))]).toEqual([...Array(31).fill(0), 255])
    expect((await keys.read('older')).slice(0, 3)).toEqual(Uint8Array.of(0xfb, 0xff, 0xbf))
  })

  it.each([
    ['a key without a text', { a: undefined }],
    ['a short text', { a: 'c2hvcnQ=' }],
    ['a password', { a: 'correct horse battery staple, and some more' }],
    ['a long text', { a: one + one }],
    ['no keys', {}],
    ['null', null],
    ['a number for a name, as it would come first whatever its place', { '2027': two, '2026': one }],
  ])('refuses %s, and does not quote it', (_, texts) => {
    const work = () => keysOf(texts as never)
    expect(work).toThrow(expect.objectContaining({ code: 'OPTIONS_INVALID' }))
    for (const text of Object.values(texts ?? {})) expect(work).not.toThrow(text ?? 'undefined ')
  })
})

describe('the keys of a platform', () => {
  it('must be given where the store lasts longer than the process', () => {
    expect(() => createPlatform({ store: lasting(), plugins: [helps()] })).toThrow(
      expect.objectContaining({ code: 'KEYS_MISSING' }),
    )
  })

  it('are made up where it does not, once for all platforms of a store', async () => {
    const store = memoryStore()
    const { ask } = await desk({ store })
    const { id } = await ask()
    const other = await desk({ store })
    expect((await other.personal.read(id, { purpose: 'archive' }, admin)).texts).toHaveLength(1)
  })

  it.each([
    ['no current name', { read: () => new Uint8Array(32) }],
    ['no list of earlier names', { current: 'a', previous: 'b', read: () => new Uint8Array(32) }],
    ['an empty name', { current: '', read: () => new Uint8Array(32) }],
    ['no way to read', { current: 'a' }],
  ])('are refused with %s', (_, keys) => {
    const make = () => createPlatform({ store: lasting(), plugins: [helps()], keys: keys as never })
    expect(make).toThrow(expect.objectContaining({ code: 'OPTIONS_INVALID' }))
  })

  it('are refused where another key is known by the name', async () => {
    const store = lasting()
    await (await desk({ store, keys: keysOf({ a: one }) })).ask()
    const { ask } = await desk({ store, keys: keysOf({ a: two }) })
    const error = await refusal(ask())
    expect(error.code).toBe('KEY_WRONG')
    expect(error.message).not.toContain(two)
  })

  it('fail without quoting what the key management says, and are asked for again', async () => {
    const answers: (() => unknown)[] = [
      () => {
        throw new Error(`cannot decode ${one}`)
      },
      () => Promise.reject(new Error(`cannot decode ${one}`)),
      () => 'nonsense',
      () => new Uint8Array(31),
      () => undefined,
    ]
    const read = () => (answers.shift() ?? (() => new Uint8Array(32)))() as Uint8Array
    const keys: Keys = { current: 'a', read }
    const store = lasting()
    const attempts = answers.length
    for (let n = 0; n < attempts; n++) {
      const error = await refusal(desk({ store, keys }))
      expect([error.code, error.kind]).toEqual(['KEY_UNAVAILABLE', 'unavailable'])
      expect(JSON.stringify([error.message, error.details, error.stack])).not.toContain(one)
      expect(error.cause).toBe(undefined)
    }
    const { ask, personal } = await desk({ store, keys })
    const { id } = await ask()
    expect((await personal.read(id, { purpose: 'archive' }, admin)).texts).toHaveLength(1)
  })

  it('are asked for again after the key management has not answered at all', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      let asked = 0
      const keys: Keys = {
        current: 'a',
        read: () => (++asked === 1 ? new Promise<never>(() => {}) : new Uint8Array(32)),
      }
      const store = lasting()
      const hanging = outcome(desk({ store, keys }))
      for (let n = 0; n < 20; n++) await vi.advanceTimersByTimeAsync(1000)
      expect(await hanging).toBe('KEY_UNAVAILABLE')
      expect(await outcome(desk({ store, keys }))).toBe('allowed')
    } finally {
      vi.useRealTimers()
    }
  })

  it('are copied: a host may wipe what it gave', async () => {
    const store = lasting()
    const given: Uint8Array[] = []
    const keys: Keys = {
      current: 'a',
      read() {
        const bytes = new Uint8Array(32).fill(7)
        given.push(bytes)
        setTimeout(() => bytes.fill(0))
        return bytes
      },
    }
    const { id } = await (await desk({ store, keys })).ask()
    const { personal } = await desk({ store, keys: { current: 'a', read: () => new Uint8Array(32).fill(7) } })
    expect((await personal.read(id, { purpose: 'archive' }, admin)).texts).toHaveLength(1)
  })
})
