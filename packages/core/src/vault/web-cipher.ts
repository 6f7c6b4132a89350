import { fromBase64, toBase64, toBase64Url } from '../base64.js'
import { type Cipher, type Job, newNonce, nonceCharacters, tagCharacters } from './cipher.js'

/** Through Web Crypto: for browsers and edge workers. */
export function webCipher(): Cipher {
  const encoder = new TextEncoder()
  // Would else take the first character of a text for a mark of its encoding.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const aes = (key: Uint8Array, use: 'encrypt' | 'decrypt') =>
    crypto.subtle.importKey('raw', new Uint8Array(key), 'AES-GCM', false, [use])

  const seal = async (raw: Uint8Array, text: string, about: string): Promise<string> => {
    const nonce = newNonce()
    const key = await aes(raw, 'encrypt')
    const how = { name: 'AES-GCM', iv: nonce, additionalData: encoder.encode(about) } as const
    const sealed = new Uint8Array(await crypto.subtle.encrypt(how, key, encoder.encode(text)))
    const end = sealed.length - tagBytes
    return toBase64(nonce) + toBase64(sealed.subarray(end)) + toBase64(sealed.subarray(0, end))
  }
  const index = async (raw: Uint8Array, text: string): Promise<string> => {
    const how = { name: 'HMAC', hash: 'SHA-256' } as const
    const key = await crypto.subtle.importKey('raw', new Uint8Array(raw), how, false, ['sign'])
    return toBase64Url(new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text))))
  }
  const run = (job: Job): Promise<string> =>
    job.do === 'seal' ? seal(job.key, job.text, job.about) : index(job.key, job.text)

  return {
    run: (jobs) => Promise.all(jobs.map(run)),
    async open(raw, sealed, about) {
      const start = nonceCharacters + tagCharacters
      const key = await aes(raw, 'decrypt')
      const iv = fromBase64(sealed.slice(0, nonceCharacters))
      const tag = fromBase64(sealed.slice(nonceCharacters, start))
      const body = fromBase64(sealed.slice(start))
      const joined = new Uint8Array(body.length + tag.length)
      joined.set(body)
      joined.set(tag, body.length)
      const how = { name: 'AES-GCM', iv, additionalData: encoder.encode(about) } as const
      return decoder.decode(await crypto.subtle.decrypt(how, key, joined))
    },
  }
}

const tagBytes = 16
