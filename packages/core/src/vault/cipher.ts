/**
 * AES-256-GCM and HMAC-SHA-256: at once where the runtime can, else as a promise.
 *
 * A sealed text is base64: 16 characters of nonce, 24 of tag, and the rest. What it is about is sealed with it and compared
 * when it is opened: additional data would bind it as well, and cost as much again as everything else.
 */
export interface Cipher {
  seal(key: Uint8Array, text: string, about: string): string | Promise<string>
  /** The text again. Rejects where the key or what it is about is another one, or anything was changed. */
  open(key: Uint8Array, sealed: string, about: string): Promise<string>
  /** A keyed hash, base64url. */
  index(key: Uint8Array, text: string): string | Promise<string>
}

export const nonceCharacters = 16
export const tagCharacters = 24

const poolSize = 4096
const pool = new Uint8Array(poolSize)
let used = poolSize

/** Where so many fresh random bytes stand in the pool. One call for the bytes of many: a call for each would cost more than their use. */
function take(count: number): number {
  if (used + count > poolSize) {
    crypto.getRandomValues(pool)
    used = 0
  }
  used += count
  return used - count
}

/** 96 random bits. The key of a case seals some dozens of texts, that of a host one ring for each case. */
export function newNonce(): Uint8Array<ArrayBuffer> {
  const at = take(12)
  return pool.slice(at, at + 12)
}

export function newKey(): Uint8Array<ArrayBuffer> {
  const at = take(32)
  return pool.slice(at, at + 32)
}

/** What is sealed of a text. */
export const bound = (about: string, text: string): string => `${about.length} ${about} ${text}`

/** The text of what was sealed. It throws where it was sealed as something else. */
export function unbound(about: string, opened: string): string {
  const before = bound(about, '')
  if (opened.startsWith(before)) return opened.slice(before.length)
  throw new Error('it was sealed as something else')
}
