/**
 * The part of a SQLite driver that the store uses: what `libsql`, `better-sqlite3` and `DatabaseSync` of `node:sqlite` have in common.
 *
 * Give the store a connection of its own: a transaction that the host leaves open on it would hold the store's commits back.
 */
export interface SqliteDatabase {
  prepare(sql: string): SqliteStatement
  /** Runs statements that take no values. */
  exec(sql: string): unknown
}

export interface SqliteStatement {
  run(...values: SqliteValue[]): SqliteChange
  all(...values: SqliteValue[]): unknown[]
}

/** What the store binds. Whole numbers may come back as `bigint`, as the host has set its driver. */
export type SqliteValue = string | number | null

/** What a writing statement did. */
export interface SqliteChange {
  readonly changes: number | bigint
  readonly lastInsertRowid: number | bigint
}
