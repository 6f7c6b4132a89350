import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { type Keys, keysOf } from '@redress/core'

/** The keys of the city as base64 by their names, the current one first. */
type Texts = Readonly<Record<string, string>>

export interface Keyring {
  readonly keys: Keys
  /** Puts a new key before the others; undefined where somebody else makes the keys. */
  readonly add: ((name: string) => Keyring) | undefined
  /** Destroys every key but the current one. */
  readonly dropOld: () => Keyring
}

/**
 * The keys that `REDRESS_KEYS` names, such as `spring=…,winter=…` with the newest first; else demonstration keys in a file.
 *
 * A key beside the database protects nothing: who takes one takes both. A host reads its keys from its key management.
 */
export function openKeyring(given: string | undefined, file: string | undefined, on: string): Keyring {
  if (given !== undefined && given !== '') {
    const texts = Object.fromEntries(given.split(',').map((one) => one.split(/=(.*)/, 2) as [string, string]))
    const fixed: Keyring = { keys: keysOf(texts), add: undefined, dropOld: () => fixed }
    return fixed
  }
  if (file !== undefined && existsSync(file))
    return ringOf(JSON.parse(readFileSync(file, 'utf8')) as Texts, file)
  return demonstrationKeys(on, file)
}

/** A new key that is kept in a file, or nowhere. */
export const demonstrationKeys = (name: string, file?: string): Keyring => keep({ [name]: newKey() }, file)

function keep(texts: Texts, file: string | undefined): Keyring {
  if (file !== undefined) writeFileSync(file, `${JSON.stringify(texts, null, 2)}\n`, { mode: 0o600 })
  return ringOf(texts, file)
}

const ringOf = (texts: Texts, file: string | undefined): Keyring => ({
  keys: keysOf(texts),
  add: (name) => keep({ [name]: newKey(), ...texts }, file),
  dropOld: () => keep(Object.fromEntries(Object.entries(texts).slice(0, 1)), file),
})

const newKey = (): string => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64')
