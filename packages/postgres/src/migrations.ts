import { coreErrors } from '@redress/core'
import type { Run } from './database.js'
import { fingerprint } from './fingerprint.js'
import type { Names } from './names.js'

/** How many positions a transaction has: the low bits of a position count within it. See decision 0016. */
export const positionsPerTransaction = 16_384
const positionBits = 14

/** The first position of the transaction under way, in terms of `meta.base`. */
export const firstPosition = (base: string) =>
  `${base} + (pg_current_xact_id()::text::bigint << ${positionBits})`

/** The position below which every transaction of a snapshot's `xmin` or `xmax` lies. */
export const positionOf = (base: string, transaction: string) =>
  `${base} + ((${transaction}) << ${positionBits})`

/** Each brings the schema from the version of its index to the next one. A released one is never changed. */
const migrations: readonly ((names: Names) => readonly string[])[] = [
  (names) => [
    `create table ${names.events} (
      position bigint primary key,
      stream text collate "C" not null,
      version integer not null,
      type text not null,
      data json,
      at text not null,
      by json not null,
      rules text,
      sealed json,
      hash text not null,
      unique (stream, version)
    )`,
    `create table ${names.requests} (
      key text collate "C" primary key,
      fingerprint text not null,
      stream text not null,
      version integer not null
    )`,
    `create table ${names.cells} (name text collate "C" primary key, value json not null, revision integer not null)`,
    `create table ${names.views} (
      name text collate "C", version integer, definition json not null, ready boolean not null,
      primary key (name, version)
    )`,
    // The epoch counts the changes of the views: a commit of an older one is not carried out.
    `create table ${names.meta} (version integer not null, epoch bigint not null, base bigint not null)`,
    `insert into ${names.meta} values
      (0, 1, ${positionsPerTransaction} - (pg_current_xact_id()::text::bigint << ${positionBits}))`,
  ],
]

/** Makes the tables, or brings them up to date. Processes that start at once wait for each other. Within a transaction. */
export async function migrate(run: Run, names: Names): Promise<void> {
  const lock = Number.parseInt(fingerprint(`redress ${names.schema}`).slice(0, 8), 16) | 0
  await run('select pg_advisory_xact_lock(1919247474, $1::integer)', [lock])
  const [there] = await run('select to_regclass($1) is not null as is_there', [names.meta])
  let version = 0
  if (there?.is_there === true) {
    const [meta] = await run(`select version from ${names.meta}`)
    version = Number(meta?.version)
  } else {
    await createSchema(run, names)
  }
  if (version > migrations.length) {
    throw coreErrors.STORE_NEWER({ what: 'the database', stored: version, known: migrations.length })
  }
  if (version === migrations.length) return
  for (const statements of migrations.slice(version)) {
    for (const statement of statements(names)) await run(statement)
  }
  await run(`update ${names.meta} set version = ${migrations.length}`)
}

/** Asked first: a role that may not create schemas can use one that was made for it. */
async function createSchema(run: Run, names: Names): Promise<void> {
  const [schema] = await run('select to_regnamespace($1) is not null as is_there', [names.schema])
  if (schema?.is_there !== true) await run(`create schema ${names.schema}`)
}

/**
 * After a restore into another cluster its transactions may count from a lower number than the log's positions. Then the base
 * moves, so that positions go on growing. Within a transaction that keeps others from writing.
 */
export async function keepPositionsGrowing(run: Run, names: Names): Promise<boolean> {
  const moved = await run(
    `update ${names.meta} m set epoch = epoch + 1,
      base = e.position + ${positionsPerTransaction} - (pg_current_xact_id()::text::bigint << ${positionBits})
    from (select position from ${names.events} order by position desc limit 1) e
    where e.position >= ${firstPosition('m.base')} returning 1 as moved`,
  )
  return moved.length > 0
}

/** Whether {@link keepPositionsGrowing} has something to do, told without a lock. */
export async function positionsGrow(run: Run, names: Names): Promise<boolean> {
  const [behind] = await run(
    `select 1 as behind from ${names.meta} m, (select position from ${names.events} order by position desc limit 1) e
    where e.position >= ${positionOf('m.base', 'pg_snapshot_xmax(pg_current_snapshot())::text::bigint')}`,
  )
  return behind === undefined
}
