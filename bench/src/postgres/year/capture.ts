import type { CellWrite, Commit, PendingEvent, RowWrite, Store, ViewDefinition } from '@redress/core'

/** Everything that was stored of one case, as one commit would have to write it. */
export interface MadeCase {
  readonly stream: string
  readonly events: PendingEvent[]
  /** The last row of each view. */
  readonly rows: Map<string, RowWrite>
  /** Every cell, as it was written last. */
  readonly cells: Map<string, CellWrite>
}

export interface Capturing {
  readonly store: Store
  readonly cases: ReadonlyMap<string, MadeCase>
  /** The views of the platform on it, as far as it has asked for them. */
  readonly views: readonly ViewDefinition[]
}

/** The same store, with a copy of what is stored of each case. */
export function capturing(store: Store): Capturing {
  const cases = new Map<string, MadeCase>()
  const views: ViewDefinition[] = []
  const keep = ({ streams, rows, cells = [], prune, request }: Commit): void => {
    const [first, ...others] = streams
    if (first === undefined || first.stream.startsWith('core.')) return
    if (others.length > 0 || prune !== undefined || request !== undefined)
      throw new Error('a commit that cannot be taken together with others')
    const { stream, events } = first
    const made: MadeCase = cases.get(stream) ?? { stream, events: [], rows: new Map(), cells: new Map() }
    cases.set(stream, made)
    if (first.expectedVersion !== made.events.length) throw new Error('a commit is missing')
    made.events.push(...events)
    for (const row of rows) made.rows.set(row.view, row)
    for (const cell of cells) made.cells.set(cell.name, cell)
  }
  return {
    cases,
    views,
    store: {
      ...store,
      async prepare(definitions) {
        views.splice(0, views.length, ...definitions)
        return await store.prepare(definitions)
      },
      async commit(commit) {
        const result = await store.commit(commit)
        if ('events' in result) keep(commit)
        return result
      },
    },
  }
}

/** One commit for several cases. What was taken away again is not written at all. */
export function commitOf(cases: readonly MadeCase[]): Commit {
  return {
    streams: cases.map(({ stream, events }) => ({ stream, expectedVersion: 0, events })),
    rows: cases.flatMap(({ rows }) => [...rows.values()].filter(({ row }) => row !== null)),
    cells: cases.flatMap(({ cells }) => [...cells.values()].filter(({ value }) => value !== undefined)),
  }
}
