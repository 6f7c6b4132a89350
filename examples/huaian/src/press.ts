import { type Checkpoint, type EcPublicKey, ecdsaSigner, type Signer } from '@redress/core'

/** Who signs the log of the city. A host's key stays in its key service; this one is made for the demonstration and kept nowhere. */
export interface Press {
  readonly signer: Signer
  readonly publicKey: EcPublicKey
}

/** A checkpoint as it was printed, with the key that checks it: what others keep of the log. */
export interface Printed {
  readonly checkpoint: Checkpoint
  readonly publicKey: EcPublicKey
}

export async function demonstrationPress(name: string): Promise<Press> {
  const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const
  const pair = await crypto.subtle.generateKey(curve, true, ['sign', 'verify'])
  const [privateKey, publicKey] = await Promise.all(
    [pair.privateKey, pair.publicKey].map((key) => crypto.subtle.exportKey('jwk', key)),
  )
  // Web Crypto types a key as every kind of key; these are P-256.
  return { signer: ecdsaSigner({ name, privateKey: privateKey as never }), publicKey: publicKey as never }
}
