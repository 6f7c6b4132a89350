import type { Actor } from '../access/actor.js'
import type { Engine } from '../case/engine.js'
import { mayReadCase } from '../case/may-see.js'
import type { Digest } from '../event/chain.js'
import { checkAuditor } from './auditor.js'
import { type Checkpoint, readCheckpoint } from './checkpoint.js'
import { keptPages } from './kept.js'
import { innerNode, noLeaves } from './merkle.js'
import type { InclusionProof, PathStep } from './proof.js'

/** The proof against the first checkpoint that covers the event: it reads the log only from the checkpoint before that. */
export async function prove(
  engine: Engine,
  position: number,
  by: Actor,
): Promise<InclusionProof | undefined> {
  checkAuditor(by, 'audit.proof')
  await engine.ready()
  const { store, digest } = engine
  const [event] = Number.isSafeInteger(position) && position > 0 ? await store.readAll(position - 1, 1) : []
  if (event?.position !== position) return undefined
  // It is given with what it says: that the log is whole can be checked without reading every case, such as one against the auditor.
  if (by.kind !== 'system' && !(await mayReadCase(engine, event.stream, by))) return undefined
  const { before, checkpoint } = await around(engine, position)
  if (checkpoint === undefined) return undefined
  const [last] = event.version === 1 ? [] : await store.read(event.stream, event.version - 2)

  const trace = traceLeaf(digest, before ?? noLeaves)
  for (let at = before?.position ?? 0; at < checkpoint.position; ) {
    const page = await store.readAll(at, 1000)
    if (page.length === 0) return undefined
    for (const { position: place, hash } of page) {
      if (place > checkpoint.position) break
      trace.add(hash, place === position)
    }
    at = page.at(-1)?.position ?? at
  }
  return Object.freeze({ event, previous: last?.hash ?? '', path: trace.path(), checkpoint })
}

/** The checkpoints before and after a position. */
async function around({ store, digest }: Engine, position: number) {
  let before: Checkpoint | undefined
  for await (const page of keptPages(store)) {
    for (const { value } of page) {
      const checkpoint = readCheckpoint(digest, value)
      if (checkpoint === undefined) continue
      if (checkpoint.position >= position) return { before, checkpoint }
      before = checkpoint
    }
  }
  return { before, checkpoint: undefined }
}

/** Grows a tree and notes what is put beside the subtree that holds one of the leaves. */
function traceLeaf(digest: Digest, from: { readonly count: number; readonly peaks: readonly string[] }) {
  interface Peak {
    readonly hash: string
    readonly traced: boolean
  }
  const peaks: Peak[] = from.peaks.map((hash) => ({ hash, traced: false }))
  const path: PathStep[] = []
  let { count } = from
  const join = (left: Peak, right: Peak): Peak => {
    if (left.traced) path.push({ side: 'right', hash: right.hash })
    if (right.traced) path.push({ side: 'left', hash: left.hash })
    return { hash: innerNode(digest, left.hash, right.hash), traced: left.traced || right.traced }
  }
  return {
    add(hash: string, traced: boolean) {
      let node: Peak = { hash, traced }
      for (let rest = count; rest % 2 === 1; rest = (rest - 1) / 2) node = join(peaks.pop() ?? node, node)
      peaks.push(node)
      count++
    },
    path(): readonly PathStep[] {
      const last = peaks.pop()
      if (last !== undefined) peaks.reduceRight((right, left) => join(left, right), last)
      return path
    },
  }
}
