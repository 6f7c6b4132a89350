import { fromBase64, toBase64, toBase64Url } from '../base64.js'
import { bound, type Cipher, newNonce, nonceCharacters, tagCharacters, unbound } from './cipher.js'

const tagBytes = 16

/** Through Web Crypto: for browsers and edge workers. */
export function webCipher(): Cipher {
  const encoder = new TextEncoder()
  // Would else take the first character of a text for a mark of its encoding.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const aes = (key: Uint8Array, use: 'encrypt' | 'decrypt') =>
    crypto.subtle.importKey('raw', new Uint8Array(key), 'AES-GCM', false, [use])

  return {
    async seal(raw, text, about) {
      const nonce = newNonce()
      const how = { name: 'AES-GCM', iv: nonce } as const
      const plain = encoder.encode(bound(about, text))
      const sealed = new Uint8Array(await crypto.subtle.encrypt(how, await aes(raw, 'encrypt'), plain))
      const end = sealed.length - tagBytes
      return toBase64(nonce) + toBase64(sealed.subarray(end)) + toBase64(sealed.subarray(0, end))
    },
    async open(raw, sealed, about) {
      const start = nonceCharacters + tagCharacters
      const iv = fromBase64(sealed.slice(0, nonceCharacters))
      const tag = fromBase64(sealed.slice(nonceCharacters, start))
      const body = fromBase64(sealed.slice(start))
      const joined = new Uint8Array(body.length + tag.length)
      joined.set(body)
      joined.set(tag, body.length)
      const key = await aes(raw, 'decrypt')
      const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, joined)
      return unbound(about, decoder.decode(opened))
    },
    async index(raw, text) {
      const how = { name: 'HMAC', hash: 'SHA-256' } as const
      const key = await crypto.subtle.importKey('raw', new Uint8Array(raw), how, false, ['sign'])
      return toBase64Url(new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text))))
    },
  }
}
