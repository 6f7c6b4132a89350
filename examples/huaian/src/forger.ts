import type { NamedCell, RecordedEvent, Store } from '@redress/core'

/** What somebody with power over the database could make it say. The real one is left alone. */
export interface Forgery {
  readonly event?: (event: RecordedEvent) => RecordedEvent
  /** The last position that is left. */
  readonly end?: number
  readonly cell?: (cell: NamedCell) => NamedCell | undefined
}

export function forged(
  store: Store,
  { event = (one) => one, end = Number.POSITIVE_INFINITY, cell }: Forgery,
): Store {
  const shown = (events: readonly RecordedEvent[]) =>
    events.filter(({ position }) => position <= end).map(event)
  return {
    ...store,
    read: async (stream, after) => shown(await store.read(stream, after)),
    readAll: async (after, limit) => shown(await store.readAll(after, limit)),
    head: async () => Math.min(await store.head(), end),
    async listCells(prefix, after, limit) {
      const cells = await store.listCells(prefix, after, limit)
      return cell === undefined ? cells : cells.map(cell).filter((one) => one !== undefined)
    },
  }
}
