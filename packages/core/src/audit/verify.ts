import type { Actor } from '../access/actor.js'
import type { Engine } from '../case/engine.js'
import { followAnchors, noAnchors } from './anchors.js'
import type { AuditReport, AuditResume, VerifyOptions } from './audit.js'
import { checkAuditor } from './auditor.js'
import type { Checkpoint } from './checkpoint.js'
import { compare } from './compare.js'
import { collectFindings, type Finding } from './findings.js'
import { endAt, examine, follows } from './link.js'
import { growTree, noLeaves } from './merkle.js'
import { isPruned } from './seal.js'
import { keepStreamEnds } from './stream-ends.js'
import { checkVault } from './vault-check.js'
import { parseVerifyOptions } from './verify-options.js'

/** Reads the log from where an earlier run ended, and reports. */
export async function verify(
  engine: Engine,
  options: VerifyOptions,
  by: Actor,
  /** How many streams a generation of remembered ends holds. */
  mostStreams = 200_000,
): Promise<AuditReport> {
  checkAuditor(by, 'audit.verify')
  const {
    checkpoints = [],
    keys,
    vault,
    from = begin,
    signal,
    onProgress,
    batch,
    mostFindings,
  } = parseVerifyOptions(options)
  await engine.ready()
  const { digest, store } = engine
  const findings = collectFindings(mostFindings, from.found, from.findings)
  const ends = keepStreamEnds(store, digest, mostStreams, from.position === 0)
  const anchors = followAnchors({ store, digest, trusted: checkpoints, keys, findings, from: from.anchors })
  let tree = growTree(digest, from.tree)
  let { events, pruned, position, since, checkpoints: compared } = from
  let upcoming: Checkpoint | undefined = from.upcoming ?? undefined
  let complete = false

  /** Compares the tree with a checkpoint that covers exactly it, and gets the next one. */
  const meet = async (anchor: Checkpoint) => {
    const finding = compare(digest, tree.place(), anchor, since)
    if (finding !== undefined) {
      findings.add(finding)
      // From here on as the checkpoint says, so that what comes later is judged by itself.
      tree = growTree(digest, anchor)
    }
    compared++
    since = anchor.number
    upcoming = await anchors.next()
  }

  while (signal?.aborted !== true) {
    // In this order: a checkpoint that is known before the end is seen, and lies behind it, has lost its events.
    upcoming ??= await anchors.next()
    const page = await store.readAll(position, batch)
    if (page.length === 0) {
      if (upcoming !== undefined) {
        findings.add(cutTail(upcoming, position, since))
        while (upcoming !== undefined) upcoming = await anchors.next()
      }
      complete = true
      break
    }
    await ends.prepare(page)
    for (const event of page) {
      while (upcoming !== undefined && upcoming.position < event.position) await meet(upcoming)
      const end = ends.of(event.stream)
      if (follows(digest, end, event)) ends.set(event.stream, endAt(event, end))
      else {
        const examined = examine(digest, end, event, await store.read(event.stream))
        for (const finding of examined.findings) findings.add(finding)
        ends.set(event.stream, examined.end)
      }
      if (isPruned(event)) pruned++
      events++
      position = event.position
      tree.add(String(event.hash))
    }
    while (upcoming !== undefined && upcoming.position <= position) await meet(upcoming)
    if (vault === true) for (const finding of await checkVault(engine, page)) findings.add(finding)
    onProgress?.({ position, head: await store.head(), events, found: findings.found })
  }

  const { found } = findings
  const kept = Object.freeze([...findings.kept])
  const figures = { events, pruned, position, checkpoints: compared, found, findings: kept }
  const resume: AuditResume = {
    version: 1,
    ...figures,
    tree: tree.place(),
    anchors: anchors.place(),
    upcoming: upcoming ?? null,
    since,
  }
  return { ok: found === 0, complete, ...figures, signaturesChecked: keys !== undefined, resume }
}

const begin: AuditResume = Object.freeze({
  version: 1,
  events: 0,
  pruned: 0,
  position: 0,
  checkpoints: 0,
  found: 0,
  findings: [],
  tree: noLeaves,
  anchors: noAnchors,
  upcoming: null,
  since: 0,
})

function cutTail({ number, position, count, at }: Checkpoint, end: number, since: number): Finding {
  const message = `the log ends at position ${end}; checkpoint ${number} of ${at} covers ${count} events up to position ${position}`
  return { kind: 'TAIL_CUT', message, position, checkpoint: number, since }
}
