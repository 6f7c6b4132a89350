import { type PostgresStore, postgresStore } from '@redress/postgres'
import { Pool } from 'pg'
import { startPostgres } from '../../../packages/postgres/src/postgres-server.fixture.js'
import { median, spread } from '../measure.js'
import { number, type Section } from '../report.js'
import { driveCallers } from './load.js'
import { benchView, commitOf } from './sample.js'
import { serverSettings } from './server-settings.js'

const callers = 32
const pages = 300

interface Grown {
  readonly size: number
  readonly rate: number
  /** Pages of 50 open cases by due date, in milliseconds. */
  readonly county: { readonly p50: number; readonly p99: number }
  readonly city: { readonly p50: number; readonly p99: number }
}

/** The same commands and pages with few cases stored and with many. */
export async function growthSection(sizes: readonly number[], milliseconds: number): Promise<Section> {
  const server = await startPostgres({ durable: true, settings: serverSettings })
  const pool = new Pool({ connectionString: server.url, max: 8 })
  pool.on('error', () => {})
  const store = postgresStore({ client: pool })
  try {
    await store.prepare([benchView])
    const grown: Grown[] = []
    let stored = 0
    for (const size of sizes) {
      await fill(store, stored, size)
      stored = size
      await pool.query('vacuum analyze')
      const rates: number[] = []
      for (let round = 0; round < 3; round++) {
        // Cases beside those that are counted, ten commands each.
        const from = 10_000_000 + round * 1_000_000 + size
        const load = await driveCallers(callers, milliseconds, from, (n, version) =>
          store.commit(commitOf(n, version)),
        )
        rates.push(load.rate)
      }
      grown.push({
        size,
        rate: median(rates),
        county: await readPages(store, 37),
        city: await readPages(store, 300),
      })
    }
    const [first, last] = [grown[0] as Grown, grown.at(-1) as Grown]
    return {
      title: `PostgreSQL as it grows: commands of ${callers} callers, and pages of 50 open cases by due date`,
      table: [
        ['cases', 'commands/s', '37 units p50 ms', 'p99', '300 units p50 ms', 'p99'],
        ...grown.map(({ size, rate, county, city }) => [
          number(size),
          number(rate),
          ...[county.p50, county.p99, city.p50, city.p99].map(number),
        ]),
      ],
      checks: [
        {
          what: `commands/s at ${number(first.size)} ÷ at ${number(last.size)}`,
          measured: first.rate / last.rate,
          required: { most: 1.2 },
        },
        {
          what: `p99 of a page of 300 units at ${number(last.size)}, ms`,
          measured: last.city.p99,
          required: { most: 10 },
        },
      ],
      notes: ['A tenth of the cases is open. Cases grow by commands, not by a bulk load.'],
    }
  } finally {
    store.close()
    await pool.end()
    await server.stop()
  }
}

async function fill(store: PostgresStore, from: number, to: number): Promise<void> {
  let next = from
  const worker = async () => {
    for (let n = next++; n < to; n = next++) await store.commit(commitOf(n, 0))
  }
  await Promise.all(Array.from({ length: 256 }, worker))
}

async function readPages(store: PostgresStore, units: number): Promise<{ p50: number; p99: number }> {
  const samples = new Float64Array(pages)
  for (let n = 0; n < pages; n++) {
    const unit = Array.from({ length: units }, (_, i) => `u${(i + n * 7) % 300}`)
    const start = performance.now()
    await store.find(benchView.name, { where: { open: true, unit }, sort: { field: 'dueAt' }, limit: 51 })
    samples[n] = performance.now() - start
  }
  // `spread` speaks of microseconds.
  const { p50, p99 } = spread(samples)
  return { p50: p50 / 1000, p99: p99 / 1000 }
}
