import type { Digest } from '../event/chain.js'
import { isPlaceOf } from './merkle.js'

/**
 * What the log was at one moment, signed: small, plain JSON, and without personal data, so it can be published. Whoever keeps one
 * outside the database can later prove that nothing before it was changed.
 */
export interface Checkpoint {
  /** The version of this format. */
  readonly version: 1
  /** 1 for the first checkpoint of a log. */
  readonly number: number
  /** How many events the log held. */
  readonly count: number
  /** The position of the last of them; 0 for an empty log. */
  readonly position: number
  /** The root of the Merkle tree (RFC 6962) over the hashes of the events, in the order of the log: base64url, 43 characters. */
  readonly root: string
  /** The hashes of the events, exclusive-ored: tells a changed order from changed events. */
  readonly set: string
  /** The roots of the tree's full subtrees, greatest first; they make up `root`, and the tree can grow on from them. */
  readonly peaks: readonly string[]
  /** When it was signed: ISO 8601, UTC. */
  readonly at: string
  /** The digest of the checkpoint before it; `null` for the first. */
  readonly previous: string | null
  /** The name of the key that signed it. */
  readonly signer: string
  /** ECDSA with P-256 and SHA-256, as r and s of 32 bytes each: base64url, 86 characters. */
  readonly signature: string
}

/** The text that is signed. `peaks` need not be in it: they are what `root` is the digest of. */
export function signedText(checkpoint: Omit<Checkpoint, 'signature'>): string {
  const { version, number, count, position, root, set, at, previous, signer } = checkpoint
  return JSON.stringify([
    'redress checkpoint',
    version,
    number,
    count,
    position,
    root,
    set,
    at,
    previous,
    signer,
  ])
}

/** What the next checkpoint names as its `previous`. */
export function checkpointDigest(digest: Digest, checkpoint: Checkpoint): string {
  return digest(`${signedText(checkpoint)}${checkpoint.signature}`)
}

/** Reads what says that it is a checkpoint. Undefined if it is none, or if its tree does not have its root. */
export function readCheckpoint(digest: Digest, value: unknown): Checkpoint | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const checkpoint = value as Checkpoint
  const { version, number, count, position, root, set, peaks, at, previous, signer, signature } = checkpoint
  const texts = [root, set, at, signer, signature, previous ?? '']
  const fits =
    version === 1 &&
    [number, count, position].every((figure) => Number.isSafeInteger(figure) && figure >= 0) &&
    texts.every((text) => typeof text === 'string' && text.length <= 128) &&
    Array.isArray(peaks) &&
    peaks.length <= 64 &&
    peaks.every((peak) => typeof peak === 'string' && peak.length === 43) &&
    isPlaceOf(digest, checkpoint, root)
  return fits ? checkpoint : undefined
}
