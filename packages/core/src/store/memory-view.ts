import { createMemoryIndex, type MemoryIndex } from './memory-index.js'
import type { Row, RowPage, RowQuery, ViewDefinition } from './port.js'
import { fits, sortValue } from './row.js'
import { compare, type Entry, type Place, type RowCursor } from './sorted-rows.js'

/** One view in memory: its rows by key, and its indexes. */
export interface MemoryView {
  set(key: string, row: Row | null): void
  find(query: RowQuery): RowPage
}

/** How many rows may wait for the indexes: few enough that a flush is never noticed. */
const mostPending = 256

export function createMemoryView(definition: ViewDefinition): MemoryView {
  const entries = new Map<string, Entry<Row>>()
  const indexes = definition.indexes.map(createMemoryIndex)
  // A case often changes several times before anybody looks: the indexes learn of the last of them.
  const pending = new Set<Entry<Row>>()

  const flush = (): void => {
    for (const entry of pending) {
      const { indexed: before, row: after } = entry
      for (const index of indexes) {
        if (before !== null && after !== null) index.move(entry, before, after)
        else if (after !== null) index.put(entry, after)
        else if (before !== null) index.take(entry, before)
      }
      entry.indexed = after
    }
    pending.clear()
  }

  return {
    set(key, row) {
      let entry = entries.get(key)
      if (entry === undefined) {
        if (row === null) return
        entry = { key, row, indexed: null }
        entries.set(key, entry)
      }
      entry.row = row
      if (row === null) entries.delete(key)
      pending.add(entry)
      if (pending.size > mostPending) flush()
    },

    find(query) {
      flush()
      const index = choose(indexes, query)
      const inOrder = index !== undefined && index.definition.sort === query.sort?.field
      const found = inOrder
        ? scan(index, query)
        : sortAll(index === undefined ? entries.values() : rowsOf(index, query), query)
      const more = found.length > query.limit
      const rows = (more ? found.slice(0, query.limit) : found).map((entry) => ({
        key: entry.key,
        row: rowOf(entry),
      }))
      const last = rows.at(-1)
      if (!more || last === undefined) return { rows }
      const value = sortValue(last.row, query.sort?.field)
      return { rows, next: { value: Number.isFinite(value) ? value : null, key: last.key } }
    },
  }
}

/** After a flush every entry that is found has its row. */
const rowOf = (entry: Entry<Row>): Row => entry.row as Row

/** The index that answers a query best: the right order where it narrows at all, else the most fields compared. */
function choose(indexes: readonly MemoryIndex[], query: RowQuery): MemoryIndex | undefined {
  const where = query.where ?? {}
  let best: MemoryIndex | undefined
  let bestScore = 0
  for (const index of indexes) {
    const { equal, sort, sparse } = index.definition
    if (sparse === true && query.range?.field !== sort) continue
    const bound = equal.filter((field) => where[field] !== undefined).length
    const ordered = query.sort !== undefined && sort === query.sort.field
    if (!ordered && bound === 0) continue
    // In order but narrowed by nothing, it passes over every row of everybody: only for want of another.
    const order = !ordered ? 0 : bound > 0 || equal.length === 0 ? 100 : 5
    const score = order + bound * 10 - (equal.length - bound)
    if (score > bestScore) [best, bestScore] = [index, score]
  }
  return best
}

/** Reads rows in order from several partitions at once, up to one more than the limit. */
function scan(index: MemoryIndex, query: RowQuery): Entry<Row>[] {
  const descending = query.sort?.descending === true
  const heap = index
    .cursors(query, start(query, descending), descending)
    .filter((cursor) => cursor.entry !== undefined)
  const order = (a: RowCursor<Row>, b: RowCursor<Row>) => {
    const result = compare(a.value, (a.entry as Entry<Row>).key, b.value, (b.entry as Entry<Row>).key)
    return descending ? -result : result
  }
  heapify(heap, order)
  const found: Entry<Row>[] = []
  let last: Entry<Row> | undefined
  while (heap.length > 0 && found.length <= query.limit) {
    const cursor = heap[0] as RowCursor<Row>
    const entry = cursor.entry as Entry<Row>
    if (past(cursor.value, index, query, descending)) break
    // A row with a list field can stand in several partitions: it comes once.
    if (entry !== last && fits(rowOf(entry), query)) found.push(entry)
    last = entry
    cursor.next()
    if (cursor.entry === undefined) {
      const end = heap.pop() as RowCursor<Row>
      if (heap.length > 0) heap[0] = end
    }
    if (heap.length > 0) sink(heap, 0, order)
  }
  return found
}

/** Where to start: after the given place, or at the bound of the range on the sort field. */
function start(query: RowQuery, descending: boolean): Place | undefined {
  if (query.after !== undefined) {
    return { value: query.after.value ?? Number.POSITIVE_INFINITY, key: query.after.key }
  }
  if (query.range === undefined || query.sort === undefined || query.range.field !== query.sort.field) {
    return undefined
  }
  const bound = descending ? query.range.below : query.range.from
  return bound === undefined ? undefined : { value: bound }
}

function past(value: number, index: MemoryIndex, query: RowQuery, descending: boolean): boolean {
  const range = query.range
  if (range === undefined || index.definition.sort !== range.field || query.sort?.field !== range.field) {
    return false
  }
  return descending
    ? range.from !== undefined && value < range.from
    : range.below !== undefined && value >= range.below
}

function* rowsOf(index: MemoryIndex, query: RowQuery): Iterable<Entry<Row>> {
  for (const cursor of index.cursors(query, undefined, false)) {
    for (; cursor.entry !== undefined; cursor.next()) yield cursor.entry
  }
}

/** Without an index in the wanted order: reads everything that fits and sorts it. */
function sortAll(candidates: Iterable<Entry<Row>>, query: RowQuery): Entry<Row>[] {
  const sign = query.sort?.descending === true ? -1 : 1
  const field = query.sort?.field
  const found = new Set<Entry<Row>>()
  for (const entry of candidates) if (fits(rowOf(entry), query)) found.add(entry)
  const order = (a: Entry<Row>, b: Entry<Row>) =>
    sign * compare(sortValue(rowOf(a), field), a.key, sortValue(rowOf(b), field), b.key)
  const sorted = [...found].sort(order)
  if (query.after === undefined) return sorted.slice(0, query.limit + 1)
  const { value, key } = query.after
  const first = sorted.findIndex(
    (entry) =>
      sign * compare(sortValue(rowOf(entry), field), entry.key, value ?? Number.POSITIVE_INFINITY, key) > 0,
  )
  return first < 0 ? [] : sorted.slice(first, first + query.limit + 1)
}

function heapify<Item>(heap: Item[], order: (a: Item, b: Item) => number): void {
  for (let i = (heap.length >>> 1) - 1; i >= 0; i--) sink(heap, i, order)
}

function sink<Item>(heap: Item[], from: number, order: (a: Item, b: Item) => number): void {
  let at = from
  for (;;) {
    let least = at
    for (const child of [2 * at + 1, 2 * at + 2]) {
      if (child < heap.length && order(heap[child] as Item, heap[least] as Item) < 0) least = child
    }
    if (least === at) return
    const moved = heap[at] as Item
    heap[at] = heap[least] as Item
    heap[least] = moved
    at = least
  }
}
