import { chainHash, type Digest } from '../event/chain.js'
import { loadDigest } from '../event/digest.js'
import type { RecordedEvent } from '../event/event.js'
import { type Checkpoint, readCheckpoint } from './checkpoint.js'
import { innerNode } from './merkle.js'
import { isPruned } from './seal.js'

/** That an event is in the log that a checkpoint was made of: an audit path as in RFC 6962. Plain JSON. */
export interface InclusionProof {
  readonly event: RecordedEvent
  /** The hash of the event before it in its stream; empty for the first. */
  readonly previous: string
  /** From the event up to the root: the hash beside it, and on which side. */
  readonly path: readonly PathStep[]
  readonly checkpoint: Checkpoint
}

export interface PathStep {
  readonly side: 'left' | 'right'
  readonly hash: string
}

/**
 * Whether a proof is right in itself: the event has its hash, and the path leads from it to the root of the checkpoint. Whether the
 * checkpoint is genuine says `verifyCheckpoint`, or whoever has published it. A pruned event proves only its hash.
 *
 * @example
 * ```ts
 * const filed = (await verifyProof(proof)) && (await verifyCheckpoint(proof.checkpoint, publicKey))
 * ```
 */
export async function verifyProof(proof: InclusionProof): Promise<boolean> {
  const digest = await loadDigest()
  try {
    const { event, previous, path, checkpoint } = proof
    if (readCheckpoint(digest, checkpoint) === undefined) return false
    if (!isPruned(event) && chainHash(digest, previous, event) !== event.hash) return false
    return climb(digest, event.hash, path) === checkpoint.root
  } catch {
    // What has another form proves nothing.
    return false
  }
}

function climb(digest: Digest, leaf: string, path: readonly PathStep[]): string {
  let node = leaf
  for (const { side, hash } of path)
    node = side === 'left' ? innerNode(digest, hash, node) : innerNode(digest, node, hash)
  return node
}
