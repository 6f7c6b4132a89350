import { Pool, type PoolConfig } from 'pg'
import { type PostgresServer, startPostgres } from './postgres-server.fixture.js'

/** A real PostgreSQL: one of our own, or the one that `REDRESS_PG_URL` names. */
export interface TestDatabase {
  readonly url: string
  /** A pool with a listener, as every host needs. */
  readonly pool: (config?: PoolConfig) => Pool
  /** Removes the schemas and ends every pool. */
  readonly close: () => Promise<void>
}

export async function openDatabase(): Promise<TestDatabase> {
  const url = process.env.REDRESS_PG_URL
  if (url === undefined) return databaseOn(await startPostgres())
  return databaseOn({ url, stop: async () => {} })
}

export function databaseOn(server: Pick<PostgresServer, 'url' | 'stop'>): TestDatabase {
  const pools: Pool[] = []
  return {
    url: server.url,
    pool(config = {}) {
      const pool = new Pool({ connectionString: server.url, ...config })
      pool.on('error', () => {})
      pools.push(pool)
      return pool
    },
    async close() {
      await Promise.all(pools.map((pool) => pool.end()))
      await server.stop()
    },
  }
}
