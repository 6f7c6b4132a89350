import type { Row, RowPage, RowQuery, Scalar, ViewDefinition, ViewIndex } from './port.js'
import { fieldOf, fits, sortValue } from './row.js'
import { compare, createSortedRows, type Entry, type Place, type RowCursor, type SortedRows } from './sorted-rows.js'

/** One view in memory: its rows by key, and its indexes. */
export interface MemoryView {
  set(key: string, row: Row | null): void
  find(query: RowQuery): RowPage
}

interface Index {
  readonly definition: ViewIndex
  /** Sorted rows by the values of the `equal` fields. */
  readonly partitions: Map<string, SortedRows<Row>>
}

export function createMemoryView(definition: ViewDefinition): MemoryView {
  const entries = new Map<string, Entry<Row>>()
  const indexes: readonly Index[] = definition.indexes.map((one) => ({ definition: one, partitions: new Map() }))

  const put = (index: Index, entry: Entry<Row>, row: Row) => {
    const { equal, sort, sparse } = index.definition
    const value = sortValue(row, sort)
    if (sparse === true && value === Number.POSITIVE_INFINITY) return
    for (const partition of partitionsOf(row, equal)) {
      let rows = index.partitions.get(partition)
      if (rows === undefined) index.partitions.set(partition, (rows = createSortedRows()))
      rows.insert(value, entry)
    }
  }

  const take = (index: Index, entry: Entry<Row>, row: Row) => {
    const { equal, sort } = index.definition
    for (const partition of partitionsOf(row, equal)) {
      const rows = index.partitions.get(partition)
      rows?.remove(sortValue(row, sort), entry)
      if (rows?.size() === 0) index.partitions.delete(partition)
    }
  }

  return {
    set(key, row) {
      const entry = entries.get(key)
      if (entry === undefined) {
        if (row === null) return
        const created = { key, row }
        entries.set(key, created)
        for (const index of indexes) put(index, created, row)
        return
      }
      const before = entry.row
      for (const index of indexes) {
        if (row !== null && samePlace(index.definition, before, row)) continue
        take(index, entry, before)
        if (row !== null) put(index, entry, row)
      }
      if (row === null) entries.delete(key)
      else entry.row = row
    },

    find(query) {
      const index = choose(indexes, query)
      const inOrder = index !== undefined && index.definition.sort === query.sort?.field
      const rows = inOrder ? scan(index, query) : sortAll(index === undefined ? entries.values() : rowsOf(index, query), query)
      const more = rows.length > query.limit
      const page = more ? rows.slice(0, query.limit) : rows
      const last = page.at(-1)
      const result = page.map(({ key, row }) => ({ key, row }))
      if (!more || last === undefined) return { rows: result }
      const value = sortValue(last.row, query.sort?.field)
      return { rows: result, next: { value: Number.isFinite(value) ? value : null, key: last.key } }
    },
  }
}

/** Whether an index files both versions of a row in the same place. */
function samePlace({ equal, sort }: ViewIndex, before: Row, after: Row): boolean {
  if (sortValue(before, sort) !== sortValue(after, sort)) return false
  return equal.every((field) => {
    const a = fieldOf(before, field)
    const b = fieldOf(after, field)
    return a === b || (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, i) => one === b[i]))
  })
}

/** The partitions that a row belongs to: one, or one per value of a list field. */
function partitionsOf(row: Row, equal: readonly string[]): readonly string[] {
  let keys: readonly string[] = ['']
  for (const field of equal) {
    const value = fieldOf(row, field)
    const values: readonly unknown[] = Array.isArray(value) ? value : [value]
    keys = keys.flatMap((key) => values.map((one) => `${key}\u0000${String(one)}`))
  }
  return keys
}

/** The index that answers a query best: the right order first, then the most fields compared. */
function choose(indexes: readonly Index[], query: RowQuery): Index | undefined {
  let best: Index | undefined
  let bestScore = 0
  for (const index of indexes) {
    const { equal, sort, sparse } = index.definition
    const where = query.where ?? {}
    const bound = equal.filter((field) => where[field] !== undefined).length
    if (sparse === true && query.range?.field !== sort) continue
    const ordered = query.sort !== undefined && sort === query.sort.field
    if (!ordered && bound === 0) continue
    const score = (ordered ? 100 : 0) + bound * 10 - (equal.length - bound)
    if (score > bestScore) [best, bestScore] = [index, score]
  }
  return best
}

/** The partitions that can hold rows of a query. */
function relevant(index: Index, query: RowQuery): SortedRows<Row>[] {
  const { equal } = index.definition
  let keys: readonly string[] | undefined = ['']
  for (const field of equal) {
    const wanted = query.where?.[field]
    if (wanted === undefined) {
      keys = undefined
      break
    }
    const values: readonly Scalar[] = Array.isArray(wanted) ? [...new Set(wanted)] : [wanted as Scalar]
    keys = keys.flatMap((key) => values.map((one) => `${key}\u0000${String(one)}`))
  }
  if (keys === undefined) return [...index.partitions.values()]
  return keys.map((key) => index.partitions.get(key)).filter((rows) => rows !== undefined)
}

/** Reads rows in order from several partitions at once, up to one more than the limit. */
function scan(index: Index, query: RowQuery): Entry<Row>[] {
  const descending = query.sort?.descending === true
  const from = start(query, descending)
  const cursors = relevant(index, query).map((rows) => rows.cursor(from, descending))
  const heap = cursors.filter((cursor) => cursor.entry !== undefined)
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
    if (entry !== last && fits(entry.row, query)) found.push(entry)
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
  if (query.after !== undefined) return { value: query.after.value ?? Number.POSITIVE_INFINITY, key: query.after.key }
  if (query.range === undefined || query.sort === undefined || query.range.field !== query.sort.field) return undefined
  const bound = descending ? query.range.below : query.range.from
  return bound === undefined ? undefined : { value: bound }
}

function past(value: number, index: Index, query: RowQuery, descending: boolean): boolean {
  const range = query.range
  if (range === undefined || index.definition.sort !== range.field || query.sort?.field !== range.field) return false
  return descending ? range.from !== undefined && value < range.from : range.below !== undefined && value >= range.below
}

function* rowsOf(index: Index, query: RowQuery): Iterable<Entry<Row>> {
  for (const rows of relevant(index, query)) {
    for (let cursor = rows.cursor(undefined, false); cursor.entry !== undefined; cursor.next()) yield cursor.entry
  }
}

/** Without an index in the wanted order: reads everything that fits and sorts it. */
function sortAll(candidates: Iterable<Entry<Row>>, query: RowQuery): Entry<Row>[] {
  const sign = query.sort?.descending === true ? -1 : 1
  const field = query.sort?.field
  const found = new Set<Entry<Row>>()
  for (const entry of candidates) if (fits(entry.row, query)) found.add(entry)
  const order = (a: Entry<Row>, b: Entry<Row>) =>
    sign * compare(sortValue(a.row, field), a.key, sortValue(b.row, field), b.key)
  const sorted = [...found].sort(order)
  if (query.after === undefined) return sorted.slice(0, query.limit + 1)
  const { value, key } = query.after
  const first = sorted.findIndex(
    (entry) => sign * compare(sortValue(entry.row, field), entry.key, value ?? Number.POSITIVE_INFINITY, key) > 0,
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
