import { coreErrors } from '../errors.js'
import type { RecordedEvent } from '../event/event.js'
import { deepFreeze } from '../freeze.js'
import { createMemoryCells } from './memory-cells.js'
import { createMemoryView, type MemoryView } from './memory-view.js'
import type { CellWrite, Store, StoredRequest, StreamWrite } from './port.js'

/** A store in this process's memory: for tests, examples and offline desks. What it holds ends with the process. */
export function memoryStore(): Store {
  const streams = new Map<string, RecordedEvent[]>()
  const log: RecordedEvent[] = []
  const views = new Map<string, Versions>()
  const requests = new Map<string, StoredRequest>()
  const cells = createMemoryCells()
  const watchers = new Set<() => void>()

  const viewOf = (name: string): Versions => {
    const view = views.get(name)
    if (view === undefined) throw coreErrors.QUERY_INVALID({ reason: `there is no view '${name}'` })
    return view
  }

  return {
    temporary: true,

    async prepare(definitions) {
      for (const { name, version } of definitions) {
        const newest = views.get(name)?.newest.version ?? 0
        if (newest > version)
          throw coreErrors.STORE_NEWER({ what: `view '${name}'`, stored: newest, known: version })
      }
      for (const definition of definitions) {
        const { name, version } = definition
        const there = views.get(name)
        if (there?.newest.version === version) continue
        const newest = { version, view: createMemoryView(definition) }
        // Where nothing has happened there is nothing to build from. A version that was still building is given up.
        views.set(name, { newest, ready: log.length === 0 ? newest : there?.ready })
      }
      return definitions.map(({ name }) => name).filter((name) => isBuilding(viewOf(name)))
    },

    async swap(name) {
      const { newest } = viewOf(name)
      views.set(name, { newest, ready: newest })
    },

    async read(stream, after = 0) {
      const events = streams.get(stream)
      if (events === undefined || events.length <= after) return []
      return events.slice(after)
    },

    async readAll(after, limit) {
      return log.slice(Math.max(0, after), Math.max(0, after) + limit)
    },

    async head() {
      return log.length
    },

    async find(name, query) {
      const { newest, ready } = viewOf(name)
      if (ready === undefined || ready === newest) return newest.view.find(query)
      return { ...ready.view.find(query), old: true }
    },

    async recall(key) {
      return requests.get(key)
    },

    async commit({ streams: writes, rows, cells: cellWrites = [], prune = [], request }) {
      if (request !== undefined) {
        const repeated = requests.get(request.key)
        if (repeated !== undefined) return { repeated }
      }
      // Everything is checked before anything is changed, so a refused commit leaves nothing behind.
      for (const { stream, expectedVersion } of writes) {
        const actual = streams.get(stream)?.length ?? 0
        if (actual !== expectedVersion)
          throw coreErrors.VERSION_CONFLICT({ stream, expected: expectedVersion, actual })
      }
      const targets = rows.map((write) => viewOf(write.view))

      const recorded: RecordedEvent[] = []
      for (const { stream, events } of writes) {
        let stored = streams.get(stream)
        if (stored === undefined && events.length > 0) {
          stored = []
          streams.set(stream, stored)
        }
        for (const { type, data, version, at, by, rules, sealed, hash } of events) {
          const event = recordedEvent(
            type,
            data,
            stream,
            version,
            log.length + 1,
            at,
            by,
            rules,
            sealed,
            hash,
          )
          stored?.push(event)
          log.push(event)
          recorded.push(event)
        }
      }
      for (let i = 0; i < rows.length; i++) {
        const { key, row } = rows[i] as (typeof rows)[number]
        const { newest, ready } = targets[i] as Versions
        newest.view.set(key, row)
        if (ready !== undefined && ready !== newest) ready.view.set(key, row)
      }
      for (const [name, value] of cellWrites.length === 0 ? noWrites : lastOfEach(cellWrites)) {
        if (value === undefined) cells.delete(name)
        else cells.set(name, value)
      }
      for (const { stream, until } of prune) {
        const stored = streams.get(stream) ?? []
        const before = writes.find((write) => write.stream === stream)?.expectedVersion ?? 0
        for (const [index, event] of stored.slice(0, Math.min(until, before)).entries()) {
          const place = prunedEvent(event)
          stored[index] = place
          log[event.position - 1] = place
        }
      }
      if (request !== undefined) {
        const { stream, expectedVersion, events } = writes[0] ?? noStream
        requests.set(request.key, {
          fingerprint: request.fingerprint,
          stream,
          version: expectedVersion + events.length,
        })
      }
      if (recorded.length > 0) for (const wake of watchers) queueMicrotask(wake)
      return { events: recorded }
    },

    async readCell(name) {
      return cells.get(name)
    },

    async writeCell(name, value, expectedRevision) {
      const revision = cells.get(name)?.revision ?? 0
      if (revision !== expectedRevision) return undefined
      return cells.set(name, deepFreeze(structuredClone(value)))
    },

    async listCells(prefix, after, limit) {
      return cells.list(prefix, after, limit)
    },

    watch(wake) {
      // A function of its own, so that one that is given twice can be stopped once.
      const own = () => wake()
      watchers.add(own)
      return () => void watchers.delete(own)
    },
  }
}

function recordedEvent(
  type: string,
  data: unknown,
  stream: string,
  version: number,
  position: number,
  at: string,
  by: RecordedEvent['by'],
  rules: string | undefined,
  sealed: RecordedEvent['sealed'],
  hash: string,
): RecordedEvent {
  // Only what is there: each shape of its own costs less than fields that hold nothing.
  if (rules === undefined)
    return Object.freeze(
      sealed === undefined
        ? { type, data, stream, version, position, at, by, hash }
        : { type, data, stream, version, position, at, by, sealed, hash },
    )
  return Object.freeze(
    sealed === undefined
      ? { type, data, stream, version, position, at, by, rules, hash }
      : { type, data, stream, version, position, at, by, rules, sealed, hash },
  )
}

/** What is left of an event whose content has been pruned. */
function prunedEvent({ stream, version, position, at, sealed, hash }: RecordedEvent): RecordedEvent {
  return recordedEvent('core.pruned', null, stream, version, position, at, nobody, undefined, sealed, hash)
}

const nobody: RecordedEvent['by'] = Object.freeze({ kind: 'system' })

/** The first stream of a commit of rows and cells alone. */
const noStream: StreamWrite = { stream: '', expectedVersion: 0, events: [] }

/** Most commits write no cell. */
const noWrites: ReadonlyMap<string, unknown> = new Map()

function lastOfEach(writes: readonly CellWrite[]): ReadonlyMap<string, unknown> {
  return new Map(writes.map(({ name, value }) => [name, value]))
}

/** A view, and while it is building the version that queries are answered from; none if there was none before. */
interface Versions {
  readonly newest: Version
  readonly ready: Version | undefined
}

interface Version {
  readonly version: number
  readonly view: MemoryView
}

const isBuilding = ({ newest, ready }: Versions): boolean => ready !== newest
