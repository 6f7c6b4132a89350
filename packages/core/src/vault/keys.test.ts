import { describe, expect, it } from 'vitest'
import { keysOf } from './keys.js'

const base64 = (fill: number) => btoa(String.fromCharCode(...new Uint8Array(32).fill(fill)))

describe('keys from texts', () => {
  it('takes base64 and hexadecimal, and the first one for the current', async () => {
    const keys = keysOf({ key2027: base64(1), key2026: '02'.repeat(32) })
    expect(keys).toMatchObject({ current: 'key2027', previous: ['key2026'] })
    expect(await keys.read('key2026')).toEqual(new Uint8Array(32).fill(2))
  })

  it('refuses names that JavaScript puts into another order: the old key would be the current', () => {
    expect(Object.keys({ '2027': '', '2026': '' })).toEqual(['2026', '2027'])
    expect(() => keysOf({ '2027': base64(1), '2026': base64(2) })).toThrow(/begin with a letter/)
  })

  it.each([[{}], [{ a: 'short' }], [{ a: undefined }], [null], ['text']])('refuses %j', (texts) => {
    expect(() => keysOf(texts as never)).toThrow(/keysOf/)
  })
})
