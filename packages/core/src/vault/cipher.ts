/** A text to seal with a key, bound to what it is about; or to turn into a blind index. */
export type Job =
  | { readonly do: 'seal'; readonly key: Uint8Array; readonly text: string; readonly about: string }
  | { readonly do: 'index'; readonly key: Uint8Array; readonly text: string }

/** AES-256-GCM and HMAC-SHA-256. A sealed text is base64: 16 characters of nonce, 24 of tag, and the rest. */
export interface Cipher {
  /** The results in the order of the jobs: at once where the runtime can. */
  run(jobs: readonly Job[]): readonly string[] | Promise<readonly string[]>
  /** The text again. Rejects where the key is another one, or anything was changed. */
  open(key: Uint8Array, sealed: string, about: string): Promise<string>
}

export const nonceCharacters = 16
export const tagCharacters = 24

const pool = new Uint8Array(4092)
let used = pool.length

/** 12 random bytes that nobody else gets. One call for the random bytes of many: a call for each costs as much as half the rest. */
export function newNonce(): Uint8Array<ArrayBuffer> {
  if (used === pool.length) {
    crypto.getRandomValues(pool)
    used = 0
  }
  used += 12
  return pool.slice(used - 12, used)
}

export function newKey(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(32))
}
