import { sha256 } from '@noble/hashes/sha2.js'
import type { Digest } from './chain.js'

/** SHA-256 in plain JavaScript: some ten times slower than a runtime's own. */
export const nobleDigest: Digest = (text) => {
  const bytes = sha256(new TextEncoder().encode(text))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
