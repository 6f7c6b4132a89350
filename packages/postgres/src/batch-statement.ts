import { type CellTarget, cellsSql } from './batch-cells.js'
import { pruneSql } from './batch-prune.js'
import { firstPosition } from './migrations.js'
import type { Names } from './names.js'
import { entriesOf, listsDiffer, type ViewTable } from './view-table.js'

/** What a batch holds: its statement has nothing for what is not there. */
export interface BatchShape {
  readonly requests: boolean
  readonly targets: readonly RowTarget[]
  readonly cells: CellTarget | undefined
  /** The parameter with the streams to prune. */
  readonly prune: number | undefined
}

/** One place for rows: a version of a view, and the first of the three parameters with the commit, key and JSON of each row. */
export interface RowTarget {
  readonly table: ViewTable
  readonly parameter: number
  readonly removals: boolean
  /** Whether rows may be written by two processes at once, because no stream guards them. */
  readonly contested: boolean
}

/** How many parameters stand before those of the rows: commits, streams, events, epoch. */
export const fixedParameters = 4

/**
 * The statement that stores a whole batch: it checks every commit, writes those that are good, and tells what became of each.
 *
 * Versions are compared with what the snapshot shows. A stream that moves between the snapshot and the insert breaks the unique key,
 * which undoes the batch; the next attempt sees the winner. Rows come after events, so that writers of one case wait at one place.
 */
export function batchStatement(names: Names, { requests, targets, cells, prune }: BatchShape): string {
  const known = requests ? knownRequests(names) : ''
  const requested = requests ? newRequests(names) : ''
  return `with m as materialized (select epoch, ${firstPosition('base')} as first from ${names.meta} limit 1),
    c as materialized (
      select * from json_to_recordset($1::json) as c(c integer, key text, print text, stream text, version integer)
    ),
    a as materialized (
      select s.c, s.stream, s.expected, coalesce(e.version, 0) as actual, coalesce(e.position, 0) as position
      from json_to_recordset($2::json) as s(c integer, stream text, expected integer)
      left join lateral (
        select version, position from ${names.events} e where e.stream = s.stream order by e.version desc limit 1
      ) e on true
    ),
    bad as materialized (
      select a.* from a where a.actual <> a.expected or a.position >= (select first from m)
    ),${known}
    good as materialized (
      select c.c from c where (select epoch from m) = $4::bigint
        and not exists (select from bad where bad.c = c.c)
        ${requests ? 'and not exists (select from k where k.c = c.c)' : ''}
    ),
    logged as (
      insert into ${names.events} (position, stream, version, type, data, at, by, rules, sealed, hash)
      select (select first from m) + e.o, e.stream, e.version, e.type, e.data, e.at, e.by, e.rules, e.sealed, e.hash
      from json_to_recordset($3::json)
        as e(c integer, o integer, stream text, version integer, type text, data json, at text, by json, rules text,
          sealed json, hash text)
      join good using (c)
      returning 1
    ),${requested}
    before as materialized (
      select (select count(*) from logged) ${requests ? '+ (select count(*) from requested)' : ''} as rows
    )
    ${targets.map(rowsSql).join('')}${cells === undefined ? '' : cellsSql(names, cells)}
    ${prune === undefined ? '' : pruneSql(names, prune)}
    select c.c, m.epoch::text, m.first::text, good.c is not null as good,
      ${requests ? 'k.fingerprint, k.stream, k.version,' : 'null as fingerprint,'} b.stream as moved, b.actual
    from c cross join m cross join before left join good using (c) ${requests ? 'left join k using (c)' : ''}
    left join lateral (select * from bad where bad.c = c.c limit 1) b on true`
}

function knownRequests(names: Names): string {
  return `
    k as materialized (
      select c.c, r.fingerprint, r.stream, r.version from c join ${names.requests} r on r.key = c.key
    ),`
}

function newRequests(names: Names): string {
  return `
    requested as (
      insert into ${names.requests} (key, fingerprint, stream, version)
      select c.key, c.print, c.stream, c.version from c join good using (c)
      where c.key is not null
      returning 1
    ),`
}

/** Rows that are there are changed first: trying to insert them would look for them twice and work out their columns twice. */
function rowsSql({ table, parameter: p, removals, contested }: RowTarget, n: number): string {
  const put = removals ? `(select * from rows${n} where row <> 'null')` : `rows${n}`
  const cut = `, cut${n} as (delete from ${table.rows} v using rows${n} r where v.key = r.key and r.row = 'null')`
  return `, rows${n} as materialized (
      select r.key, r.row::jsonb as row
      from rows from (
        unnest($${p}::integer[]), unnest($${p + 1}::text[]), string_to_table($${p + 2}::text, chr(31))
      ) as r(c, key, row)
      join good using (c) cross join before
    ),
    old${n} as (
      update ${table.rows} v set row = r.row from ${put} r where v.key = r.key returning v.key
    ),
    put${n} as (
      insert into ${table.rows} (key, row) select key, row from ${put} r
      where not exists (select from old${n} o where o.key = r.key)
      returning 1
    )${removals ? cut : ''}${table.entries === undefined ? '' : entriesSql(table, table.entries, put, n, contested)}`
}

/**
 * Rows whose lists and sort values stay are left alone, and so are entries that stay. Where two processes may write one row, what this
 * snapshot shows may be on its way out: then each entry is written, which waits for the other process.
 */
function entriesSql(table: ViewTable, entries: string, rows: string, n: number, contested: boolean): string {
  const same = 'h.key = w.key and h.index = w.index and h.value = w.value and h.by = w.by'
  // After the rows, whose locks keep others out: PostgreSQL runs the parts of a statement in no promised order. The old row is that of
  // the snapshot all the same.
  const moved = `moved${n} as materialized (
      select r.* from rows${n} r cross join (select count(*) from put${n}) p
      left join lateral (select v.row from ${table.rows} v where v.key = r.key offset 0) v on true
      ${contested ? '' : `where v.row is null or r.row = 'null' or ${listsDiffer(table, 'r.row', 'v.row')}`}
    )`
  return `, ${moved},
    want${n} as materialized (${entriesOf(table, rows.replace(`rows${n}`, `moved${n}`))}),
    have${n} as materialized (
      select e.* from moved${n} r
      cross join lateral (select e.ctid as place, e.* from ${entries} e where e.key = r.key offset 0) e
    ),
    gone${n} as (
      delete from ${entries} where ctid = any(array(
        select h.place from have${n} h where not exists (select from want${n} w where ${same})
      ))
    ),
    come${n} as (
      insert into ${entries} (index, value, by, key) select w.index, w.value, w.by, w.key from want${n} w
      ${contested ? '' : `where not exists (select from have${n} h where ${same})`}
      order by 4, 1, 2 on conflict do nothing
    )`
}
