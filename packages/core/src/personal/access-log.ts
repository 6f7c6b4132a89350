import { type Actor, actorRef } from '../access/actor.js'
import { readableCase } from '../case/any-case.js'
import { instantText } from '../case/context.js'
import { type Engine, mostAttempts } from '../case/engine.js'
import { isPlatformError } from '../errors.js'
import { appended, noEvents, type StreamEnd } from '../event/append.js'
import type { DomainEvent, RecordedEvent } from '../event/event.js'
import type { PersonalAccess } from './personal.js'

/** What core records of every look at personal data, in a stream beside the case: reading must not be in the way of the work. */
export type AccessEvent =
  | DomainEvent<'core.personal-data-read', AccessFact>
  | DomainEvent<'core.personal-data-exported', AccessFact>
  | DomainEvent<'core.person-looked-up', LookupFact>

export type AccessFact = Omit<PersonalAccess, 'act' | 'at' | 'by'>

/** A search. What was searched for is not told: the log would else hold it. */
export interface LookupFact {
  readonly kind: string
  readonly field: string
  readonly purpose: string
  /** Whom it found; in the stream of a case only those of that case. */
  readonly persons: readonly string[]
}

export interface AccessRecord {
  /** The id of the case, or `search` for a search as a whole. */
  readonly of: string
  readonly event: AccessEvent
}

const streamOf = (of: string): string => `access/${of}`

/** Stores what is about to be shown, all or none; only then may it be shown. */
export async function recordAccess(
  engine: Engine,
  records: readonly AccessRecord[],
  actor: Actor,
): Promise<void> {
  const stamp = { at: instantText(engine.now()), by: actorRef(actor) }
  for (let attempt = 1; ; attempt++) {
    const ends = await Promise.all(records.map(({ of }) => endOfStream(engine, streamOf(of))))
    const streams = records.map(({ of, event }, n) =>
      appended(engine.digest, streamOf(of), ends[n] as StreamEnd, [event], stamp),
    )
    try {
      const result = await engine.store.commit({ streams, rows: [] })
      if ('events' in result) settle(engine, result.events)
      return
    } catch (error) {
      const lost = isPlatformError(error) && error.code === 'VERSION_CONFLICT'
      if (!lost || attempt >= mostAttempts) throw error
      for (const { of } of records) ends_(engine).delete(streamOf(of))
    }
  }
}

/** Where the streams written to last end, so that a much read case is not read again for each reading. */
const knownEnds = new WeakMap<Engine, Map<string, StreamEnd>>()
const mostEnds = 2000

function ends_(engine: Engine): Map<string, StreamEnd> {
  let ends = knownEnds.get(engine)
  if (ends === undefined) {
    ends = new Map()
    knownEnds.set(engine, ends)
  }
  return ends
}

async function endOfStream(engine: Engine, stream: string): Promise<StreamEnd> {
  const known = ends_(engine).get(stream)
  if (known !== undefined) return known
  return (await engine.store.read(stream)).at(-1) ?? noEvents
}

function settle(engine: Engine, events: readonly RecordedEvent[]): void {
  const ends = ends_(engine)
  if (ends.size > mostEnds) ends.clear()
  for (const { stream, version, hash } of events) ends.set(stream, { version, hash })
  engine.hub.publish(events)
}

/** The access log of a case, for who may read the case. */
export async function accessesOf(
  engine: Engine,
  id: string,
  actor: Actor,
): Promise<readonly PersonalAccess[]> {
  const [, record] = await readableCase(engine, id, actor)
  return await accessLog(engine, record.id)
}

const acts = {
  'core.personal-data-read': 'read',
  'core.personal-data-exported': 'exported',
  'core.person-looked-up': 'lookedUp',
} as const

export async function accessLog(engine: Engine, id: string): Promise<readonly PersonalAccess[]> {
  const events = await engine.store.read(streamOf(id))
  return events.map(({ type, data, at, by }) => {
    // Written by `recordAccess` and by nothing else.
    const { type: known, data: fact } = { type, data } as AccessEvent
    const act = acts[known]
    if ('field' in fact) {
      const { field, purpose, persons } = fact
      return { act, at, by, purpose, persons, fields: [field], revealed: [], texts: false }
    }
    return { act, at, by, ...fact }
  })
}
