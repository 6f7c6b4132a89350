import type { Store } from '../store/port.js'
import type { Keys } from './keys.js'

/** A key that ends with the memory in which it stands: one for each store, so that every platform on it opens what another sealed. */
export function temporaryKeys(store: Store): Keys {
  let keys = known.get(store)
  if (keys === undefined) {
    const key = crypto.getRandomValues(new Uint8Array(32))
    keys = { current: 'temporary', read: () => key }
    known.set(store, keys)
  }
  return keys
}

const known = new WeakMap<Store, Keys>()
