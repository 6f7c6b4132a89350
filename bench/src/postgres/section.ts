import { postgresStore } from '@redress/postgres'
import { Pool } from 'pg'
import { startPostgres } from '../../../packages/postgres/src/postgres-server.fixture.js'
import { median } from '../measure.js'
import { number, type Section } from '../report.js'
import { driveCallers, type Load } from './load.js'
import { naivePeer } from './naive.js'
import { rawLimit } from './raw-limit.js'
import { benchView, commitOf } from './sample.js'
import { serverSettings } from './server-settings.js'

const callerCounts = [1, 8, 32, 128] as const

/** Commands on a real PostgreSQL that flushes each commit, beside how it is usually written and beside what the server takes. */
export async function postgresSection(rounds: number, milliseconds: number): Promise<Section> {
  const server = await startPostgres({ durable: true, settings: serverSettings })
  const pool = new Pool({ connectionString: server.url, max: 8 })
  const single = new Pool({ connectionString: server.url, max: 1 })
  for (const one of [pool, single]) one.on('error', () => {})
  const store = postgresStore({ client: pool })
  try {
    const naive = await naivePeer(pool)
    await store.prepare([benchView])
    const measured = new Map<number, { readonly naive: Load[]; readonly store: Load[] }>()
    const raw: number[] = []
    let from = 0
    const drive = (callers: number, act: (n: number, version: number) => Promise<unknown>) => {
      from += 1_000_000
      return driveCallers(callers, milliseconds, from, act)
    }
    for (const callers of callerCounts) measured.set(callers, { naive: [], store: [] })
    // One after the other within a round, so that a bad second of the machine hits each of them.
    for (let round = 0; round < rounds; round++) {
      for (const [callers, loads] of measured) {
        loads.naive.push(await drive(callers, naive))
        loads.store.push(await drive(callers, (n, version) => store.commit(commitOf(n, version))))
      }
      raw.push(await rawLimit(single, 128, milliseconds))
    }
    const middle = (callers: number, whose: 'naive' | 'store', figure: keyof Load) =>
      median((measured.get(callers)?.[whose] ?? []).map((load) => load[figure]))
    const ratio = (callers: number) =>
      median(
        (measured.get(callers)?.store ?? []).map(
          ({ rate }, round) => rate / (measured.get(callers)?.naive[round]?.rate ?? Number.NaN),
        ),
      )
    return {
      title:
        'PostgreSQL: commands a second, each an event and an inbox row with all its indexes, flushed to the disk',
      table: [
        ['callers', 'Redress', 'p50 ms', 'naive', 'p50 ms'],
        ...callerCounts.map((callers) => [
          String(callers),
          number(middle(callers, 'store', 'rate')),
          number(middle(callers, 'store', 'p50')),
          number(middle(callers, 'naive', 'rate')),
          number(middle(callers, 'naive', 'p50')),
        ]),
        ['raw, 128 at once', number(median(raw)), '', '', ''],
      ],
      checks: [
        {
          what: 'p50 of a lone caller ÷ naive',
          measured: middle(1, 'store', 'p50') / middle(1, 'naive', 'p50'),
          required: { most: 1 },
        },
        { what: 'rate of 32 callers ÷ naive', measured: ratio(32), required: { least: 4 } },
        { what: 'rate of 128 callers ÷ naive', measured: ratio(128), required: { least: 6 } },
        {
          what: 'rate of 128 callers ÷ raw',
          measured: middle(128, 'store', 'rate') / median(raw),
          required: { least: 0.5 },
        },
      ],
      notes: [
        'naive: begin, read the stream, insert the event, upsert the row, commit; pg with 8 connections, the same indexes (GIN for lists).',
        'raw: multi-row inserts of the same bytes on one connection, into tables with nothing but their keys.',
      ],
    }
  } finally {
    store.close()
    await Promise.all([pool.end(), single.end()])
    await server.stop()
  }
}
