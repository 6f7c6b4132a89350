import type { Officer } from '@redress/core'
import { type PostgresStore, postgresStore } from '@redress/postgres'
import { Pool } from 'pg'
import { redress } from '../../contenders/redress.js'
import { closing, opening } from './plan.js'

export type BenchPlatform = Awaited<ReturnType<typeof redress>>['platform']

/** The city on a schema of its own. */
export interface City {
  readonly schema: string
  readonly pool: Pool
  readonly store: PostgresStore
  /** Its clock stands at the close of the year. */
  readonly platform: BenchPlatform
  close(): Promise<void>
}

export async function openCity(url: string, schema: string): Promise<City> {
  const pool = new Pool({ connectionString: url, max: 8 })
  pool.on('error', () => {})
  const store = postgresStore({ client: pool, schema })
  let at = opening
  const { platform } = await redress(store, () => at)
  at = closing
  return {
    schema,
    pool,
    store,
    platform,
    async close() {
      store.close()
      await pool.end()
    },
  }
}

export const headOf = (unit: string): Officer => ({
  kind: 'officer',
  id: `head-${unit}`,
  unit,
  roles: ['head'],
})
