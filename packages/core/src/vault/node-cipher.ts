import { fromBase64, toBase64 } from '../base64.js'
import { bound, type Cipher, newNonce, nonceCharacters, tagCharacters, unbound } from './cipher.js'

/** The part of `node:crypto` that answers at once: Web Crypto takes ten times as long for a text of this size. */
export interface NodeCrypto {
  createCipheriv(algorithm: 'aes-256-gcm', key: Uint8Array, nonce: Uint8Array): NodeCipher
  createDecipheriv(
    algorithm: 'aes-256-gcm',
    key: Uint8Array,
    nonce: Uint8Array,
    options: { readonly authTagLength: 16 },
  ): NodeDecipher
  createHmac(algorithm: 'sha256', key: Uint8Array): NodeHmac
}

interface NodeCipher {
  update(text: string, from: 'utf8'): Bytes
  final(): Bytes
  getAuthTag(): Bytes
}

interface Bytes {
  toString(encoding: 'base64'): string
}

interface NodeDecipher {
  setAuthTag(tag: Uint8Array): void
  update(sealed: string, from: 'base64', to: 'utf8'): string
  final(to: 'utf8'): string
}

interface NodeHmac {
  update(text: string): { digest(encoding: 'base64url'): string }
}

export function nodeCipher(crypto: NodeCrypto): Cipher {
  return {
    seal(key, text, about) {
      const nonce = newNonce()
      const cipher = crypto.createCipheriv('aes-256-gcm', key, nonce)
      // As bytes: text that is put out piece by piece takes a decoder, and twice the time. The end of GCM holds nothing but the tag.
      const body = cipher.update(bound(about, text), 'utf8')
      cipher.final()
      return toBase64(nonce) + cipher.getAuthTag().toString('base64') + body.toString('base64')
    },
    async open(key, sealed, about) {
      const start = nonceCharacters + tagCharacters
      // Named, since Node takes a shorter tag for a good one: four bytes can be guessed.
      const tag = { authTagLength: 16 } as const
      const nonce = fromBase64(sealed.slice(0, nonceCharacters))
      const decipher = crypto.createDecipheriv('aes-256-gcm', key, nonce, tag)
      decipher.setAuthTag(fromBase64(sealed.slice(nonceCharacters, start)))
      const opened = decipher.update(sealed.slice(start), 'base64', 'utf8') + decipher.final('utf8')
      return unbound(about, opened)
    },
    index: (key, text) => crypto.createHmac('sha256', key).update(text).digest('base64url'),
  }
}
