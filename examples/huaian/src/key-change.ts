import { type City, host, withKeys } from './city.js'
import type { Keyring } from './keys.js'

/** What changing the key came to. */
export interface KeyChange {
  readonly from: string
  readonly to: string
  /** How many cases are under the new key. */
  readonly rotated: number
  readonly failed: number
}

/** Changes the key of the city, as a process that is started with the new one does. Afterwards the old one opens nothing. */
export async function changeKey(
  city: City,
  ring: Keyring,
  name: string,
): Promise<{ readonly city: City; readonly ring: Keyring; readonly change: KeyChange | undefined }> {
  const both = ring.add?.(name) ?? ring
  const from = both.keys.previous?.at(-1)
  if (from === undefined) return { city, ring, change: undefined }
  const { platform } = withKeys(city, both.keys)
  const { rotated, failed } = await platform.personal.rotate(host)
  // As long as one case is not under the new key, the old one is needed.
  const left = failed.length === 0 ? both.dropOld() : both
  const change = { from, to: both.keys.current, rotated, failed: failed.length }
  return { city: withKeys(city, left.keys), ring: left, change }
}
