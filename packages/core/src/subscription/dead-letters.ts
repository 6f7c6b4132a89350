import type { RecordedEvent } from '../event/event.js'
import type { Row, RowPlace, Store, ViewDefinition } from '../store/port.js'
import type { DeadLetter } from './api.js'

/** The letters of every subscription: rows of a view, so that every store keeps and finds them. */
export const deadLetterView: ViewDefinition = {
  name: 'core.dead-letters',
  version: 1,
  indexes: [
    { equal: ['subscription'], sort: 'position' },
    { equal: ['subscription', 'stream'], sort: 'position' },
  ],
}

/** How a letter got there. */
export interface Failure {
  readonly error: unknown
  readonly attempts: number
}

export interface DeadLetters {
  /** At most 200 after a position, oldest first. */
  list(stream?: string, after?: number): Promise<readonly DeadLetter[]>
  /** The cases that have letters: their later events wait. */
  waitingStreams(): Promise<Set<string>>
  put(letters: readonly (readonly [event: RecordedEvent, failure: Failure])[], at: string): Promise<void>
  remove(position: number): Promise<void>
}

const pageSize = 200
const waits = 'waits behind an earlier letter of its case'

export function createDeadLetters(store: Store, subscription: string): DeadLetters {
  const key = (position: number) => `${subscription}/${position}`

  const page = (stream: string | undefined, after: RowPlace | undefined) =>
    store.find(deadLetterView.name, {
      where: { subscription, ...(stream === undefined ? {} : { stream }) },
      sort: { field: 'position' },
      ...(after === undefined ? {} : { after }),
      limit: pageSize,
    })

  return {
    async list(stream, after) {
      const place = after === undefined ? undefined : { value: after, key: key(after) }
      return (await page(stream, place)).rows.map(({ row }) => toLetter(row))
    },

    async waitingStreams() {
      const streams = new Set<string>()
      let after: RowPlace | undefined
      do {
        const { rows, next } = await page(undefined, after)
        for (const { row } of rows) streams.add(row.stream as string)
        after = next
      } while (after !== undefined)
      return streams
    },

    async put(letters, at) {
      const rows = letters.map(([{ position, stream, type }, { error, attempts }]) => {
        const row: Row = { subscription, position, stream, type, error: textOf(error), attempts, at }
        return { view: deadLetterView.name, key: key(position), row: Object.freeze(row) }
      })
      await store.commit({ streams: [], rows })
    },

    async remove(position) {
      await store.commit({
        streams: [],
        rows: [{ view: deadLetterView.name, key: key(position), row: null }],
      })
    },
  }
}

/** What a later event of a case is put there for. */
export const waiting: Failure = Object.freeze({ error: waits, attempts: 0 })

function toLetter(row: Row): DeadLetter {
  const { position, stream, type, error, attempts, at } = row as unknown as DeadLetter
  return { position, stream, type, error, attempts, at }
}

function textOf(error: unknown): string {
  try {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    // Not in the middle of a character, and without what some databases cannot hold.
    return Array.from(text.slice(0, 1000).replaceAll('\0', ''), (one) =>
      one.length === 1 && one >= '\ud800' && one <= '\udfff' ? '?' : one,
    )
      .slice(0, 200)
      .join('')
  } catch {
    return 'something that has no text'
  }
}
