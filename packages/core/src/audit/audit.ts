import { type Actor, checkActor } from '../access/actor.js'
import type { Engine } from '../case/engine.js'
import type { StopSignal } from '../subscription/api.js'
import type { AnchorPlace } from './anchors.js'
import type { Checkpoint } from './checkpoint.js'
import type { Finding } from './findings.js'
import type { EcPublicKey } from './keys.js'
import type { TreePlace } from './merkle.js'
import type * as Parts from './parts.js'
import type { InclusionProof } from './proof.js'
import type { Signer } from './signer.js'

/** Evidence of tampering with the log. Only for the system and for officers with the role `auditor`. */
export interface Audit {
  /**
   * Signs the log as it stands, up to the last decided event, and keeps the checkpoint. Publish it or give it to somebody else: only
   * what is kept outside the database convicts whoever has power over it. Where nothing has happened since the last one, it returns that.
   *
   * @throws ACTOR_INVALID, COMMAND_NOT_ALLOWED, SIGNER_MISSING, OPTIONS_INVALID, VERSION_CONFLICT
   * @example
   * ```ts
   * const checkpoint = await platform.audit.checkpoint(system)
   * ```
   */
  checkpoint(by: Actor): Promise<Checkpoint>
  /** The checkpoints that are kept here, oldest first. @throws ACTOR_INVALID, COMMAND_NOT_ALLOWED */
  checkpoints(by: Actor): Promise<readonly Checkpoint[]>
  /**
   * Reads the whole log and compares it with its hashes and with every checkpoint. What it finds it reports; it throws nothing for it.
   *
   * @throws ACTOR_INVALID, COMMAND_NOT_ALLOWED, INPUT_INVALID, OPTIONS_INVALID
   * @example
   * ```ts
   * const report = await platform.audit.verify({ checkpoints: published, keys: { 'audit-2026': publicKey } }, auditor)
   * if (!report.ok) console.error(report.findings)
   * ```
   */
  verify(options: VerifyOptions, by: Actor): Promise<AuditReport>
  /**
   * Proves that the event at a position of the log is in it, to somebody who has only a checkpoint. Undefined where there is no such
   * event of a case that the auditor may read, or no checkpoint after it yet. `verifyProof` checks it. The event is in it as it stands in the log: give it to its petitioner.
   *
   * @throws ACTOR_INVALID, COMMAND_NOT_ALLOWED
   */
  proof(position: number, by: Actor): Promise<InclusionProof | undefined>
}

export interface VerifyOptions {
  /** Checkpoints kept elsewhere. They are trusted more than those in the store. */
  readonly checkpoints?: readonly Checkpoint[] | undefined
  /** Public keys by the names of their signers. Left out: signatures are not checked. */
  readonly keys?: Readonly<Record<string, EcPublicKey>> | undefined
  /** Whether to look into the vault too: that what was sealed is there, unchanged, and what was erased is not. Default: no. */
  readonly vault?: boolean | undefined
  /** Where an earlier run ended: its `resume`, with the same checkpoints and keys. */
  readonly from?: AuditResume | undefined
  /** Stops it after the page that it is at. */
  readonly signal?: StopSignal | undefined
  /** Told after every page. */
  readonly onProgress?: ((progress: AuditProgress) => void) | undefined
  /** How many events are read at once. Default: 1,000. */
  readonly batch?: number | undefined
  /** How many findings the report holds; all are counted. Default: 100. */
  readonly mostFindings?: number | undefined
}

export interface AuditProgress {
  /** The place in the log up to which it was verified. */
  readonly position: number
  /** The end of the log. */
  readonly head: number
  /** How many events were verified. */
  readonly events: number
  /** How many findings there are so far. */
  readonly found: number
}

/** What verification has to say, over all the runs that it went on from. */
export interface AuditReport {
  /** Whether nothing was found. */
  readonly ok: boolean
  /** Whether the end of the log was reached. */
  readonly complete: boolean
  /** How many events were verified. */
  readonly events: number
  /** How many of them were pruned: of these only the place and the hash are left. */
  readonly pruned: number
  /** The place of the last of them. */
  readonly position: number
  /** How many checkpoints the log was compared with. */
  readonly checkpoints: number
  /** Whether the signatures of the checkpoints were checked: with `keys`. Without, whoever can write to the database can make new ones. */
  readonly signaturesChecked: boolean
  /** How many findings there are. */
  readonly found: number
  /** The first of them. */
  readonly findings: readonly Finding[]
  /** Pass it as `from` to go on: plain JSON. */
  readonly resume: AuditResume
}

/** Where a verification stands. Plain JSON; whoever goes on from it trusts it. */
export interface AuditResume {
  readonly version: 1
  readonly events: number
  readonly pruned: number
  readonly position: number
  readonly checkpoints: number
  readonly found: number
  readonly findings: readonly Finding[]
  readonly tree: TreePlace
  readonly anchors: AnchorPlace
  /** The checkpoint that comes next. */
  readonly upcoming: Checkpoint | null
  /** The number of the last checkpoint that the log was compared with. */
  readonly since: number
}

export function createAudit(engine: Engine, signer: Signer | undefined): Audit {
  /** Loads everything when the log is first audited: no command needs it. */
  const ask = async <Answer>(by: Actor, question: (parts: typeof Parts, actor: Actor) => Promise<Answer>) => {
    const actor = checkActor(by)
    return await question(await import('./parts.js'), actor)
  }
  return {
    checkpoint: (by) => ask(by, (parts, actor) => parts.takeCheckpoint(engine, signer, actor)),
    checkpoints: (by) => ask(by, (parts, actor) => parts.keptCheckpoints(engine, actor)),
    verify: (options, by) => ask(by, (parts, actor) => parts.verify(engine, options, actor)),
    proof: (position, by) => ask(by, (parts, actor) => parts.prove(engine, position, actor)),
  }
}
