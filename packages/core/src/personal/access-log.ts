import { type Actor, actorRef, type Resident } from '../access/actor.js'
import { again } from '../case/again.js'
import { readableCase } from '../case/any-case.js'
import { instantText } from '../case/context.js'
import type { Engine } from '../case/engine.js'
import { appended, noEvents, type StreamEnd } from '../event/append.js'
import type { DomainEvent } from '../event/event.js'
import type { StreamWrite } from '../store/port.js'
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

/**
 * Stores what is about to be shown, all or none; only then may it be shown. Readers of one process take turns, or those who read a case
 * at the same time would lose their records to each other.
 */
export async function recordAccess(
  engine: Engine,
  records: readonly AccessRecord[],
  actor: Actor,
): Promise<void> {
  // In the order of their names: two who read the same cases would else wait for each other.
  const streams = [...new Set(records.map(({ of }) => streamOf(of)))].sort()
  const entered: string[] = []
  try {
    for (const stream of streams) {
      await engine.turns.enter(stream)
      entered.push(stream)
    }
    await again(() => append(engine, records, actor))
  } finally {
    for (const stream of entered) engine.turns.leave(stream)
  }
}

async function append(engine: Engine, records: readonly AccessRecord[], actor: Actor): Promise<void> {
  const now = instantText(engine.now())
  const by = actorRef(actor)
  const ends = endsOf(engine)
  const streams: StreamWrite[] = []
  for (const { of, event } of records) {
    const stream = streamOf(of)
    const known = ends.get(stream)
    const end = known?.isSure === true ? known : await endAfter(engine, stream, known ?? nowhere)
    // Never before the last record, whatever the host's clock does.
    const isSetBack = now < end.at
    streams.push(appended(engine.digest, stream, end, [event], { at: isSetBack ? end.at : now, by }))
  }
  try {
    const result = await engine.store.commit({ streams, rows: [] })
    if (!('events' in result)) return
    if (ends.size > mostEnds) ends.clear()
    for (const { stream, version, hash, at } of result.events)
      ends.set(stream, { version, hash, at, isSure: true })
    engine.hub.publish(result.events)
  } catch (error) {
    // Another process has written there, or what the store did is unknown.
    for (const { stream } of streams) {
      const known = ends.get(stream)
      if (known !== undefined) ends.set(stream, { ...known, isSure: false })
    }
    throw error
  }
}

/** Where the streams written to last end, so that a much read case is not read again for each reading. */
const knownEnds = new WeakMap<Engine, Map<string, KnownEnd>>()
const mostEnds = 2000

interface AccessEnd extends StreamEnd {
  readonly at: string
}

interface KnownEnd extends AccessEnd {
  /** False where another process has gone on from there, so that only what follows need be read. */
  readonly isSure: boolean
}

const nowhere: AccessEnd = { ...noEvents, at: '' }

async function endAfter({ store }: Engine, stream: string, known: AccessEnd): Promise<AccessEnd> {
  return (await store.read(stream, known.version)).at(-1) ?? known
}

function endsOf(engine: Engine): Map<string, KnownEnd> {
  const known = knownEnds.get(engine)
  if (known !== undefined) return known
  const ends = new Map<string, KnownEnd>()
  knownEnds.set(engine, ends)
  return ends
}

/** The access log of a case, for who may read the case. */
export async function accessesOf(
  engine: Engine,
  id: string,
  actor: Actor,
): Promise<readonly PersonalAccess[]> {
  const [kind, { state }] = await readableCase(engine, id, actor)
  const accesses = await accessLog(engine, id)
  if (actor.kind !== 'resident') return accesses
  const own = (kind.personal?.persons(state) ?? []).filter((one) => one.id === actor.id)
  return ownAccesses(
    accesses,
    own.map(({ person }) => person),
    actor,
  )
}

/** The accesses that concern some persons of a case, without what they tell of the others. */
export function ownAccesses(
  accesses: readonly PersonalAccess[],
  persons: readonly string[],
  viewer: Resident,
): readonly PersonalAccess[] {
  const isOwn = (person: string): boolean => persons.includes(person)
  return (
    accesses
      // Whoever reads what a person was told in secret, such as a query code, can follow the matter with it.
      .filter((one) => one.texts || one.revealed.includes('receipt') || one.persons.some(isOwn))
      .map((one) => ({
        ...one,
        by: one.by.kind === 'resident' && one.by.id !== viewer.id ? { kind: 'resident' } : one.by,
        persons: one.persons.filter(isOwn),
      }))
  )
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
