import { fromBase64 } from '../base64.js'
import { coreErrors, shown } from '../errors.js'

/**
 * The host's keys, from its key management. Whatever the vault holds is sealed with keys that are wrapped by these; who has neither
 * these nor the running process reads nothing.
 */
export interface Keys {
  /** The name of the key for what is sealed from now on. */
  readonly current: string
  /**
   * The names of earlier keys that something may still be sealed with: until `personal.rotate` has ended. Where several processes run,
   * also of the coming one: each must know a key before the first seals with it.
   */
  readonly previous?: readonly string[] | undefined
  /** The 32 bytes of the key of a name. Asked once for each name by each process. */
  read(name: string): Uint8Array | Promise<Uint8Array>
}

/**
 * Keys that the host holds as text, such as from its environment: 32 bytes in base64 or hexadecimal. The first one is the current.
 * Their names are words: JavaScript would put whole numbers in an order of its own.
 *
 * @throws OPTIONS_INVALID
 * @example
 * ```ts
 * const keys = keysOf({ 'key-2027': process.env.KEY_2027, 'key-2026': process.env.KEY_2026 })
 * ```
 */
export function keysOf(texts: Readonly<Record<string, string | undefined>>): Keys {
  const refuse = (reason: string) => coreErrors.OPTIONS_INVALID({ what: 'keysOf', reason })
  if (typeof texts !== 'object' || texts === null) throw refuse('it takes the texts of keys by name')
  const keys = new Map<string, Uint8Array>()
  for (const [name, text] of entriesOf(texts, refuse)) {
    // As the smallest of them it would be the current one.
    if (/^\d+$/.test(name)) throw refuse(`the name '${shown(name)}' is a number; call it 'key-…'`)
    const bytes = typeof text === 'string' ? bytesOf(text) : undefined
    if (bytes?.length !== 32)
      throw refuse(`key '${shown(name)}' is not the base64 or hexadecimal text of 32 bytes`)
    keys.set(name, bytes)
  }
  const [current, ...previous] = keys.keys()
  if (current === undefined) throw refuse('it takes at least one key')
  return { current, previous, read: (name) => keys.get(name) as Uint8Array }
}

function entriesOf(
  texts: Readonly<Record<string, unknown>>,
  refuse: (reason: string) => Error,
): readonly (readonly [string, unknown])[] {
  try {
    return Object.entries(texts)
  } catch {
    throw refuse('reading it failed')
  }
}

function bytesOf(text: string): Uint8Array | undefined {
  if (/^[0-9a-fA-F]{64}$/.test(text))
    return Uint8Array.from({ length: 32 }, (_, n) => Number.parseInt(text.slice(2 * n, 2 * n + 2), 16))
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return undefined
  return fromBase64(text)
}
