import type { Store } from '../store/port.js'
import type { Keys } from './keys.js'

/** A key that ends with this process, for what is stored in its memory alone: one for each store, which several platforms may share. */
export function temporaryKeys(store: Store): Keys {
  const known = made.get(store)
  if (known !== undefined) return known
  const key = crypto.getRandomValues(new Uint8Array(32))
  const keys: Keys = { current: 'temporary', read: () => key }
  made.set(store, keys)
  return keys
}

const made = new WeakMap<Store, Keys>()
