import { loadDigest } from '../event/digest.js'
import { type Checkpoint, readCheckpoint } from './checkpoint.js'
import {
  algorithm,
  curve,
  type EcPrivateKey,
  type EcPublicKey,
  isSignedBy,
  publicPart,
  wrongKey,
} from './keys.js'

/** Signs checkpoints: {@link ecdsaSigner}, or the host's own key service. */
export interface Signer {
  /** Names the key, so that a verifier finds the public one: 1 to 128 characters. Another key, another name. */
  readonly name: string
  /** ECDSA with P-256 and SHA-256 over the bytes: r and s of 32 bytes each (as Web Crypto and PKCS #11 give them), or DER. */
  sign(bytes: Uint8Array): Promise<Uint8Array>
}

/**
 * Signs with a private P-256 key in this process, through Web Crypto.
 *
 * @throws OPTIONS_INVALID
 * @example
 * ```ts
 * const signer = ecdsaSigner({ name: 'audit-2026', privateKey: JSON.parse(process.env.AUDIT_KEY) })
 * const platform = createPlatform({ store, plugins, signer })
 * ```
 */
export function ecdsaSigner(options: { readonly name: string; readonly privateKey: EcPrivateKey }): Signer {
  const { name, privateKey } = options
  const { d } = privateKey
  if (typeof d !== 'string') throw wrongKey('ecdsaSigner', 'it has no private part')
  const jwk = { ...publicPart(privateKey, 'ecdsaSigner'), d }
  const load = () => crypto.subtle.importKey('jwk', jwk, curve, false, ['sign'])
  let loading: ReturnType<typeof load> | undefined
  return Object.freeze({
    name,
    async sign(bytes: Uint8Array) {
      loading ??= load()
      return new Uint8Array(await crypto.subtle.sign(algorithm, await loading, Uint8Array.from(bytes)))
    },
  })
}

/**
 * Whether a checkpoint is whole and was signed with this key. It needs nothing but this library: no platform and no store.
 *
 * @param publicKey a P-256 key as JSON Web Key
 * @throws OPTIONS_INVALID where the key is none
 * @example
 * ```ts
 * const genuine = await verifyCheckpoint(published, publicKey)
 * ```
 */
export async function verifyCheckpoint(checkpoint: Checkpoint, publicKey: EcPublicKey): Promise<boolean> {
  const read = readCheckpoint(await loadDigest(), checkpoint)
  return read !== undefined && (await isSignedBy(read, publicKey))
}
