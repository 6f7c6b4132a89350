import type { Keys } from './keys.js'

/** A key that ends with this process: for what is stored in its memory alone. */
export function temporaryKeys(): Keys {
  const key = crypto.getRandomValues(new Uint8Array(32))
  return { current: 'temporary', read: () => key }
}
