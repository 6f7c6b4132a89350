/**
 * The store of Redress on PostgreSQL and PGlite.
 *
 * @module
 */
export type {
  PgClient,
  PgliteClient,
  PgliteTransaction,
  PgNotification,
  PgPool,
  PgQuery,
  PgResult,
} from './client.js'
export type { PostgresStore, PostgresStoreOptions } from './store.js'
export { postgresStore } from './store.js'
