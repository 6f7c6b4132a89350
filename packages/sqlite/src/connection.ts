import type { SqliteChange, SqliteDatabase, SqliteStatement, SqliteValue } from './database.js'

/** The host's database with its statements kept prepared. */
export interface Connection {
  all<Found>(sql: string, ...values: SqliteValue[]): readonly Found[]
  one<Found>(sql: string, ...values: SqliteValue[]): Found | undefined
  run(sql: string, ...values: SqliteValue[]): SqliteChange
  exec(sql: string): void
  /** All or nothing, with the write lock held from the start, so that what the work reads stays true until it ends. */
  transact<Result>(work: () => Result): Result
}

/** More than the store's own statements and the usual queries come to. */
const mostStatements = 256

export function createConnection(database: SqliteDatabase): Connection {
  const statements = new Map<string, SqliteStatement>()

  const prepared = (sql: string): SqliteStatement => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    if (statements.size >= mostStatements) {
      for (const oldest of statements.keys()) {
        statements.delete(oldest)
        break
      }
    }
    const statement = database.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  // Always all the rows: a libsql statement that was read in part stays open, and the snapshot it holds makes every later
  // transaction of the connection fail.
  const all = <Found>(sql: string, ...values: SqliteValue[]): readonly Found[] =>
    prepared(sql).all(...values) as Found[]

  return {
    all,
    one<Found>(sql: string, ...values: SqliteValue[]) {
      return all<Found>(sql, ...values)[0]
    },
    run: (sql, ...values) => prepared(sql).run(...values),
    exec: (sql) => void database.exec(sql),
    transact(work) {
      // Not as a prepared statement: one of libsql that was refused for being busy is not reset and holds a stale snapshot.
      database.exec('begin immediate')
      try {
        const result = work()
        database.exec('commit')
        return result
      } catch (error) {
        rollBack(database)
        throw error
      }
    },
  }
}

/** After a full disk or a failed write SQLite has often rolled back by itself: then there is nothing left to do. */
function rollBack(database: SqliteDatabase): void {
  try {
    database.exec('rollback')
  } catch {
    // The error that led here is the one to tell.
  }
}
