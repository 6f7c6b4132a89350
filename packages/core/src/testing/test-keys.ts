import { type Keys, keysOf } from '../vault/keys.js'

/** A key that everybody knows: for tests on stores that last. */
export const testKeys: Keys = keysOf({ test: '00'.repeat(32) })
