import type { Row, RowQuery, Scalar, ViewIndex } from './port.js'
import { fieldOf, sortValue } from './row.js'
import {
  type Entry,
  insertRow,
  type Place,
  type RowCursor,
  removeRow,
  rowCursor,
  type SortedRows,
  sortedRows,
} from './sorted-rows.js'

/** One index in memory: rows sorted by number within the partitions that the `equal` fields make. */
export interface MemoryIndex {
  readonly definition: ViewIndex
  put(partitions: readonly string[], entry: Entry<Row>, row: Row): void
  take(partitions: readonly string[], entry: Entry<Row>, row: Row): void
  /** Cursors over the partitions that can hold rows of a query. */
  cursors(query: RowQuery, from: Place | undefined, descending: boolean): RowCursor<Row>[]
}

/** Most values of a code or a person have one row: it then stands alone, without a list around it. */
type Partition = SortedRows<Row> | Entry<Row>

export function createMemoryIndex(definition: ViewIndex): MemoryIndex {
  const { equal, sort, sparse } = definition
  const byName = new Map<string, Partition>()

  const putInto = (name: string, entry: Entry<Row>, value: number): void => {
    const there = byName.get(name)
    if (there === undefined) {
      byName.set(name, entry)
    } else if ('chunks' in there) {
      insertRow(there, value, entry)
    } else {
      const rows = sortedRows<Row>()
      insertRow(rows, sortValue(there.row, sort), there)
      insertRow(rows, value, entry)
      byName.set(name, rows)
    }
  }
  const takeFrom = (name: string, entry: Entry<Row>, value: number): void => {
    const there = byName.get(name)
    if (there === entry) {
      byName.delete(name)
    } else if (there !== undefined && 'chunks' in there) {
      removeRow(there, value, entry)
      if (there.count === 0) byName.delete(name)
    }
  }

  return {
    definition,
    put(partitions, entry, row) {
      const value = sortValue(row, sort)
      if (sparse === true && value === Number.POSITIVE_INFINITY) return
      for (const name of partitions) putInto(name, entry, value)
    },
    take(partitions, entry, row) {
      const value = sortValue(row, sort)
      for (const name of partitions) takeFrom(name, entry, value)
    },
    cursors(query, from, descending) {
      const wanted = wantedPartitions(query, equal)
      const found = wanted === undefined ? [...byName.values()] : wanted.map((name) => byName.get(name))
      return found
        .filter((partition) => partition !== undefined)
        .map((partition) =>
          rowCursor('chunks' in partition ? partition : alone(partition, sort), from, descending),
        )
    },
  }
}

/** Indexes over the same fields: the partitions of a row are worked out once for all of them. */
export interface IndexGroup {
  readonly equal: readonly string[]
  readonly indexes: readonly MemoryIndex[]
}

export function groupIndexes(definitions: readonly ViewIndex[]): readonly IndexGroup[] {
  const groups = new Map<string, { equal: readonly string[]; indexes: MemoryIndex[] }>()
  for (const definition of definitions) {
    const name = JSON.stringify(definition.equal)
    const group = groups.get(name) ?? { equal: definition.equal, indexes: [] }
    group.indexes.push(createMemoryIndex(definition))
    groups.set(name, group)
  }
  return [...groups.values()]
}

/** Moves a row to where its new version belongs, in every index in which that is another place. */
export function moveRow({ equal, indexes }: IndexGroup, entry: Entry<Row>, before: Row, after: Row): void {
  let stays = true
  for (const field of equal) if (!same(fieldOf(before, field), fieldOf(after, field))) stays = false
  let from: readonly string[] | undefined
  let to: readonly string[] | undefined
  for (const index of indexes) {
    const { sort } = index.definition
    if (stays && sortValue(before, sort) === sortValue(after, sort)) continue
    from ??= partitionsOf(before, equal)
    to ??= stays ? from : partitionsOf(after, equal)
    index.take(from, entry, before)
    index.put(to, entry, after)
  }
}

export function putRow({ equal, indexes }: IndexGroup, entry: Entry<Row>, row: Row): void {
  const partitions = partitionsOf(row, equal)
  for (const index of indexes) index.put(partitions, entry, row)
}

export function takeRow({ equal, indexes }: IndexGroup, entry: Entry<Row>, row: Row): void {
  const partitions = partitionsOf(row, equal)
  for (const index of indexes) index.take(partitions, entry, row)
}

function alone(entry: Entry<Row>, sort: string | undefined): SortedRows<Row> {
  return { count: 1, chunks: [{ values: [sortValue(entry.row, sort)], entries: [entry] }] }
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
  return a.every((one, index) => one === b[index])
}

/** The names of the partitions that a row belongs to: one, or one for each value of a list field. */
function partitionsOf(row: Row, equal: readonly string[]): readonly string[] {
  if (equal.length === 0) return wholeView
  let names: readonly string[] = ['']
  for (const field of equal) {
    const value = fieldOf(row, field)
    names = Array.isArray(value)
      ? names.flatMap((name) => value.map((one) => name + partOf(one)))
      : names.map((name) => name + partOf(value))
  }
  return names
}

const wholeView: readonly string[] = Object.freeze([''])

/** The partitions that a query names, or undefined if it leaves a field of the index open. */
function wantedPartitions(query: RowQuery, equal: readonly string[]): readonly string[] | undefined {
  let keys: readonly string[] = ['']
  for (const field of equal) {
    const wanted = query.where?.[field]
    if (wanted === undefined) return undefined
    const values: readonly Scalar[] = Array.isArray(wanted) ? [...new Set(wanted)] : [wanted as Scalar]
    keys = keys.flatMap((key) => values.map((one) => key + partOf(one)))
  }
  return keys
}

/** One value in the name of a partition. Its length comes first, so that no value can look like two. */
function partOf(value: unknown): string {
  const text = typeof value === 'string' ? value : String(value)
  return `${text.length}:${text}`
}
