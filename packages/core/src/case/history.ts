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

/** The events of a case that its reader may see, as it may see them. */
export function visibleEvents(
  kind: WiredKind,
  events: readonly RecordedEvent[],
  actor: Actor,
): readonly RecordedEvent[] {
  const { presentEvent } = kind
  if (presentEvent === undefined) return upcast(kind, events)
  const viewer = viewerOf(actor)
  return upcast(kind, events)
    .map((event) => (kind.evolve.has(event.type) ? presentEvent(event, viewer) : event))
    .filter((event) => event !== undefined)
}
