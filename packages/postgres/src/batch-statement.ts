import { firstPosition } from './migrations.js'
import type { Names } from './names.js'
import { entriesOf, type ViewTable } from './view-table.js'

/** One place for rows: a version of a view, and the number of the parameter that holds its rows. */
export interface RowTarget {
  readonly table: ViewTable
  readonly parameter: number
}

/** How many parameters stand before those of the rows: commits, streams, events, epoch. */
export const fixedParameters = 4

/**
 * The statement that stores a whole batch: it checks every commit, writes those that are good, and tells what became of each.
 *
 * Versions are compared with what the snapshot shows. A stream that moves between the snapshot and the insert breaks the unique key,
 * which undoes the batch; the next attempt sees the winner. Rows come after events, so that writers of one case wait at one place.
 */
export function batchStatement(names: Names, targets: readonly RowTarget[]): string {
  return `with m as materialized (select epoch, ${firstPosition('base')} as first from ${names.meta}),
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
      select a.* from a cross join m where a.actual <> a.expected or a.position >= m.first
    ),
    k as materialized (
      select c.c, r.fingerprint, r.stream, r.version from c join ${names.requests} r on r.key = c.key
    ),
    good as materialized (
      select c.c from c cross join m where m.epoch = $4::bigint
        and not exists (select from bad where bad.c = c.c) and not exists (select from k where k.c = c.c)
    ),
    logged as (
      insert into ${names.events} (position, stream, version, type, data, at, by, rules)
      select m.first + e.o, e.stream, e.version, e.type, e.data, e.at, e.by, e.rules
      from json_to_recordset($3::json)
        as e(c integer, o integer, stream text, version integer, type text, data json, at text, by json, rules text)
      join good using (c) cross join m
      returning 1
    ),
    requested as (
      insert into ${names.requests} (key, fingerprint, stream, version)
      select c.key, c.print, c.stream, c.version from c join good using (c)
      where c.key is not null and c.stream is not null
      returning 1
    ),
    before as materialized (select (select count(*) from logged) + (select count(*) from requested) as rows)
    ${targets.map(rowsSql).join('')}
    select c.c, m.epoch::text, m.first::text, good.c is not null as good,
      k.fingerprint, k.stream, k.version, b.stream as moved, b.actual
    from c cross join m cross join before left join good using (c) left join k using (c)
    left join lateral (select * from bad where bad.c = c.c limit 1) b on true`
}

function rowsSql({ table, parameter }: RowTarget, n: number): string {
  const entries =
    table.entries === undefined
      ? ''
      : `, wanted${n} as materialized (${entriesOf(table, `(select * from rows${n} where row is not null)`)}),
    gone${n} as (
      delete from ${table.entries} e using rows${n} r where e.key = r.key and not exists (
        select from wanted${n} w where w.key = e.key and w.index = e.index and w.value = e.value and w.by = e.by
      )
    ),
    come${n} as (
      insert into ${table.entries} select index, value, by, key from wanted${n} order by 4, 1, 2 on conflict do nothing
    )`
  return `, rows${n} as materialized (
      select r.key, r.row from json_to_recordset($${parameter}::json) as r(c integer, key text, row jsonb)
      join good using (c) cross join before
    ),
    put${n} as (
      insert into ${table.rows} (key, row) select key, row from rows${n} where row is not null
      on conflict (key) do update set row = excluded.row
    ),
    cut${n} as (delete from ${table.rows} v using rows${n} r where v.key = r.key and r.row is null)${entries}`
}
