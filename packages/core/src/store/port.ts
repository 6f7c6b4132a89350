import type { PendingEvent, RecordedEvent } from '../event/event.js'

/**
 * Where events and rows live. Small on purpose and free of domain words; every adapter passes the whole contract suite of
 * `@redress/core/testing`.
 */
export interface Store {
  /** True where everything ends with the process: then a platform can make up keys that end with it too. */
  readonly temporary?: boolean
  /**
   * Makes the database and the views ready: called once before anything else, safe to call again and from several processes.
   *
   * A view that the store holds in a lower version, beside a log that is not empty, is *building*: queries are answered from the old
   * rows, commits write the old and the new ones, until {@link swap}.
   *
   * @returns the names of the views that are building
   * @throws STORE_NEWER when a later version of the adapter or of a view has written here
   */
  prepare(views: readonly ViewDefinition[]): Promise<readonly string[]>
  /** Ends the building of a view: from now on queries are answered from its new rows. Does nothing where it is not building. */
  swap(view: string): Promise<void>
  /** The events of one stream after a version, in order; empty for an unknown stream. */
  read(stream: string, after?: number): Promise<readonly RecordedEvent[]>
  /** The log after a position, in order, at most `limit` events. Shows position n+1 only when n is decided. */
  readAll(after: number, limit: number): Promise<readonly RecordedEvent[]>
  /** The position of the last decided event; 0 for an empty log. */
  head(): Promise<number>
  /** A page of the rows of one view. */
  find(view: string, query: RowQuery): Promise<RowPage>
  /**
   * Stores events and rows, all or nothing. When it resolves, everything in it is durable. At least 10,000 events fit into one.
   *
   * @throws VERSION_CONFLICT when a stream is not at its expected version
   */
  commit(commit: Commit): Promise<CommitResult>
  /** What a commit with this key did, if there was one. */
  recall(key: string): Promise<StoredRequest | undefined>
  /** A cell: a small JSON value under a name, for what is not history, such as leases and checkpoints. */
  readCell(name: string): Promise<Cell | undefined>
  /**
   * Writes a cell if it still has the revision that the caller knows; 0 if there is none yet. Durable when it resolves.
   *
   * @returns the new revision; undefined if somebody else was faster, and nothing is changed
   */
  writeCell(name: string, value: unknown, expectedRevision: number): Promise<number | undefined>
  /**
   * A page of the cells whose names begin with a prefix: those after a name, at most `limit`, ordered by name. Printed ASCII is ordered
   * as everywhere; above U+D7FF a database may order by bytes.
   */
  listCells(prefix: string, after: string, limit: number): Promise<readonly NamedCell[]>
  /**
   * Calls back soon after a commit of events, by this process or another one; best effort, and often once for several commits.
   *
   * @returns the function that stops it
   */
  watch(wake: () => void): () => void
}

export interface Cell {
  readonly value: unknown
  /** Counts the writes from 1. */
  readonly revision: number
}

export interface NamedCell extends Cell {
  readonly name: string
}

export interface Commit {
  readonly streams: readonly StreamWrite[]
  readonly rows: readonly RowWrite[]
  /** Cells written with the rest, whatever they hold. Of several writes of one cell the last counts. */
  readonly cells?: readonly CellWrite[]
  /** Streams whose earlier events lose their content with this commit. */
  readonly prune?: readonly StreamPrune[]
  /** Makes the commit repeatable: a second one with the same key stores nothing and answers with the first. */
  readonly request?: { readonly key: string; readonly fingerprint: string }
}

export interface StreamWrite {
  readonly stream: string
  /** The version the stream must have now; 0 for a new one. */
  readonly expectedVersion: number
  /** Numbered onwards from the expected version. Their data is JSON, frozen by the caller: a store may keep the reference. */
  readonly events: readonly PendingEvent[]
}

export interface RowWrite {
  readonly view: string
  readonly key: string
  /** `null` removes the row. Frozen by the caller. */
  readonly row: Row | null
}

export interface CellWrite {
  readonly name: string
  /** JSON, frozen by the caller; `undefined` removes the cell, also from the disk as far as the database does that. */
  readonly value: unknown
}

/**
 * Leaves of the events of a stream up to a version only their places: type `core.pruned`, data `null`, by `{ kind: 'system' }`, no
 * rules; stream, version, position, `at`, `sealed` and `hash` stay. Only of streams that the commit writes, and only of events that
 * were there before it.
 */
export interface StreamPrune {
  readonly stream: string
  readonly until: number
}

export type CommitResult =
  | { readonly events: readonly RecordedEvent[] }
  /** The key was used before: this is what the first commit did. */
  | { readonly repeated: StoredRequest }

/** A finished request, found again by its idempotency key. */
export interface StoredRequest {
  readonly fingerprint: string
  /** The first stream of the commit; empty where it wrote none. */
  readonly stream: string
  /** The version that stream had after it; 0 where there is none. */
  readonly version: number
}

/** One view: a table of rows, found by the fields named in its indexes. */
export interface ViewDefinition {
  readonly name: string
  /** Raised when rows are computed differently; they are then built anew from the log. */
  readonly version: number
  readonly indexes: readonly ViewIndex[]
  /** The fields that hold a list of texts. All others that queries name hold a scalar or `null`. */
  readonly lists?: readonly string[]
}

/** A way to find rows without reading them all. */
export interface ViewIndex {
  /** Fields compared for equality. A list field matches each of its values. */
  readonly equal: readonly string[]
  /** A number field that orders the rows; `null` counts as greatest. */
  readonly sort?: string
  /** Leaves out rows whose `sort` field is `null`. */
  readonly sparse?: boolean
}

export type Scalar = string | number | boolean
/** JSON. Fields used in a query hold a scalar, a list of texts, or `null`. */
export type Row = Readonly<Record<string, unknown>>

export interface RowQuery {
  /** Fields and the value, or one of the values, that they must have. A dot reaches into an object: `facets.channel`. */
  readonly where?: Readonly<Record<string, Scalar | readonly Scalar[]>>
  /** Bounds on a number field: at least `from`, less than `below`. A row without a value is outside every bound. */
  readonly range?: { readonly field: string; readonly from?: number; readonly below?: number }
  /** A number field; ties are ordered by key. Default: by key alone. */
  readonly sort?: { readonly field: string; readonly descending?: boolean }
  /** Starts after this place. */
  readonly after?: RowPlace
  readonly limit: number
}

/** A place in the order of a query: the sort value of a row and its key. */
export interface RowPlace {
  readonly value: number | null
  readonly key: string
}

export interface RowPage {
  readonly rows: readonly { readonly key: string; readonly row: Row }[]
  /** Where the next page starts; absent on the last one. */
  readonly next?: RowPlace
  /** The rows are of an older version of the view, which is building. */
  readonly old?: true
}
