import type { Actor } from '../access/actor.js'
import { requireStanding } from '../access/rules.js'
import { coreErrors, shown } from '../errors.js'
import { askRead } from './ask.js'
import type { Engine } from './engine.js'
import { loadFresh } from './load.js'
import type { AnyRecord } from './record.js'
import type { WiredKind } from './wire.js'

/** A case of whatever kind, for who may read it. @throws CASE_NOT_FOUND, READ_NOT_ALLOWED */
export async function readableCase(
  engine: Engine,
  id: string,
  actor: Actor,
): Promise<readonly [WiredKind, AnyRecord]> {
  await engine.ready()
  requireStanding(actor, engine.directory())
  const kind = await kindOf(engine, id)
  const record = await loadFresh(engine, kind, id)
  // Of whatever kind: the answer to an id that does not exist names none either.
  askRead({ ...kind, kind: 'case' }, id, kind.parties(record.state), actor, engine.directory())
  return [kind, record]
}

/** The kind of any case, from the event that opened it. @throws CASE_NOT_FOUND */
export async function kindOf(engine: Engine, id: string): Promise<WiredKind> {
  const known = engine.workingSet.get(id)
  const byName = known === undefined ? undefined : engine.kinds.get(known.kind)
  if (byName !== undefined) return byName
  const events = typeof id === 'string' && id.length <= 64 ? await engine.store.read(id) : []
  const first = events[0]
  for (const kind of engine.kinds.values())
    if (first !== undefined && kind.evolve.has(first.type)) return kind
  throw coreErrors.CASE_NOT_FOUND({ kind: 'case', id: shown(id) })
}
