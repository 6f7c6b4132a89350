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

/** One index in memory: rows sorted by number within the partitions that the values of the `equal` fields make. */
export interface MemoryIndex {
  readonly definition: ViewIndex
  put(entry: Entry<Row>, row: Row): void
  take(entry: Entry<Row>, row: Row): void
  /** Moves a row to where its new version belongs, if that is another place. */
  move(entry: Entry<Row>, before: Row, after: Row): void
  /** Cursors over the partitions that can hold rows of a query. */
  cursors(query: RowQuery, from: Place | undefined, descending: boolean): RowCursor<Row>[]
}

/** Most values of a code or a person have one row: it then stands alone, without a list around it. */
type Partition = SortedRows<Row> | Entry<Row>
/** The partitions by the value of the first field, then of the second, and so on. */
type Tree = Map<unknown, Tree | Partition>

export function createMemoryIndex(definition: ViewIndex): MemoryIndex {
  const { equal, sort, sparse } = definition
  const root: Tree = new Map()

  const put = (entry: Entry<Row>, row: Row): void => {
    const value = sortValue(row, sort)
    if (sparse === true && value === Number.POSITIVE_INFINITY) return
    eachPlace(root, row, equal, 0, true, (tree, name) => putInto(tree, name, entry, value, sort))
  }
  const take = (entry: Entry<Row>, row: Row): void => {
    const value = sortValue(row, sort)
    eachPlace(root, row, equal, 0, false, (tree, name) => takeFrom(tree, name, entry, value))
  }

  return {
    definition,
    put,
    take,
    move(entry, before, after) {
      let stays = sortValue(before, sort) === sortValue(after, sort)
      for (const field of equal) stays &&= same(fieldOf(before, field), fieldOf(after, field))
      if (stays) return
      take(entry, before)
      put(entry, after)
    },
    cursors(query, from, descending) {
      const cursors: RowCursor<Row>[] = []
      eachWanted(root, query, equal, 0, (partition) => {
        cursors.push(rowCursor('chunks' in partition ? partition : alone(partition, sort), from, descending))
      })
      return cursors
    },
  }
}

/** Visits every place of a row in the tree: one, or one for each value of a list field. */
function eachPlace(
  tree: Tree,
  row: Row,
  equal: readonly string[],
  depth: number,
  grow: boolean,
  visit: (tree: Tree, name: unknown) => void,
): void {
  const field = equal[depth]
  const value = field === undefined ? whole : fieldOf(row, field)
  for (const name of namesOf(value)) {
    if (depth >= equal.length - 1) {
      visit(tree, name)
      continue
    }
    // Above the last field there are only trees.
    let below = tree.get(name) as Tree | undefined
    if (below === undefined && grow) {
      below = new Map()
      tree.set(name, below)
    }
    if (below !== undefined) eachPlace(below, row, equal, depth + 1, grow, visit)
  }
}

/** An empty list has a place too, so that a query which leaves the field open finds every row. */
function namesOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) return [value]
  if (value.length === 0) return [undefined]
  // A value that stands there twice has one place.
  return value.every((one, index) => value.indexOf(one) === index) ? value : [...new Set<unknown>(value)]
}

/** Visits the partitions that a query names; all of them where it leaves a field open. */
function eachWanted(
  tree: Tree,
  query: RowQuery,
  equal: readonly string[],
  depth: number,
  visit: (partition: Partition) => void,
): void {
  const field = equal[depth]
  const wanted = field === undefined ? undefined : query.where?.[field]
  const names =
    wanted === undefined ? tree.keys() : new Set<Scalar>(Array.isArray(wanted) ? wanted : [wanted as Scalar])
  for (const name of names) {
    const below = tree.get(name)
    if (below === undefined) continue
    if (below instanceof Map) eachWanted(below, query, equal, depth + 1, visit)
    else visit(below)
  }
}

function putInto(
  tree: Tree,
  name: unknown,
  entry: Entry<Row>,
  value: number,
  sort: string | undefined,
): void {
  const there = tree.get(name) as Partition | undefined
  if (there === undefined) {
    tree.set(name, entry)
  } else if ('chunks' in there) {
    insertRow(there, value, entry)
  } else {
    const rows = sortedRows<Row>()
    insertRow(rows, sortValue(there.indexed as Row, sort), there)
    insertRow(rows, value, entry)
    tree.set(name, rows)
  }
}

function takeFrom(tree: Tree, name: unknown, entry: Entry<Row>, value: number): void {
  const there = tree.get(name) as Partition | undefined
  if (there === entry) {
    tree.delete(name)
  } else if (there !== undefined && 'chunks' in there) {
    removeRow(there, value, entry)
    if (there.count === 0) tree.delete(name)
  }
}

/** The one place in an index that compares no field. */
const whole = ''

function alone(entry: Entry<Row>, sort: string | undefined): SortedRows<Row> {
  return { count: 1, chunks: [{ values: [sortValue(entry.indexed as Row, sort)], entries: [entry] }] }
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
  return a.every((one, index) => one === b[index])
}
