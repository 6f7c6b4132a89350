import type { PgliteClient, PgliteTransaction } from './client.js'
import type { Database, Run, SqlRow } from './database.js'

/** PGlite runs one statement after the other, and its "connection" is never cut. */
export function pgliteDatabase(client: PgliteClient): Database {
  return {
    run: runOn(client),
    transaction: (work) => client.transaction((transaction) => work(runOn(transaction))),
    async listen(channel, heard) {
      const stop = await client.listen(channel, heard)
      // A database that is closed no longer listens either.
      return () => void stop().catch(() => {})
    },
  }
}

function runOn(client: PgliteTransaction): Run {
  return async (text, values = []) => (await client.query(text, [...values])).rows as SqlRow[]
}
