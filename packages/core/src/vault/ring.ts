import { fromBase64, toBase64 } from '../base64.js'
import { coreErrors } from '../errors.js'
import type { Cell } from '../store/port.js'
import type { Cipher } from './cipher.js'
import type { RootKey, RootKeys } from './root-keys.js'

/** The keys of one case. Whoever destroys a key erases what it sealed. */
export interface Ring {
  /** The key of the host that wraps these, and makes the blind indexes of the case. */
  readonly root: RootKey
  /** By subject: one for the texts of the case, one for each person. */
  readonly keys: ReadonlyMap<string, Uint8Array>
}

/** What stands in the cell of a ring: the name of the host's key that wraps it, and the wrapped keys. */
export interface WrappedRing {
  readonly key: string
  readonly ring: string
}

export const caseCells = (id: string): string => `vault/${id}/`
export const ringCell = (id: string): string => `vault/${id}/ring`

/** Wrapped in one piece: as a case has few subjects, a call for each key would cost more than writing all of them anew. */
export function wrapRing({ root, keys }: Ring, id: string, cipher: Cipher): string | Promise<string> {
  const texts: (readonly [subject: string, key: string])[] = []
  for (const [subject, key] of keys) texts.push([subject, toBase64(key)])
  return cipher.seal(root.wrap, JSON.stringify(texts), ringCell(id))
}

/** @throws KEY_UNAVAILABLE, KEY_WRONG, VAULT_DAMAGED */
export async function unwrapRing(cell: Cell, id: string, roots: RootKeys, cipher: Cipher): Promise<Ring> {
  const { key, ring } = cell.value as WrappedRing
  const root = await roots.load(key)
  let text: string
  try {
    text = await cipher.open(root.wrap, ring, ringCell(id))
  } catch {
    throw coreErrors.VAULT_DAMAGED({ id })
  }
  const texts = JSON.parse(text) as readonly (readonly [subject: string, key: string])[]
  return { root, keys: new Map(texts.map(([subject, one]) => [subject, fromBase64(one)])) }
}
