import type { Pool } from 'pg'
import { commitOf } from './sample.js'

/** The same bytes by multi-row inserts into tables with nothing but their keys: what the server takes at most. */
export async function rawLimit(pool: Pool, rowsAtOnce: number, milliseconds: number): Promise<number> {
  await pool.query(`drop schema if exists raw cascade; create schema raw;
    create table raw.events (stream text, version int, data jsonb, primary key (stream, version));
    create table raw.inbox (key text primary key, row jsonb)`)
  const began = performance.now()
  let stored = 0
  while (performance.now() - began < milliseconds) {
    const [events, rows]: [string[], string[]] = [[], []]
    const [eventValues, rowValues]: [unknown[], unknown[]] = [[], []]
    for (let i = 0; i < rowsAtOnce; i++) {
      const { streams, rows: written } = commitOf(stored + i, 0)
      const [stream] = streams
      const [row] = written
      events.push(`($${3 * i + 1}, $${3 * i + 2}, $${3 * i + 3})`)
      eventValues.push(stream?.stream, 1, JSON.stringify(stream?.events[0]))
      rows.push(`($${2 * i + 1}, $${2 * i + 2})`)
      rowValues.push(row?.key, JSON.stringify(row?.row))
    }
    await pool.query('begin')
    await pool.query({
      name: `events ${rowsAtOnce}`,
      text: `insert into raw.events values ${events.join()}`,
      values: eventValues,
    })
    await pool.query({
      name: `rows ${rowsAtOnce}`,
      text: `insert into raw.inbox values ${rows.join()}`,
      values: rowValues,
    })
    await pool.query('commit')
    stored += rowsAtOnce
  }
  return stored / ((performance.now() - began) / 1000)
}
