import { type Actor, actorRef } from '../access/actor.js'
import { coreErrors } from '../errors.js'
import type { Commit, StoredRequest } from '../store/port.js'
import type { CommandOptions } from './api.js'
import { hideFromAccused } from './ask.js'
import type { Call } from './decide.js'
import type { Engine } from './engine.js'
import { replay } from './load.js'
import { present } from './present.js'
import { type AnyRecord, emptyRecord } from './record.js'
import type { WiredCommand } from './wire.js'

/** Those who do not say who they are share one space of keys: as long as a random UUID without its hyphens is long enough. */
const leastOfNobody = 22

/** A command that is safe to repeat. */
export interface KeyedRequest {
  readonly commit: NonNullable<Commit['request']>
  /** Whether a finished request with the key was this one. */
  isSame(fingerprint: string): Promise<boolean>
}

/** The key, which is one actor's own, and what it was used for: the same key with another command, case or input is a mistake. */
export async function requestFor(
  engine: Engine,
  command: WiredCommand,
  id: string | undefined,
  input: unknown,
  actor: Actor,
  options: CommandOptions,
): Promise<KeyedRequest> {
  if (actor.kind === 'anonymous' && (options.idempotencyKey?.length ?? 0) < leastOfNobody) {
    const message = `of somebody anonymous it must be hard to guess: at least ${leastOfNobody} characters`
    const issue = { path: 'idempotencyKey', code: 'too_small', message }
    throw coreErrors.INPUT_INVALID({ what: command.label, issues: [issue] })
  }
  const key = JSON.stringify([actor.kind, actorRef(actor).id ?? '', options.idempotencyKey])
  const text = JSON.stringify([
    command.label,
    id ?? null,
    actorRef(actor),
    options.expectedVersion ?? null,
    input,
  ])
  const { vault } = engine
  // A digest, so that the store keeps no second copy of what people wrote.
  const fingerprintBy = async (name: string): Promise<string> =>
    vault === undefined ? engine.digest(text) : await vault.fingerprint(name, text)
  const names = vault?.roots.names ?? ['']
  const [current = '', ...earlier] = names
  const fingerprint = await fingerprintBy(current)
  return {
    commit: { key, fingerprint },
    async isSame(other) {
      if (other === fingerprint) return true
      for (const name of earlier) if (other === (await fingerprintBy(name))) return true
      return false
    },
  }
}

/**
 * The case as its reader saw it after the first command with this key; nothing, if it accuses the reader by now.
 *
 * @throws IDEMPOTENCY_KEY_REUSED, CASE_NOT_FOUND
 */
export async function firstResult(
  engine: Engine,
  { kind, command, actor }: Call,
  request: KeyedRequest | undefined,
  { fingerprint, stream, version }: StoredRequest,
): Promise<AnyRecord> {
  if (!(await request?.isSame(fingerprint))) throw coreErrors.IDEMPOTENCY_KEY_REUSED()
  const events = await engine.store.read(stream)
  const empty = emptyRecord(kind, stream)
  hideFromAccused(kind, replay(kind, empty, events), actor, engine.directory())
  const until = events.filter((event) => event.version <= version)
  const shown = present(kind, replay(kind, empty, until), actor)
  // The key is the actor's own, so this is who was told the first time.
  const receipt = command === kind.opening ? await engine.vault?.receipt(stream) : undefined
  return receipt === undefined ? shown : Object.freeze({ ...shown, receipt })
}
