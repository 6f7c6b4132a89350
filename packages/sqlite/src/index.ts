/**
 * Cases in one SQLite file.
 *
 * @module
 */
export type { SqliteChange, SqliteDatabase, SqliteStatement, SqliteValue } from './database.js'
export type { Synchronous } from './schema.js'
export { type SqliteStoreOptions, sqliteStore } from './store.js'
