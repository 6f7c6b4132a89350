import type { Actor } from '../access/actor.js'
import { instantText } from '../case/context.js'
import { type Engine, mostAttempts } from '../case/engine.js'
import { coreErrors } from '../errors.js'
import { deepFreeze } from '../freeze.js'
import { checkAuditor } from './auditor.js'
import { type Checkpoint, checkpointDigest, readCheckpoint, signedText } from './checkpoint.js'
import { cellNumber, checkpointCell, keptPages, lastKept } from './kept.js'
import { textBytes } from './keys.js'
import { growTree, noLeaves, rootOf, type Tree, type TreePlace } from './merkle.js'
import { signatureText } from './signature.js'
import type { Signer } from './signer.js'

const batchSize = 1000

/** Signs the log up to its last decided event, from the last checkpoint on. */
export async function takeCheckpoint(
  engine: Engine,
  signer: Signer | undefined,
  by: Actor,
): Promise<Checkpoint> {
  checkAuditor(by, 'audit.checkpoint')
  if (signer === undefined) throw coreErrors.SIGNER_MISSING()
  checkSigner(signer)
  await engine.ready()
  const { digest, store } = engine
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const cell = await lastKept(store)
    const last = readCheckpoint(digest, cell?.value)
    const head = await store.head()
    if (last !== undefined && last.position >= head) return last
    // One that cannot be read is built upon no more: the tree is made anew, and verification tells of it.
    const tree = growTree(digest, last ?? noLeaves)
    const position = await grow(engine, tree, last?.position ?? 0, head)
    const number = cell === undefined ? 1 : cellNumber(cell.name) + 1
    const previous =
      cell === undefined
        ? null
        : last === undefined
          ? digest(JSON.stringify(cell.value))
          : checkpointDigest(digest, last)
    const at = instantText(engine.now())
    const checkpoint = await sign(engine, signer, tree.place(), { number, position, previous, at })
    const revision = await store.writeCell(checkpointCell(number), checkpoint, 0)
    if (revision !== undefined) return checkpoint
  }
  throw coreErrors.VERSION_CONFLICT({ stream: checkpointCell(0), expected: 0, actual: 1 })
}

/** The checkpoints that the store keeps, oldest first. */
export async function keptCheckpoints(engine: Engine, by: Actor): Promise<readonly Checkpoint[]> {
  checkAuditor(by, 'audit.checkpoints')
  await engine.ready()
  const kept: Checkpoint[] = []
  for await (const page of keptPages(engine.store)) {
    // As they are: whether each is genuine is for `verify` to say.
    kept.push(...page.map(({ value }) => value as Checkpoint))
  }
  return kept
}

/** Adds the events after a position, up to another one. @returns the position of the last of them */
async function grow({ store }: Engine, tree: Tree, after: number, until: number): Promise<number> {
  let position = after
  while (position < until) {
    const events = await store.readAll(position, batchSize)
    if (events.length === 0) break
    for (const event of events) {
      if (event.position > until) return position
      tree.add(event.hash)
      position = event.position
    }
  }
  return position
}

async function sign(
  { digest }: Engine,
  signer: Signer,
  { count, peaks, set }: TreePlace,
  stamp: Pick<Checkpoint, 'number' | 'position' | 'previous' | 'at'>,
): Promise<Checkpoint> {
  const unsigned = {
    version: 1 as const,
    ...stamp,
    count,
    root: rootOf(digest, peaks),
    set,
    peaks,
    signer: signer.name,
  }
  const signature = signatureText(await signer.sign(textBytes(signedText(unsigned))))
  return deepFreeze({ ...unsigned, signature })
}

function checkSigner(signer: Signer): void {
  const { name } = signer
  if (typeof name === 'string' && name.length > 0 && name.length <= 128 && typeof signer.sign === 'function')
    return
  throw coreErrors.OPTIONS_INVALID({
    what: 'signer',
    reason: "it needs a 'name' of 1 to 128 characters and a function 'sign'",
  })
}
