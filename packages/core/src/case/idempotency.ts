import { type Actor, actorRef } from '../access/actor.js'
import { coreErrors } from '../errors.js'
import type { Commit, StoredRequest } from '../store/port.js'
import type { CommandOptions } from './api.js'
import type { Call } from './decide.js'
import type { Engine } from './engine.js'
import { replay } from './load.js'
import { type AnyRecord, emptyRecord } from './record.js'
import type { WiredCommand } from './wire.js'

/** The key, and what it was used for: the same key with another command, case, person or input is a mistake. */
export async function requestFor(
  command: WiredCommand,
  id: string | undefined,
  input: unknown,
  actor: Actor,
  options: CommandOptions,
): Promise<NonNullable<Commit['request']>> {
  const key = options.idempotencyKey
  if (typeof key !== 'string' || key.length === 0 || key.length > 200) {
    const message = 'must be a text of 1 to 200 characters'
    const issue = { path: 'idempotencyKey', code: 'invalid', message }
    throw coreErrors.INPUT_INVALID({ what: command.label, issues: [issue] })
  }
  const text = JSON.stringify([
    command.label,
    id ?? null,
    actorRef(actor),
    options.expectedVersion ?? null,
    input,
  ])
  // A digest, so that the store keeps no second copy of what people wrote.
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  const fingerprint = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
  return { key, fingerprint }
}

/** The case as it stood after the first command with this key. @throws IDEMPOTENCY_KEY_REUSED */
export async function firstResult(
  engine: Engine,
  { kind, request }: Call,
  earlier: StoredRequest,
): Promise<AnyRecord> {
  if (request === undefined || earlier.fingerprint !== request.fingerprint) {
    throw coreErrors.IDEMPOTENCY_KEY_REUSED({ key: request?.key ?? '' })
  }
  const events = await engine.store.read(earlier.stream)
  const until = events.filter((event) => event.version <= earlier.version)
  return replay(kind, emptyRecord(kind, earlier.stream), until)
}
