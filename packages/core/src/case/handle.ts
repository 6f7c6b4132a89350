import { type Actor, actorRef, checkActor } from '../access/actor.js'
import { dateText } from '../clock/local-date.js'
import { coreErrors, isPlatformError } from '../errors.js'
import type { DomainEvent } from '../event/event.js'
import { selectRules } from '../rules/select.js'
import type { Commit, StoredRequest } from '../store/port.js'
import type { CommandOptions } from './api.js'
import { ask, hideFromAccused } from './ask.js'
import { type CaseChange, commitChanges } from './commit.js'
import { contextFor, instantFor, instantText } from './context.js'
import { type Engine, mostAttempts } from './engine.js'
import { parseInput } from './input.js'
import { checkCaseId, loadFresh, loadQuick, replay } from './load.js'
import { present } from './present.js'
import { type AnyRecord, emptyRecord } from './record.js'
import type { WiredCommand, WiredKind } from './wire.js'

/** Runs one command on one case: parse, load, ask, decide, commit, publish. */
export async function handle(
  engine: Engine,
  kind: WiredKind,
  command: WiredCommand,
  id: string | undefined,
  rawInput: unknown,
  by: Actor,
  given?: CommandOptions,
): Promise<AnyRecord> {
  // Hosts in JavaScript pass null where they mean nothing.
  const options = given ?? {}
  const actor = checkActor(by)
  const input = parseInput(command.label, command.schema, rawInput)
  if (id !== undefined) checkCaseId(kind, id)
  const notReady = engine.ready()
  if (notReady !== undefined) await notReady

  const request =
    options.idempotencyKey === undefined ? undefined : await requestFor(command, id, input, actor, options)
  if (request !== undefined) {
    const earlier = await engine.store.recall(request.key)
    if (earlier !== undefined) return await repeat(engine, kind, earlier, request, actor)
  }
  const record =
    id === undefined
      ? await open(engine, kind, command, input, actor, request)
      : await engine.turns.take(id, () => change(engine, kind, command, id, input, actor, options, request))
  return present(kind, record, actor)
}

/** Opens a case. It has a new id, so nobody else can be at it. */
async function open(
  engine: Engine,
  kind: WiredKind,
  command: WiredCommand,
  input: unknown,
  actor: Actor,
  request: Commit['request'],
): Promise<AnyRecord> {
  const now = engine.now()
  const record = emptyRecord(kind, engine.ids.newId(now))
  const rules = chooseRules(engine, kind, input, now)
  const outcome = await decideAndCommit(engine, kind, command, record, input, actor, request, rules)
  if (outcome === undefined)
    throw coreErrors.KIND_INVALID({ kind: kind.kind, reason: `'${command.name}' decided nothing` })
  return outcome
}

async function change(
  engine: Engine,
  kind: WiredKind,
  command: WiredCommand,
  id: string,
  input: unknown,
  actor: Actor,
  options: CommandOptions,
  request: Commit['request'],
): Promise<AnyRecord> {
  const loaded = loadQuick(engine, kind, id)
  // No wait for what is at hand: each costs a turn of the event loop's queue.
  let record = loaded instanceof Promise ? await loaded : loaded
  for (let attempt = 1; ; attempt++) {
    try {
      const expected = options.expectedVersion
      if (expected !== undefined && expected !== record.version) {
        throw coreErrors.VERSION_CONFLICT({ stream: id, expected, actual: record.version })
      }
      return (await decideAndCommit(engine, kind, command, record, input, actor, request)) ?? record
    } catch (error) {
      // Refused, perhaps only because another process has gone on with the case: look again before saying so.
      const fresh = await refreshed(engine, kind, record, error)
      if (fresh === undefined || attempt >= mostAttempts) throw error
      record = fresh
    }
  }
}

/** The case as it is now, if it has changed since it was loaded and the error may be due to that. */
async function refreshed(
  engine: Engine,
  kind: WiredKind,
  record: AnyRecord,
  error: unknown,
): Promise<AnyRecord | undefined> {
  if (!isPlatformError(error)) return undefined
  const fresh = await loadFresh(engine, kind, record.id)
  return fresh.version === record.version ? undefined : fresh
}

/** The middle of the flow. Returns undefined when the command changes nothing. */
async function decideAndCommit(
  engine: Engine,
  kind: WiredKind,
  command: WiredCommand,
  record: AnyRecord,
  input: unknown,
  actor: Actor,
  request: Commit['request'],
  opening?: string,
): Promise<AnyRecord | undefined> {
  const instant = instantFor(engine, record)
  const context = contextFor(engine, kind, record, actor, instant, opening ?? record.rules)
  const parties = kind.parties(record.state)
  hideFromAccused(kind, record.id, parties, actor, context.directory)
  const reasons = ask(command, record, parties, context)
  if (reasons.length > 0) throw coreErrors.COMMAND_NOT_ALLOWED({ command: command.label, reasons })

  const decision = command.decide(record.state, input, context)
  const events: readonly DomainEvent[] = 'events' in decision ? decision.events : decision
  if (events.length === 0) return undefined
  const rules = opening ?? record.rules
  const changes: CaseChange[] = [{ kind, record, events, rules }]
  if ('opens' in decision) {
    for (const opened of decision.opens) {
      changes.push({ kind, record: emptyRecord(kind, opened.id), events: opened.events, rules })
    }
  }
  const committed = await commitChanges(
    engine,
    changes,
    { at: instantText(instant), by: actorRef(actor) },
    request,
  )
  if ('repeated' in committed) {
    return await repeat(engine, kind, committed.repeated, request as NonNullable<Commit['request']>, actor)
  }
  return committed.records[0]
}

function chooseRules(engine: Engine, kind: WiredKind, input: unknown, now: number): string {
  const first = kind.rules[0]
  if (first === undefined) return ''
  const today = dateText(engine.calendarOf(first).dayOf(now))
  if (kind.chooseRules === undefined) return selectRules(kind.rules, today).id
  return kind.chooseRules(input, { today, directory: engine.directory() })
}

/** The key, and what it was used for: the same key with another command, case, person or input is a mistake. */
async function requestFor(
  command: WiredCommand,
  id: string | undefined,
  input: unknown,
  actor: Actor,
  options: CommandOptions,
): Promise<NonNullable<Commit['request']>> {
  const key = options.idempotencyKey
  if (typeof key !== 'string' || key.length === 0 || key.length > 200) {
    const issue = {
      path: 'idempotencyKey',
      code: 'invalid',
      message: 'must be a text of 1 to 200 characters',
    }
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

/** Answers a repeated command with the case as it stood after the first one. */
async function repeat(
  engine: Engine,
  kind: WiredKind,
  earlier: StoredRequest,
  request: NonNullable<Commit['request']>,
  actor: Actor,
): Promise<AnyRecord> {
  if (earlier.fingerprint !== request.fingerprint)
    throw coreErrors.IDEMPOTENCY_KEY_REUSED({ key: request.key })
  const events = await engine.store.read(earlier.stream)
  const until = events.filter((event) => event.version <= earlier.version)
  return present(kind, replay(engine, kind, emptyRecord(kind, earlier.stream), until), actor)
}
