import { coreErrors, type Store } from '@redress/core'
import { listCells, readCell, writeCell } from './cells.js'
import { createConnection } from './connection.js'
import type { SqliteDatabase } from './database.js'
import { isMissingTable } from './failure.js'
import { findRows } from './find-rows.js'
import { createGroupCommit } from './group-commit.js'
import { headOf, readLog, readStream } from './log.js'
import { patiently } from './patience.js'
import { recall } from './requests.js'
import { open, type Synchronous } from './schema.js'
import { createViews } from './views.js'
import { createWatch } from './watch.js'
import { jsonOf } from './written-commit.js'

export interface SqliteStoreOptions {
  /** An open connection, used by nothing else. The host opens it and closes it. */
  readonly database: SqliteDatabase
  /**
   * What is safe when a commit resolves. `full` (the default): it survives a power cut. `normal`: a power cut may take the last
   * commits, a killed process takes none. `off`: a power cut may damage the file. `extra`: as `full`; differs only without WAL.
   */
  readonly synchronous?: Synchronous | undefined
  /** How often `watch` looks for commits of other processes, in milliseconds. Default: 500. */
  readonly watchEvery?: number | undefined
}

/**
 * A store in one SQLite file, safe with several processes on one machine.
 *
 * @throws OPTIONS_INVALID
 * @example
 * ```ts
 * import Database from 'libsql'
 *
 * const store = sqliteStore({ database: new Database('cases.db') })
 * const platform = createPlatform({ store, plugins: [petition()] })
 * ```
 */
export function sqliteStore(options: SqliteStoreOptions): Store {
  const { database, synchronous = 'full', watchEvery = 500 } = options
  checkOptions(options)
  const connection = createConnection(database)
  const views = createViews(connection)
  const watch = createWatch(() => headOf(connection), watchEvery)

  return {
    async prepare(definitions) {
      await open(connection, synchronous)
      return await patiently(() => views.prepare(definitions))
    },
    swap: (name) => patiently(() => views.swap(name)),
    read: (stream, after = 0) => patiently(() => readStream(connection, stream, after)),
    readAll: (after, limit) => patiently(() => readLog(connection, after, limit)),
    head: () => patiently(() => headOf(connection)),
    find: (name, query) =>
      patiently(() => {
        const page = () => {
          views.refresh()
          const { newest, ready } = views.readable(name)
          const found = findRows(connection, (ready ?? newest).layout, query)
          return ready === undefined || ready === newest ? found : { ...found, old: true as const }
        }
        try {
          return page()
        } catch (error) {
          // Between the two reads another process has ended the building of a view.
          if (isMissingTable(error)) return page()
          throw error
        }
      }),
    commit: createGroupCommit(connection, views, (head) => watch.stored(head)),
    recall: (key) => patiently(() => recall(connection, key)),
    readCell: (name) => patiently(() => readCell(connection, name)),
    async writeCell(name, value, expectedRevision) {
      const json = jsonOf(value)
      return await patiently(() => writeCell(connection, name, json, expectedRevision))
    },
    listCells: (prefix, after, limit) => patiently(() => listCells(connection, prefix, after, limit)),
    watch: (wake) => watch.add(wake),
  }
}

const levels: readonly Synchronous[] = ['off', 'normal', 'full', 'extra']

/** Hosts in JavaScript pass anything. */
function checkOptions({ database, synchronous = 'full', watchEvery = 500 }: SqliteStoreOptions): void {
  const refuse = (reason: string) => coreErrors.OPTIONS_INVALID({ what: 'sqliteStore', reason })
  if (typeof database?.prepare !== 'function' || typeof database.exec !== 'function') {
    throw refuse('database is not an open connection of a SQLite driver')
  }
  // It becomes part of a pragma, which takes no bound values.
  if (!levels.includes(synchronous)) throw refuse(`synchronous is one of ${levels.join(', ')}`)
  if (!(watchEvery >= 1)) throw refuse('watchEvery is a number of milliseconds, 1 or more')
}
