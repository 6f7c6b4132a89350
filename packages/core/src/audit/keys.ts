import { coreErrors } from '../errors.js'
import { type Checkpoint, signedText } from './checkpoint.js'

/** A public P-256 key as JSON Web Key. */
export interface EcPublicKey {
  readonly kty?: string | undefined
  readonly crv?: string | undefined
  readonly x?: string | undefined
  readonly y?: string | undefined
}

/** A private P-256 key as JSON Web Key. */
export interface EcPrivateKey extends EcPublicKey {
  readonly d?: string | undefined
}

/** @throws OPTIONS_INVALID where the key is none */
export async function isSignedBy(checkpoint: Checkpoint, publicKey: EcPublicKey): Promise<boolean> {
  const jwk = publicPart(publicKey, 'verifyCheckpoint')
  let key: Awaited<ReturnType<typeof crypto.subtle.importKey>>
  try {
    key = await crypto.subtle.importKey('jwk', jwk, curve, false, ['verify'])
  } catch {
    throw wrongKey('verifyCheckpoint', 'it is not a point of the curve')
  }
  const signature = fromBase64(checkpoint.signature)
  return await crypto.subtle.verify(algorithm, key, signature, textBytes(signedText(checkpoint)))
}

/** UTF-8. */
export const textBytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

export const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const
export const algorithm = { name: 'ECDSA', hash: 'SHA-256' } as const

export function publicPart({ kty, crv, x, y }: EcPublicKey, what: string) {
  if (kty === 'EC' && crv === 'P-256' && typeof x === 'string' && typeof y === 'string')
    return { kty, crv, x, y }
  throw wrongKey(what, 'it is not a JSON Web Key of P-256')
}

export function wrongKey(what: string, fault: string) {
  return coreErrors.OPTIONS_INVALID({ what, reason: `the key is not one: ${fault}` })
}

/** Anything that is not base64url becomes no signature, which verifies nothing. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  try {
    const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
  } catch {
    return new Uint8Array(0)
  }
}
