import { coreErrors, type Store } from '@redress/core'
import { createAnnouncer } from './announcer.js'
import { prepareViews, swapView } from './catalog.js'
import { createCells } from './cells.js'
import type { PgliteClient, PgPool } from './client.js'
import { createCommitQueue } from './commit-queue.js'
import { databaseOf } from './database.js'
import { toCaller } from './failure.js'
import { createFinder } from './finder.js'
import { createLogReader } from './log.js'
import { namesIn } from './names.js'
import { readText, storableText } from './storable.js'
import { createViewBook } from './view-book.js'
import { createWriter } from './writer.js'
import { writeCommit } from './written-commit.js'

export interface PostgresStoreOptions {
  /**
   * A pool of `pg`, or a PGlite. The pool stays the host's, who ends it after {@link PostgresStore.close} and listens to its `error`
   * event: without a listener, a lost idle connection ends the process.
   */
  readonly client: PgPool | PgliteClient
  /** The schema for everything, one for each tenant; it is made if it is not there. Default: `redress`. */
  readonly schema?: string | undefined
}

/** A store on PostgreSQL. */
export interface PostgresStore extends Store {
  /** Gives back the listening connection. The pool stays open. */
  close(): void
}

/** Statements of commits under way at once: while the server works on one, this process writes the next. PGlite has one thread. */
const lanesOf = (client: PgPool | PgliteClient) => ('transaction' in client ? 1 : 2)

/**
 * A store on PostgreSQL 14 or later, or on PGlite.
 *
 * Commits that arrive while another is under way share one statement. A cut connection or a stopped server is `STORE_UNAVAILABLE`:
 * repeat the command with its idempotency key.
 *
 * @throws OPTIONS_INVALID
 * @example
 * ```ts
 * const pool = new Pool({ connectionString })
 * pool.on('error', (error) => log.warn(error))
 * const store = postgresStore({ client: pool, schema: 'qinghe' })
 * ```
 */
export function postgresStore({ client, schema = 'redress' }: PostgresStoreOptions): PostgresStore {
  const names = namesIn(schema)
  if (typeof client?.query !== 'function') {
    const reason = 'the client is neither a pool of pg nor a PGlite'
    throw coreErrors.OPTIONS_INVALID({ what: 'postgresStore', reason })
  }
  const database = databaseOf(client)
  const { run } = database
  const book = createViewBook(run, names)
  const log = createLogReader(run, names)
  const cells = createCells(run, names)
  const find = createFinder(run, book)
  const announcer = createAnnouncer(database, names)
  const commit = createCommitQueue(lanesOf(client), createWriter(database, names, book))
  const recallSql = `select fingerprint, stream, version from ${names.requests} where key = $1`

  return {
    async prepare(views) {
      book.know(views)
      const state = await answered(prepareViews(database, names, views))
      book.learn(state)
      return views
        .map(({ name }) => name)
        .filter((name) => {
          const versions = state.views.get(name)
          return versions !== undefined && versions.ready !== versions.newest
        })
    },

    async swap(view) {
      book.learn(await answered(swapView(database, names, view)))
    },

    read: (stream, after = 0) => answered(log.read(stream, after)),
    readAll: (after, limit) => answered(log.readAll(after, limit)),
    head: () => answered(log.head()),
    find: (view, query) => answered(find(view, query)),

    async commit(written) {
      const result = await commit(writeCommit(written))
      if ('events' in result && result.events.length > 0) announcer.announce()
      return result
    },

    async recall(key) {
      const [row] = await answered(run(recallSql, [storableText(key)]))
      if (row === undefined) return undefined
      return {
        fingerprint: readText(row.fingerprint as string),
        stream: readText(row.stream as string),
        version: Number(row.version),
      }
    },

    readCell: (name) => answered(cells.read(name)),
    listCells: (prefix, after, limit) => answered(cells.list(prefix, after, limit)),
    writeCell: (name, value, expectedRevision) => answered(cells.write(name, value, expectedRevision)),
    watch: (wake) => announcer.watch(wake),
    close: () => announcer.close(),
  }
}

/** With the errors that callers know in place of the driver's. */
async function answered<Answer>(work: Promise<Answer>): Promise<Answer> {
  try {
    return await work
  } catch (error) {
    throw toCaller(error)
  }
}
