import { fromBase64, toBase64 } from '../base64.js'
import { coreErrors } from '../errors.js'
import type { Cell } from '../store/port.js'
import type { Cipher } from './cipher.js'
import type { RootKey, RootKeys } from './root-keys.js'

/** The keys of one case by subject: one for its texts, one for each person. Whoever destroys a key erases what it sealed. */
export type Ring = ReadonlyMap<string, Uint8Array>

/** What stands in the cell of a ring: the name of the host's key that wraps it, and the wrapped keys. */
export interface WrappedRing {
  readonly key: string
  readonly ring: string
}

/** Where everything sealed is: `vault/<case>/<version>` and `vault/<case>/ring`. */
export const vaultCells = 'vault/'
export const caseCells = (id: string): string => `${vaultCells}${id}/`
export const ringCell = (id: string): string => `${caseCells(id)}ring`

/** Wrapped in one piece: as a case has few subjects, a call for each key would cost more than writing all of them anew. */
export function wrapRing(
  ring: Ring,
  id: string,
  { wrap }: RootKey,
  cipher: Cipher,
): string | Promise<string> {
  const keys: (readonly [subject: string, key: string])[] = []
  for (const [subject, key] of ring) keys.push([subject, toBase64(key)])
  return cipher.seal(wrap, JSON.stringify(keys), ringCell(id))
}

/** @throws KEY_UNAVAILABLE, KEY_WRONG, VAULT_DAMAGED */
export async function unwrapRing(cell: Cell, id: string, roots: RootKeys, cipher: Cipher): Promise<Ring> {
  const { key, ring } = wrappedRing(cell, id)
  const { wrap } = await roots.load(key)
  try {
    const keys: unknown = JSON.parse(await cipher.open(wrap, ring, ringCell(id)))
    // It was opened with our key, so it is what `wrapRing` made.
    const texts = keys as readonly (readonly [subject: string, key: string])[]
    return new Map(texts.map(([subject, one]) => [subject, fromBase64(one)]))
  } catch {
    throw coreErrors.VAULT_DAMAGED({ id })
  }
}

/** What stands in the cell of a ring; a cell is not ours alone, so it may hold anything. @throws VAULT_DAMAGED */
function wrappedRing({ value }: Cell, id: string): WrappedRing {
  const { key, ring } = (value ?? {}) as Partial<WrappedRing>
  if (typeof key !== 'string' || typeof ring !== 'string') throw coreErrors.VAULT_DAMAGED({ id })
  return { key, ring }
}
