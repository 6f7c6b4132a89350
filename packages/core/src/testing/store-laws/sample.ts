import type { PendingEvent } from '../../event/event.js'
import { deepFreeze } from '../../freeze.js'
import type { Commit, Row, Store, ViewDefinition } from '../../store/port.js'

/** A promise about the store port, tried on a fresh, empty store. */
export interface StoreLaw {
  readonly name: string
  run(create: () => Promise<Store>): Promise<void>
}

/** The view that the laws write to: every sort of index. */
export const sampleView: ViewDefinition = {
  name: 'laws.sample',
  version: 1,
  lists: ['people'],
  indexes: [
    { equal: ['open', 'unit'], sort: 'due' },
    { equal: ['unit'], sort: 'opened' },
    { equal: [], sort: 'signal', sparse: true },
    { equal: ['people'], sort: 'opened' },
    { equal: ['code'] },
  ],
}

export const law = (name: string, run: (store: Store) => Promise<void>): StoreLaw => ({
  name,
  async run(create) {
    const store = await create()
    await store.prepare([sampleView])
    await run(store)
  },
})

export const by = Object.freeze({ kind: 'officer', id: 'o-1', unit: 'works' } as const)

export function event(
  stream: string,
  version: number,
  data: unknown = { n: version },
  more: Partial<PendingEvent> = {},
): PendingEvent {
  return deepFreeze({
    type: 'laws.happened',
    data,
    stream,
    version,
    at: '2024-08-02T01:00:00.000Z',
    by,
    hash: `hash of ${stream} ${version}`,
    ...more,
  })
}

/** A commit that appends `count` events to one stream. */
export function append(stream: string, expectedVersion: number, count = 1): Commit {
  const events = Array.from({ length: count }, (_, index) => event(stream, expectedVersion + 1 + index))
  return { streams: [{ stream, expectedVersion, events }], rows: [] }
}

/** A commit of rows alone. */
export function rows(...written: readonly (readonly [key: string, row: Row | null])[]): Commit {
  return {
    streams: [],
    rows: written.map(([key, row]) => ({
      view: sampleView.name,
      key,
      // As the port asks: the caller freezes.
      row: deepFreeze(row),
    })),
  }
}

export const find = (store: Store, query: Parameters<Store['find']>[1]) => store.find(sampleView.name, query)

export const keysOf = (page: { readonly rows: readonly { readonly key: string }[] }) =>
  page.rows.map(({ key }) => key)
