import type { Digest } from '../event/chain.js'
import type { Checkpoint } from './checkpoint.js'
import type { Finding, FindingKind } from './findings.js'
import { rootOf, type TreePlace } from './merkle.js'

/** Names how the log up to the position of a checkpoint differs from it; undefined where it does not. */
export function compare(
  digest: Digest,
  tree: TreePlace,
  anchor: Checkpoint,
  since: number,
): Finding | undefined {
  const { number, position, count, root, set } = anchor
  if (tree.count === count && rootOf(digest, tree.peaks) === root) return undefined
  const more = tree.count - count
  const stretch = `between ${since === 0 ? 'the beginning' : `checkpoint ${since}`} and checkpoint ${number}`
  const told = (kind: FindingKind, what: string): Finding => ({
    kind,
    message: `${what} ${stretch}`,
    position,
    checkpoint: number,
    since,
  })
  if (more < 0) return told('LOG_SHORTER', `events are missing (${-more} fewer than signed)`)
  if (more > 0) return told('LOG_LONGER', `events were inserted (${more} more than signed)`)
  if (tree.set === set) return told('LOG_REORDERED', 'the events are the same in another order')
  return told('LOG_REWRITTEN', 'events were replaced by as many others')
}
