/** A stored row; one object is shared by every index, so that a change of other fields touches no index. */
export interface Entry<Row> {
  readonly key: string
  /** The row as it is; `null` once it is removed. */
  row: Row | null
  /** The row as the indexes know it; `null` before they do. */
  indexed: Row | null
}

/** Rows in the order of a number and then of their keys, in chunks, so that a change costs the same at any size. */
export interface SortedRows<Row> {
  count: number
  readonly chunks: Chunk<Row>[]
}

interface Chunk<Row> {
  readonly values: number[]
  readonly entries: Entry<Row>[]
}

export interface Place {
  readonly value: number
  /** Absent: before every key of that value when going forward, after every key when going backward. */
  readonly key?: string
}

export interface RowCursor<Row> {
  /** The current row, or undefined at the end. */
  entry: Entry<Row> | undefined
  value: number
  next(): void
}

const chunkSize = 256

export function sortedRows<Row>(): SortedRows<Row> {
  return { count: 0, chunks: [{ values: [], entries: [] }] }
}

export function insertRow<Row>(rows: SortedRows<Row>, value: number, entry: Entry<Row>): void {
  // Rows mostly arrive in order (time): then there is nothing to search.
  const last = rows.chunks.length - 1
  const at = isAfter(rows.chunks[last] as Chunk<Row>, value, entry.key)
    ? last
    : chunkOf(rows, value, entry.key)
  const chunk = rows.chunks[at] as Chunk<Row>
  const index = isAfter(chunk, value, entry.key) ? chunk.values.length : indexIn(chunk, value, entry.key)
  if (index === chunk.values.length) {
    chunk.values.push(value)
    chunk.entries.push(entry)
  } else {
    chunk.values.splice(index, 0, value)
    chunk.entries.splice(index, 0, entry)
  }
  rows.count++
  if (chunk.values.length > chunkSize) {
    // In order, the full half stays full and the new chunk takes what comes.
    const keep = index >= chunkSize ? chunkSize : chunkSize >>> 1
    rows.chunks.splice(at + 1, 0, {
      values: chunk.values.splice(keep),
      entries: chunk.entries.splice(keep),
    })
  }
}

export function removeRow<Row>(rows: SortedRows<Row>, value: number, entry: Entry<Row>): void {
  const at = chunkOf(rows, value, entry.key)
  const chunk = rows.chunks[at] as Chunk<Row>
  const index = indexIn(chunk, value, entry.key)
  if (chunk.entries[index] !== entry) return
  chunk.values.splice(index, 1)
  chunk.entries.splice(index, 1)
  rows.count--
  if (chunk.values.length === 0 && rows.chunks.length > 1) rows.chunks.splice(at, 1)
}

/** A cursor on the first row strictly after a place, or at or after it where the place has no key; forward or backward. */
export function rowCursor<Row>(
  { chunks }: SortedRows<Row>,
  from: Place | undefined,
  descending: boolean,
): RowCursor<Row> {
  let at = descending ? chunks.length - 1 : 0
  let index = descending ? (chunks[at] as Chunk<Row>).values.length - 1 : 0
  if (from !== undefined) {
    // '' sorts before every key; a key of its own is passed over, so that a page never repeats its last row.
    const key = from.key ?? (descending ? '\uffff' : '')
    at = chunkOf({ count: 0, chunks }, from.value, key)
    const chunk = chunks[at] as Chunk<Row>
    index = indexIn(chunk, from.value, key)
    if (descending) index--
    else if (
      from.key !== undefined &&
      chunk.values[index] === from.value &&
      chunk.entries[index]?.key === key
    )
      index++
  }
  const cursor: RowCursor<Row> = {
    entry: undefined,
    value: 0,
    next() {
      index += descending ? -1 : 1
      settle()
    },
  }
  const settle = () => {
    let chunk = chunks[at]
    while (chunk !== undefined && (index < 0 || index >= chunk.values.length)) {
      at += descending ? -1 : 1
      chunk = chunks[at]
      index = descending ? (chunk?.values.length ?? 0) - 1 : 0
    }
    cursor.entry = chunk?.entries[index]
    cursor.value = chunk?.values[index] ?? 0
  }
  settle()
  return cursor
}

/** The order of rows: by number, then by key. */
export function compare(a: number, aKey: string, b: number, bKey: string): number {
  if (a !== b) return a < b ? -1 : 1
  return aKey === bKey ? 0 : aKey < bKey ? -1 : 1
}

/** Whether a place lies behind every row of a chunk. */
function isAfter<Row>({ values, entries }: Chunk<Row>, value: number, key: string): boolean {
  const last = values.length - 1
  return last >= 0 && compare(values[last] as number, (entries[last] as Entry<Row>).key, value, key) < 0
}

/** The chunk that holds, or should hold, the place. */
function chunkOf<Row>({ chunks }: SortedRows<Row>, value: number, key: string): number {
  let low = 0
  let high = chunks.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    const chunk = chunks[middle] as Chunk<Row>
    const last = chunk.values.length - 1
    if (compare(chunk.values[last] as number, (chunk.entries[last] as Entry<Row>).key, value, key) < 0)
      low = middle + 1
    else high = middle
  }
  return low
}

/** The first index in a chunk that is not before the place. */
function indexIn<Row>(chunk: Chunk<Row>, value: number, key: string): number {
  const { values, entries } = chunk
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compare(values[middle] as number, (entries[middle] as Entry<Row>).key, value, key) < 0)
      low = middle + 1
    else high = middle
  }
  return low
}
