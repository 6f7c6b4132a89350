import { fromBase64 } from '../base64.js'
import { coreErrors } from '../errors.js'

/**
 * The host's keys, from its key management. Whatever the vault holds is sealed with keys that are wrapped by these; who has neither
 * these nor the running process reads nothing.
 */
export interface Keys {
  /** The name of the key for what is sealed from now on. */
  readonly current: string
  /** The names of earlier keys that something may still be sealed with: until `personal.rotate` has ended. */
  readonly previous?: readonly string[] | undefined
  /** The 32 bytes of the key of a name. Asked once for each name by each process. */
  read(name: string): Uint8Array | Promise<Uint8Array>
}

/**
 * Keys that the host holds as text, such as from its environment: 32 bytes in base64 or hexadecimal. The first one is the current. Names
 * begin with a letter: JavaScript would put those that are whole numbers into an order of its own.
 *
 * @throws OPTIONS_INVALID
 * @example
 * ```ts
 * const keys = keysOf({ key2027: process.env.KEY_2027, key2026: process.env.KEY_2026 })
 * ```
 */
export function keysOf(texts: Readonly<Record<string, string | undefined>>): Keys {
  const refuse = (reason: string) => coreErrors.OPTIONS_INVALID({ what: 'keysOf', reason })
  if (typeof texts !== 'object' || texts === null) throw refuse('it takes the texts of keys by name')
  const keys = new Map<string, Uint8Array>()
  for (const [name, text] of Object.entries(texts)) {
    if (/^\d+$/.test(name))
      throw refuse(`name '${name}' must begin with a letter, or its place would not say which is the current`)
    const bytes = typeof text === 'string' ? bytesOf(text) : undefined
    if (bytes?.length !== 32) throw refuse(`key '${name}' is not the base64 or hexadecimal text of 32 bytes`)
    keys.set(name, bytes)
  }
  const [current, ...previous] = keys.keys()
  if (current === undefined) throw refuse('it takes at least one key')
  return { current, previous, read: (name) => keys.get(name) as Uint8Array }
}

function bytesOf(text: string): Uint8Array | undefined {
  if (/^[0-9a-fA-F]{64}$/.test(text))
    return Uint8Array.from({ length: 32 }, (_, n) => Number.parseInt(text.slice(2 * n, 2 * n + 2), 16))
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return undefined
  return fromBase64(text)
}
