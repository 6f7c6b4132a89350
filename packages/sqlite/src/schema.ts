import { coreErrors } from '@redress/core'
import type { Connection } from './connection.js'
import { blockedAtMost, patiently } from './patience.js'

/** How safely a commit stands when it resolves; the pragma of the same name. */
export type Synchronous = 'off' | 'normal' | 'full' | 'extra'

/** The steps from an empty file to the tables as they are now. A step that was published is never changed. */
const migrations: readonly string[] = [
  `create table redress_meta (id integer primary key check (id = 1), schema integer not null, views integer not null);
  insert into redress_meta (id, schema, views) values (1, 0, 0);
  create table redress_events (
    position integer primary key, stream text not null, version integer not null, type text not null, data text not null,
    at text not null, by text not null, rules text, sealed text, hash text not null);
  create unique index redress_events_stream on redress_events (stream, version);
  create table redress_requests (
    key text primary key, fingerprint text not null, stream text not null, version integer not null) without rowid;
  create table redress_cells (name text primary key, value text not null, revision integer not null) without rowid;
  create table redress_views (
    id integer primary key autoincrement, name text not null, version integer not null, ready integer not null,
    definition text not null, unique (name, version));`,
]

/** What may change under a running process. */
export interface Meta {
  /** How many migrations the file has had. */
  readonly schema: number
  /** Counts the changes of the table of views. */
  readonly views: number
}

/** Makes the file ready. Several processes may do it at once. */
export async function open(connection: Connection, synchronous: Synchronous): Promise<void> {
  connection.exec(`pragma busy_timeout = ${blockedAtMost}`)
  await patiently(() => {
    const [mode] = connection.all<{ readonly journal_mode: string }>('pragma journal_mode')
    // Changing it takes a lock that an open file refuses, so only where it is another one.
    if (mode?.journal_mode !== 'wal') connection.exec('pragma journal_mode = wal')
    connection.exec(`pragma synchronous = ${synchronous}`)
    // What is removed must not stay in the file. It makes less than a hundredth more of the write-ahead log.
    connection.exec('pragma secure_delete = on')
  })
  await patiently(() => {
    if (schemaOf(connection) === migrations.length) return
    connection.transact(() => {
      const schema = schemaOf(connection)
      for (let step = schema; step < migrations.length; step++) connection.exec(migrations[step] as string)
      connection.run('update redress_meta set schema = ? where id = 1', migrations.length)
    })
  })
}

/** @throws STORE_NEWER */
export function readMeta(connection: Connection): Meta {
  return checkMeta(connection.one<StoredMeta>('select schema, views from redress_meta where id = 1'))
}

/** The version of a stream, 0 if there is none, and the rest in one read: every commit needs both. @throws STORE_NEWER */
export function readVersion(connection: Connection, stream: string): Meta & { readonly version: number } {
  const found = connection.one<StoredMeta & { readonly version: number | bigint | null }>(
    `select schema, views, (select max(version) from redress_events where stream = ?) as version
    from redress_meta where id = 1`,
    stream,
  )
  return { ...checkMeta(found), version: Number(found?.version ?? 0) }
}

interface StoredMeta {
  readonly schema: number | bigint
  readonly views: number | bigint
}

function checkMeta(found: StoredMeta | undefined): Meta {
  const [schema, views] = [Number(found?.schema ?? 0), Number(found?.views ?? 0)]
  if (schema > migrations.length) {
    throw coreErrors.STORE_NEWER({ what: 'the tables of SQLite', stored: schema, known: migrations.length })
  }
  return { schema, views }
}

function schemaOf(connection: Connection): number {
  const there = connection.one('select 1 from sqlite_schema where name = ?', 'redress_meta')
  return there === undefined ? 0 : readMeta(connection).schema
}
