import * as nodeCrypto from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64, toBase64Url } from '../base64.js'
import { nobleDigest } from '../event/noble-digest.js'
import { type Cipher, newNonce } from './cipher.js'
import { nodeCipher } from './node-cipher.js'
import { webCipher } from './web-cipher.js'

const node = nodeCipher(nodeCrypto)
const web = webCipher()
const both: readonly (readonly [string, Cipher, Cipher])[] = [
  ['Node opens what Web Crypto sealed', web, node],
  ['Web Crypto opens what Node sealed', node, web],
  ['Node opens what Node sealed', node, node],
  ['Web Crypto opens what Web Crypto sealed', web, web],
]
const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'))
const key = hex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308')
const seal = async (cipher: Cipher, text: string, about = 'a/1/p1'): Promise<string> =>
  await cipher.seal(key, text, about)
const text = fc.string({ unit: 'binary', maxLength: 200 })

describe('the ciphers', () => {
  it.each(both)('%s', async (_, sealing, opening) => {
    await fc.assert(
      fc.asyncProperty(text, text, async (content, about) => {
        const sealed = await seal(sealing, content, about)
        expect(await opening.open(key, sealed, about)).toBe(content)
      }),
      { numRuns: 100, examples: [['\ufeffx', '']] },
    )
  })

  it.each([
    ['node', node],
    ['web', web],
  ] as const)('%s seals by AES-256-GCM as others know it', async (_, cipher) => {
    const sealed = await seal(cipher, 'the roof leaks')
    const decipher = nodeCrypto.createDecipheriv('aes-256-gcm', key, fromBase64(sealed.slice(0, 16)))
    decipher.setAuthTag(Buffer.from(sealed.slice(16, 40), 'base64'))
    const opened = decipher.update(sealed.slice(40), 'base64', 'utf8') + decipher.final('utf8')
    expect(opened).toBe('6 a/1/p1 the roof leaks')
  })

  it('bind a text to what it is about, whatever either of them holds', async () => {
    const sealed = await seal(node, '1 b x', 'a')
    for (const about of ['a ', 'a 1', 'a 1 b', '', '1 a'])
      await expect(node.open(key, sealed, about)).rejects.toThrow()
    expect(await node.open(key, sealed, 'a')).toBe('1 b x')
  })

  it.each([
    ['node', node],
    ['web', web],
  ] as const)('%s makes the known answer of HMAC-SHA-256 (RFC 4231, test case 2)', async (_, cipher) => {
    const index = await cipher.index(Buffer.from('Jefe'), 'what do ya want for nothing?')
    const answer = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'
    expect(index).toBe(toBase64Url(hex(answer)))
  })

  it.each(both)('%s, but nothing that was changed', async (_, sealing, opening) => {
    const sealed = await seal(sealing, 'the roof leaks')
    const pieces = [sealed.slice(0, 16), sealed.slice(16, 40), sealed.slice(40)].map(fromBase64)
    for (const piece of pieces) {
      for (const at of piece.keys()) {
        const byte = piece[at] ?? 0
        piece[at] = byte ^ 1
        await expect(opening.open(key, pieces.map(toBase64).join(''), 'a/1/p1')).rejects.toThrow()
        piece[at] = byte
      }
    }
    expect(await opening.open(key, pieces.map(toBase64).join(''), 'a/1/p1')).toBe('the roof leaks')
    await expect(opening.open(key, sealed, 'a/1/p2')).rejects.toThrow()
    await expect(opening.open(new Uint8Array(32), sealed, 'a/1/p1')).rejects.toThrow()
    for (const short of ['', 'AAAA', sealed.slice(0, 16), sealed.slice(0, 39)])
      await expect(opening.open(key, short, 'a/1/p1')).rejects.toThrow()
  })

  it.each(both)('%s, but none with a shorter tag', async (_, sealing, opening) => {
    const sealed = await seal(sealing, 'the roof leaks')
    // The first bytes of the right tag; base64 lets blanks stand for the rest.
    for (const bytes of [4, 8, 12]) {
      const tag = toBase64(fromBase64(sealed.slice(16, 40)).subarray(0, bytes)).padEnd(24, ' ')
      await expect(
        opening.open(key, sealed.slice(0, 16) + tag + sealed.slice(40), 'a/1/p1'),
      ).rejects.toThrow()
    }
  })

  it('never use a nonce twice', () => {
    const nonces = Array.from({ length: 2000 }, () => toBase64(newNonce()))
    expect(new Set(nonces).size).toBe(nonces.length)
  })
})

describe('the digest', () => {
  it('is the same from @noble/hashes and from the runtime', () => {
    fc.assert(
      fc.property(text, (content) => {
        const own = nodeCrypto.createHash('sha256').update(content).digest('base64url')
        expect(nobleDigest(content)).toBe(own)
      }),
    )
    expect(nobleDigest('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0')
  })

  it('is the same of half a surrogate pair', () => {
    expect(nobleDigest('a\ud83d')).toBe(nodeCrypto.createHash('sha256').update('a\ud83d').digest('base64url'))
  })
})
