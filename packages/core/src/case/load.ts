import { coreErrors, isPlatformError, shown } from '../errors.js'
import type { RecordedEvent } from '../event/event.js'
import type { Engine } from './engine.js'
import { type AnyRecord, emptyRecord, fold, upcast } from './record.js'
import type { WiredKind } from './wire.js'

/** The case as the store has it now: what is known already, and the events since. @throws CASE_NOT_FOUND */
export async function loadFresh(engine: Engine, kind: WiredKind, id: string): Promise<AnyRecord> {
  checkCaseId(kind, id)
  const known = engine.workingSet.get(id)
  if (known !== undefined && known.kind !== kind.kind)
    throw coreErrors.CASE_NOT_FOUND({ kind: kind.kind, id })
  const events = await engine.store.read(id, known?.version ?? 0)
  if (known !== undefined && events.length === 0 && !known.custody.pruned) return known
  const record = replay(kind, known ?? emptyRecord(kind, id), events)
  if (record.custody.pruned) {
    engine.workingSet.forget(id)
    throw coreErrors.CASE_NOT_FOUND({ kind: kind.kind, id })
  }
  engine.workingSet.set(record)
  return record
}

/** As {@link loadFresh}; undefined where there is no such case. */
export async function loadIfThere(
  engine: Engine,
  kind: WiredKind,
  id: string,
): Promise<AnyRecord | undefined> {
  try {
    return await loadFresh(engine, kind, id)
  } catch (error) {
    if (isPlatformError(error) && error.code === 'CASE_NOT_FOUND') return undefined
    throw error
  }
}

/** The case from this process's memory if it is there, else from the store. Good enough to decide: the commit checks it. */
export function loadQuick(engine: Engine, kind: WiredKind, id: string): AnyRecord | Promise<AnyRecord> {
  const known = engine.workingSet.get(id)
  const isGood = known !== undefined && known.kind === kind.kind && !known.custody.pruned
  return isGood ? known : loadFresh(engine, kind, id)
}

/** Folds stored events of a case. A stream that does not begin like a case of this kind is not one. */
export function replay(kind: WiredKind, from: AnyRecord, events: readonly RecordedEvent[]): AnyRecord {
  const first = events[0]
  if (from.version === 0 && (first === undefined || !kind.evolve.has(first.type))) {
    throw coreErrors.CASE_NOT_FOUND({ kind: kind.kind, id: from.id })
  }
  return fold(kind, from, upcast(kind, events))
}

/** Ids are matched exactly; anything that cannot be one is not found. */
export function checkCaseId(kind: WiredKind, id: unknown): void {
  if (typeof id !== 'string' || id.length === 0 || id.length > 64) {
    throw coreErrors.CASE_NOT_FOUND({ kind: kind.kind, id: shown(id) })
  }
}
