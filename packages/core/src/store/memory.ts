import { coreErrors } from '../errors.js'
import type { RecordedEvent } from '../event/event.js'
import { createMemoryView, type MemoryView } from './memory-view.js'
import type { Store, StoredRequest } from './port.js'

/** A store in this process's memory: for tests, examples and offline desks. What it holds ends with the process. */
export function memoryStore(): Store {
  const streams = new Map<string, RecordedEvent[]>()
  const log: RecordedEvent[] = []
  const views = new Map<string, MemoryView>()
  const requests = new Map<string, StoredRequest>()

  const viewOf = (name: string): MemoryView => {
    const view = views.get(name)
    if (view === undefined) throw coreErrors.QUERY_INVALID({ reason: `there is no view '${name}'` })
    return view
  }

  return {
    async prepare(definitions) {
      for (const definition of definitions) {
        if (!views.has(definition.name)) views.set(definition.name, createMemoryView(definition))
      }
    },

    async read(stream, after = 0) {
      const events = streams.get(stream)
      if (events === undefined || events.length <= after) return []
      return events.slice(after)
    },

    async readAll(after, limit) {
      return log.slice(Math.max(0, after), Math.max(0, after) + limit)
    },

    async find(view, query) {
      return viewOf(view).find(query)
    },

    async recall(key) {
      return requests.get(key)
    },

    async commit({ streams: writes, rows, request }) {
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
        for (const { type, data, version, at, by, rules } of events) {
          const position = log.length + 1
          const event: RecordedEvent =
            rules === undefined
              ? { type, data, stream, version, position, at, by }
              : { type, data, stream, version, position, at, by, rules }
          Object.freeze(event)
          stored?.push(event)
          log.push(event)
          recorded.push(event)
        }
      }
      for (let i = 0; i < rows.length; i++) {
        const { key, row } = rows[i] as (typeof rows)[number]
        ;(targets[i] as MemoryView).set(key, row)
      }
      const first = writes[0]
      if (request !== undefined && first !== undefined) {
        const { stream, expectedVersion, events } = first
        requests.set(request.key, {
          fingerprint: request.fingerprint,
          stream,
          version: expectedVersion + events.length,
        })
      }
      return { events: recorded }
    },
  }
}
