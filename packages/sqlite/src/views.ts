import { coreErrors, type ViewDefinition } from '@redress/core'
import type { Connection } from './connection.js'
import { headOf } from './log.js'
import { type Meta, readMeta } from './schema.js'
import { createTables, dropTables } from './view-layout.js'
import { type ViewTable, viewTable } from './view-table.js'

/** The views of the file, as every process sees them. */
export interface Views {
  /** Makes missing tables; tells which views are building. Inside a transaction where it has something to make. */
  prepare(definitions: readonly ViewDefinition[]): readonly string[]
  swap(name: string): void
  /** Takes over what other processes have changed. */
  refresh(meta?: Meta): void
  /** What was true when it was last looked at. */
  meta(): Meta
  /** A view that this process has prepared. */
  readable(name: string): View
  /** The same, to write to: refused where a later release computes the rows in another way. */
  writable(name: string): View
}

export interface View {
  readonly newest: ViewTable
  /** What queries are answered from while the newest one is building; the same as the newest one when it is built. */
  readonly ready: ViewTable | undefined
}

interface Stored {
  readonly id: number | bigint
  readonly name: string
  readonly version: number | bigint
  readonly ready: number | bigint
  readonly definition: string
}

export function createViews(connection: Connection): Views {
  const views = new Map<string, View>()
  /** The versions that this process computes rows for. */
  const known = new Map<string, number>()
  let seen: Meta = { schema: -1, views: -1 }

  const load = (): void => {
    const tables = new Map(
      [...views.values()]
        .flatMap(({ newest, ready }) => [newest, ready ?? newest])
        .map((table) => [table.id, table]),
    )
    views.clear()
    for (const { id, name, ready, definition } of connection.all<Stored>(
      'select id, name, ready, definition from redress_views order by version',
    )) {
      const table =
        tables.get(Number(id)) ?? viewTable(connection, Number(id), JSON.parse(definition) as ViewDefinition)
      views.set(name, { newest: table, ready: Number(ready) === 1 ? table : views.get(name)?.ready })
    }
  }
  const refresh = (meta = readMeta(connection)): void => {
    if (meta.views !== seen.views) load()
    seen = { schema: meta.schema, views: meta.views }
  }
  const changed = (): void => {
    connection.run('update redress_meta set views = views + 1 where id = 1')
  }
  const drop = (table: ViewTable): void => {
    connection.exec(dropTables(table.layout))
    connection.run('delete from redress_views where id = ?', table.id)
  }
  const create = (definition: ViewDefinition, ready: boolean): void => {
    const { name, version } = definition
    const { lastInsertRowid } = connection.run(
      'insert into redress_views (name, version, ready, definition) values (?, ?, ?, ?)',
      name,
      version,
      ready ? 1 : 0,
      JSON.stringify(definition),
    )
    connection.exec(createTables(viewTable(connection, Number(lastInsertRowid), definition).layout))
  }
  const checkNewer = ({ name, version }: Pick<ViewDefinition, 'name' | 'version'>): void => {
    const stored = views.get(name)?.newest.version ?? 0
    if (stored > version) throw coreErrors.STORE_NEWER({ what: `view '${name}'`, stored, known: version })
  }
  const get = (name: string): View => {
    const view = views.get(name)
    if (view === undefined || !known.has(name)) {
      throw coreErrors.QUERY_INVALID({ reason: `there is no view '${name}'` })
    }
    return view
  }
  const writable = (name: string): View => {
    const view = get(name)
    checkNewer({ name, version: known.get(name) as number })
    return view
  }

  const readable = (name: string): View => {
    const { newest, ready } = get(name)
    const own = known.get(name) as number
    // While a later release builds its rows, those of this one are current.
    if (ready !== undefined && ready.version <= own)
      return ready.version === own ? { newest: ready, ready } : { newest, ready }
    checkNewer({ name, version: own })
    return { newest, ready }
  }

  return {
    refresh,
    meta: () => seen,
    readable,
    writable,
    prepare(definitions) {
      refresh()
      for (const definition of definitions) checkNewer(definition)
      const missing = definitions.filter(({ name, version }) => views.get(name)?.newest.version !== version)
      if (missing.length > 0) {
        connection.transact(() => {
          // Another process may have made them since.
          refresh()
          const empty = headOf(connection) === 0
          for (const definition of missing) {
            checkNewer(definition)
            const view = views.get(definition.name)
            if (view?.newest.version === definition.version) continue
            // Where nothing has happened there is nothing to build from. A version that was still building is given up.
            for (const table of new Set([view?.newest, view?.ready])) {
              if (table !== undefined && (empty || table !== view?.ready)) drop(table)
            }
            create(definition, empty)
          }
          changed()
        })
        refresh()
      }
      for (const { name, version } of definitions) known.set(name, version)
      return definitions
        .map(({ name }) => name)
        .filter((name) => {
          const { newest, ready } = get(name)
          return newest !== ready
        })
    },
    swap(name) {
      connection.transact(() => {
        refresh()
        const { newest, ready } = writable(name)
        if (newest === ready) return
        if (ready !== undefined) drop(ready)
        connection.run('update redress_views set ready = 1 where id = ?', newest.id)
        changed()
      })
      refresh()
    },
  }
}
