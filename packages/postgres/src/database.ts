import type { PgliteClient, PgPool } from './client.js'
import { pgliteDatabase } from './pglite-database.js'
import { poolDatabase } from './pool-database.js'

export type SqlRow = Readonly<Record<string, unknown>>

/** Runs one statement. Values are bound, never part of the text. */
export type Run = (text: string, values?: readonly unknown[]) => Promise<readonly SqlRow[]>

/** A server of either sort. Its errors are the driver's own. */
export interface Database {
  readonly run: Run
  /** All or nothing, on one connection. */
  transaction<Result>(work: (run: Run) => Promise<Result>): Promise<Result>
  /**
   * Listens on a connection of its own.
   *
   * @param lost called once when the connection is cut
   * @returns the function that ends it
   */
  listen(channel: string, heard: (payload: string) => void, lost: () => void): Promise<() => void>
}

export function databaseOf(client: PgPool | PgliteClient): Database {
  return 'transaction' in client ? pgliteDatabase(client) : poolDatabase(client)
}
