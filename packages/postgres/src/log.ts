import type { RecordedEvent } from '@redress/core'
import type { Run, SqlRow } from './database.js'
import { positionOf } from './migrations.js'
import type { Names } from './names.js'
import { withOptional } from './recorded-event.js'
import { readJson, readText, storableText } from './storable.js'

/** Reads the log, in streams and as a whole. */
export interface LogReader {
  read(stream: string, after: number): Promise<readonly RecordedEvent[]>
  readAll(after: number, limit: number): Promise<readonly RecordedEvent[]>
  head(): Promise<number>
}

const columns =
  'e.position::text, e.stream, e.version, e.type, e.data::text, e.at, e.by::text, e.rules, e.sealed::text, e.hash'

export function createLogReader(run: Run, names: Names): LogReader {
  // Everything below the oldest transaction that runs is decided.
  const bound = positionOf('m.base', 'pg_snapshot_xmin(pg_current_snapshot())::text::bigint')
  const readSql = `select ${columns} from ${names.events} e where e.stream = $1 and e.version > $2::integer order by e.version`
  const pageSql = `select ${columns}, e.position < ${bound} as decided from ${names.meta} m, ${names.events} e
    where e.position > $1::bigint order by e.position limit $2::integer`
  const decidedSql = `select ${columns} from ${names.events} e
    where e.position > $1::bigint and e.position < $3::bigint order by e.position limit $2::integer`
  const headSql = `select e.position::text, e.position < ${bound} as decided from ${names.meta} m, ${names.events} e
    order by e.position desc limit 1`
  const decidedHeadSql = `select e.position::text from ${names.events} e where e.position < $1::bigint order by e.position desc limit 1`
  const boundSql = boundOfWriters(names)

  const decidedBound = async (): Promise<unknown> => (await run(boundSql, []))[0]?.bound

  return {
    async read(stream, after) {
      return (await run(readSql, [storableText(stream), String(after)])).map(toEvent)
    },

    async readAll(after, limit) {
      const values = [String(Math.max(0, after)), String(limit)]
      const rows = await run(pageSql, values)
      if (rows.every((row) => row.decided === true)) return rows.map(toEvent)
      // Somebody writes, and perhaps it is not this log: ask more exactly, in a statement that comes after the answer.
      return (await run(decidedSql, [...values, await decidedBound()])).map(toEvent)
    },

    async head() {
      const [last] = await run(headSql, [])
      if (last === undefined) return 0
      if (last.decided === true) return Number(last.position)
      const [decided] = await run(decidedHeadSql, [await decidedBound()])
      return decided === undefined ? 0 : Number(decided.position)
    },
  }
}

/**
 * The first position that a transaction under way may still fill; unlike the snapshot it does not look at those that have nothing to
 * do with this log, such as an import elsewhere that takes an hour.
 *
 * Who writes holds a lock on the table before it has a number. So whoever is not among the holders has ended, and is seen by a
 * statement that begins later, or will get a number that this snapshot has not given out yet.
 */
function boundOfWriters(names: Names): string {
  // Locks name a transaction by the lower half of its number.
  const ago = '((s.next - t.transactionid::text::bigint) & 4294967295)'
  return `with s as materialized (
      select pg_snapshot_xmax(pg_current_snapshot())::text::bigint as next, base from ${names.meta}
    )
    select (${positionOf('s.base', 'coalesce(min(w.number), s.next)')})::text as bound
    from s left join lateral (
      select s.next - ${ago} as number from pg_locks t
      where t.locktype = 'transactionid' and t.mode = 'ExclusiveLock' and t.granted and ${ago} < 2147483648
        and t.pid in (
          select l.pid from pg_locks l where l.locktype = 'relation' and l.mode = 'RowExclusiveLock'
            and l.relation = '${names.events}'::regclass
            and l.database = (select oid from pg_database where datname = current_database())
        )
    ) w on true
    group by s.next, s.base`
}

function toEvent(row: SqlRow): RecordedEvent {
  const event = {
    type: readText(row.type as string),
    data: row.data === null ? null : readJson(row.data as string),
    stream: readText(row.stream as string),
    version: Number(row.version),
    position: Number(row.position),
    at: row.at as string,
    by: readJson(row.by as string) as RecordedEvent['by'],
    hash: row.hash as string,
  }
  const rules = row.rules === null ? undefined : readText(row.rules as string)
  const sealed = row.sealed === null ? undefined : (readJson(row.sealed as string) as RecordedEvent['sealed'])
  return withOptional(event, rules, sealed)
}
