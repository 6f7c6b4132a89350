import { coreErrors } from '../errors.js'
import type { Store } from '../store/port.js'
import type { Cipher } from './cipher.js'
import type { Keys } from './keys.js'

/** What is derived from one of the host's keys, so that each part does one thing. */
export interface RootKey {
  readonly name: string
  /** Wraps the keys of cases. */
  readonly wrap: Uint8Array
  /** Makes blind indexes. */
  readonly index: Uint8Array
}

/** The host's keys as far as they were asked for. */
export interface RootKeys {
  /** The key for new data; there when {@link RootKeys.load} has resolved. */
  current(): RootKey
  /** @throws KEY_UNAVAILABLE, KEY_WRONG */
  load(name: string): Promise<RootKey>
  readonly names: readonly string[]
}

export function createRootKeys(keys: Keys, cipher: Cipher, store: Store): RootKeys {
  const loading = new Map<string, Promise<RootKey>>()
  let current: RootKey | undefined

  const load = async (name: string): Promise<RootKey> => {
    if (!names.includes(name))
      throw coreErrors.KEY_UNAVAILABLE({ key: name, reason: 'the host does not name it' })
    const bytes = await bytesOf(keys, name)
    const key = { name, wrap: await derive(bytes, 'wrap'), index: await derive(bytes, 'index') }
    await checkKey(store, cipher, key)
    if (name === names[0]) current = key
    return key
  }
  // As they are now, whatever the host does with its object.
  const names = [...new Set([keys.current, ...(keys.previous ?? [])])]

  return {
    names,
    current: () => current as RootKey,
    load(name) {
      let one = loading.get(name)
      if (one === undefined) {
        one = load(name)
        loading.set(name, one)
        // The next one who asks tries again.
        one.catch(() => loading.delete(name))
      }
      return one
    },
  }
}

/** How long the host's key management may take. Who waited for it for ever would never ask again. */
const mostMilliseconds = 10_000

async function bytesOf(keys: Keys, name: string): Promise<Uint8Array> {
  const unavailable = (reason: string) => coreErrors.KEY_UNAVAILABLE({ key: name, reason })
  let giveUp = (): void => {}
  const late = new Promise<undefined>((resolve) => {
    giveUp = () => resolve(undefined)
  })
  const timer = setTimeout(giveUp, mostMilliseconds)
  let bytes: Uint8Array | undefined
  try {
    bytes = await Promise.race([keys.read(name), late])
  } catch {
    // What the host's key management says could quote the key.
    throw unavailable('reading it failed')
  } finally {
    clearTimeout(timer)
  }
  // A copy: the host may wipe or use its bytes again.
  if (bytes instanceof Uint8Array && bytes.length === 32) return new Uint8Array(bytes)
  throw unavailable('it is not 32 bytes, or did not come in time')
}

async function derive(root: Uint8Array, purpose: string): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', new Uint8Array(root), 'HKDF', false, ['deriveBits'])
  const info = new TextEncoder().encode(`redress ${purpose}`)
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info } as const
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, 256))
}

const proof = 'redress'

/**
 * The first process with a key leaves a proof of it in the store. Another key under the same name would seal what nobody can open with
 * the right one.
 */
async function checkKey(store: Store, cipher: Cipher, key: RootKey): Promise<void> {
  const { name, wrap } = key
  const cell = `vault-key/${name}`
  const there = await store.readCell(cell)
  if (there === undefined) {
    const sealed = await cipher.seal(wrap, proof, cell)
    if ((await store.writeCell(cell, sealed, 0)) !== undefined) return
    return await checkKey(store, cipher, key)
  }
  try {
    await cipher.open(wrap, String(there.value), cell)
  } catch {
    throw coreErrors.KEY_WRONG({ key: name })
  }
}
