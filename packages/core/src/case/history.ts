import type { Actor } from '../access/actor.js'
import { requireStanding } from '../access/rules.js'
import type { RecordedEvent } from '../event/event.js'
import { askRead } from './ask.js'
import type { Engine } from './engine.js'
import { checkCaseId, replay } from './load.js'
import { viewerOf } from './present.js'
import { emptyRecord, upcast } from './record.js'
import type { WiredKind } from './wire.js'

/** The events of a case as one reader may see them. */
export async function historyOf(
  engine: Engine,
  kind: WiredKind,
  id: string,
  actor: Actor,
): Promise<readonly RecordedEvent[]> {
  checkCaseId(kind, id)
  await engine.ready()
  requireStanding(actor, engine.directory())
  const events = await engine.store.read(id)
  const record = replay(kind, emptyRecord(kind, id), events)
  askRead(kind, id, kind.parties(record.state), actor, engine.directory())
  return visibleEvents(kind, events, actor)
}

/**
 * The events of a case that its reader may see, as it may see them. Only the host's own code is told their places in the whole log:
 * the gaps between them count what happens in cases that others must not know of.
 */
export function visibleEvents(
  kind: WiredKind,
  events: readonly RecordedEvent[],
  actor: Actor,
): readonly RecordedEvent[] {
  const viewer = viewerOf(actor)
  const presented = (event: RecordedEvent): RecordedEvent | undefined =>
    kind.presentEvent !== undefined && kind.evolve.has(event.type) ? kind.presentEvent(event, viewer) : event
  return upcast(kind, events)
    .map(presented)
    .filter((event) => event !== undefined)
    .map((event) => (viewer === 'system' ? event : Object.freeze({ ...event, position: 0 })))
}
