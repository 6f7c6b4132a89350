import { sha256 } from '@noble/hashes/sha2.js'
import { toBase64Url } from '../base64.js'
import type { Digest } from './chain.js'

/** SHA-256 in plain JavaScript: some ten times slower than a runtime's own. */
export const nobleDigest: Digest = (text) => {
  return toBase64Url(sha256(new TextEncoder().encode(text)))
}
