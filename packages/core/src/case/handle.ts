import { type Actor, checkActor } from '../access/actor.js'
import { requireStanding } from '../access/rules.js'
import { coreErrors, isPlatformError } from '../errors.js'
import type { CellWrite, Commit } from '../store/port.js'
import type { SealedChanges } from '../vault/seal.js'
import type { CommandOptions } from './api.js'
import type { CaseChange } from './change.js'
import { type PreparedCase, prepareCommit, settleCommit } from './commit.js'
import { type Call, decide } from './decide.js'
import { type Engine, mostAttempts } from './engine.js'
import { parseInput } from './input.js'
import { checkCaseId, loadFresh, loadIfThere, loadQuick } from './load.js'
import { present } from './present.js'
import { type AnyRecord, emptyRecord } from './record.js'
import type { WiredCommand, WiredKind } from './wire.js'

/** Runs one command: parse, load, ask, decide, commit, publish. One function, since each more that waits costs a turn of the queue. */
export async function handle(
  engine: Engine,
  kind: WiredKind,
  command: WiredCommand,
  id: string | undefined,
  rawInput: unknown,
  by: Actor,
  given?: CommandOptions,
): Promise<AnyRecord> {
  const options = checkOptions(command.label, given)
  const actor = checkActor(by)
  const input = parseInput(command.label, command.schema, rawInput)
  if (id !== undefined) checkCaseId(kind, id)
  // No wait where there is nothing to wait for: each costs a turn of the queue.
  const notReady = engine.ready()
  if (notReady !== undefined) await notReady
  // Before anything is read: an officer without a unit hears the same of every id.
  requireStanding(actor, engine.directory())

  const keyed = options.idempotencyKey === undefined ? undefined : await import('./idempotency.js')
  const request =
    keyed === undefined ? undefined : await keyed.requestFor(engine, command, id, input, actor, options)
  const other = command.names?.(input)
  const named =
    other === undefined ? undefined : { id: other, record: await loadIfThere(engine, kind, other) }
  const call: Call = { kind, command, input, actor, named }
  // The key is looked up only where the command cannot be stored: the commit finds one that was used before by itself.
  const earlierResult = async (): Promise<AnyRecord | undefined> => {
    if (keyed === undefined || request === undefined) return undefined
    const earlier = await engine.store.recall(request.commit.key)
    return earlier === undefined ? undefined : await keyed.firstResult(engine, call, request, earlier)
  }
  // A new case has a new id, so nobody else can be at it.
  const turn = id === undefined ? undefined : engine.turns.enter(id)
  if (turn !== undefined) await turn
  try {
    const loaded =
      id === undefined ? emptyRecord(kind, engine.ids.newId(engine.now())) : loadQuick(engine, kind, id)
    let record = loaded instanceof Promise ? await loaded : loaded
    for (let attempt = 1; ; attempt++) {
      try {
        const decided = decide(engine, call, record, options.expectedVersion)
        if (decided === undefined) {
          // Nothing is stored, so nothing has checked that the case still is as it was decided on.
          const now = record.version === 0 ? record : await loadFresh(engine, kind, record.id)
          if (now.version === record.version || attempt >= mostAttempts)
            return (await earlierResult()) ?? present(kind, record, actor)
          record = now
          continue
        }
        const sealing = sealed(engine, decided.changes)
        const { changes, cells, settle } = sealing instanceof Promise ? await sealing : sealing
        const prepared = prepareCommit(engine, changes, decided.stamp, moreOf(cells, request?.commit))
        const result = await engine.store.commit(prepared.commit)
        if ('repeated' in result) {
          const { firstResult } = await import('./idempotency.js')
          return await firstResult(engine, call, request, result.repeated)
        }
        settle?.()
        settleCommit(engine, prepared, result.events)
        const shown = present(kind, (prepared.cases[0] as PreparedCase).record, actor)
        const receipt = decided.changes[0]?.events[0]?.sealed?.receipt
        return receipt === undefined ? shown : Object.freeze({ ...shown, receipt })
      } catch (error) {
        // Refused, perhaps only because another process has gone on with the case: look again before saying so.
        const fresh = await changedMeanwhile(engine, kind, record, error)
        if (fresh === undefined || attempt >= mostAttempts) {
          const earlier = await earlierResult()
          if (earlier !== undefined) return earlier
          throw error
        }
        record = fresh
      }
    }
  } finally {
    if (id !== undefined) engine.turns.leave(id)
  }
}

/** What the events keep apart goes into the vault; most keep nothing. */
function sealed({ vault }: Engine, changes: readonly CaseChange[]): SealedChanges | Promise<SealedChanges> {
  for (const { kind, events } of changes) {
    for (const event of events) {
      if (event.sealed === undefined) continue
      // Another kind may have opened the vault: what this one put there, nobody could ever read.
      if (vault !== undefined && kind.personal !== undefined) return vault.seal(changes)
      throw coreErrors.KIND_INVALID({
        kind: kind.kind,
        reason: "it seals personal data and has no 'personal'",
      })
    }
  }
  return { changes, cells: noCells }
}

const noCells: readonly CellWrite[] = Object.freeze([])

function moreOf(cells: readonly CellWrite[], request: Commit['request']): Omit<Commit, 'streams' | 'rows'> {
  if (cells.length === 0) return request === undefined ? noMore : { request }
  return request === undefined ? { cells } : { cells, request }
}

const noMore = Object.freeze({})

const noOptions: CommandOptions = Object.freeze({})

/** A copy of what the caller asks for. Hosts in JavaScript pass null where they mean nothing. @throws INPUT_INVALID */
function checkOptions(what: string, given: CommandOptions | null | undefined): CommandOptions {
  if (given === undefined || given === null) return noOptions
  let faulty = 'options'
  try {
    const { expectedVersion, idempotencyKey: key } = given
    const isVersion = expectedVersion === undefined || Number.isInteger(expectedVersion)
    const isKey = key === undefined || (typeof key === 'string' && key.length > 0 && key.length <= 200)
    if (isVersion && isKey) return { expectedVersion, idempotencyKey: key }
    faulty = isVersion ? 'idempotencyKey' : 'expectedVersion'
  } catch {
    // A trap: a getter or a proxy that throws while it is read.
  }
  const message = 'not a whole number, or not a text of 1 to 200 characters'
  throw coreErrors.INPUT_INVALID({ what, issues: [{ path: faulty, code: 'invalid', message }] })
}

/** The case as it is now, if it has changed since it was loaded and the error may be due to that. */
async function changedMeanwhile(
  engine: Engine,
  kind: WiredKind,
  record: AnyRecord,
  error: unknown,
): Promise<AnyRecord | undefined> {
  if (record.version === 0 || !isPlatformError(error)) return undefined
  const fresh = await loadFresh(engine, kind, record.id)
  return fresh.version === record.version ? undefined : fresh
}
