import type { Pool } from 'pg'
import { commitOf } from './sample.js'

/** How it is usually written: a transaction for each command, the stream read, the event and the row written. */
export async function naivePeer(pool: Pool) {
  await pool.query(`create schema naive;
    create table naive.events (position bigserial primary key, stream text, version int, type text, data jsonb, at timestamptz, by jsonb, hash text,
      unique (stream, version));
    create table naive.inbox (key text primary key, row jsonb not null);
    create index on naive.inbox ((row->>'open'), (row->>'unit'), ((row->>'dueAt')::float8), key);
    create index on naive.inbox ((row->>'open'), (row->>'unit'), ((row->>'openedAt')::float8), key);
    create index on naive.inbox ((row->>'open'), (row->>'unit'), ((row->>'updatedAt')::float8), key);
    create index on naive.inbox (((row->>'signalAt')::float8), key) where (row->>'signalAt') is not null;
    create index on naive.inbox (((row->>'notices')::float8), key) where (row->>'notices') is not null;
    create index on naive.inbox using gin ((row->'petitioners'));
    create index on naive.inbox using gin ((row->'involved'));
    create index on naive.inbox using gin ((row->'lookups'))`)
  return async (n: number, version: number): Promise<void> => {
    const { streams, rows } = commitOf(n, version)
    const client = await pool.connect()
    try {
      await client.query('begin')
      const stream = `case-${n}`
      const read = await client.query({
        name: 'read',
        text: 'select * from naive.events where stream = $1 order by version',
        values: [stream],
      })
      if (read.rows.length !== version) throw new Error('another version')
      for (const event of streams[0]?.events ?? []) {
        await client.query({
          name: 'append',
          text: 'insert into naive.events (stream, version, type, data, at, by, hash) values ($1, $2, $3, $4, $5, $6, $7)',
          values: [stream, event.version, event.type, event.data, event.at, event.by, event.hash],
        })
      }
      for (const { key, row } of rows) {
        await client.query({
          name: 'upsert',
          text: 'insert into naive.inbox values ($1, $2) on conflict (key) do update set row = excluded.row',
          values: [key, row],
        })
      }
      await client.query('commit')
    } finally {
      client.release()
    }
  }
}
