import { PGlite } from '@electric-sql/pglite'
import { storeLaws } from '@redress/core/testing'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe, it } from 'vitest'
import type { PgliteClient, PgPool } from './client.js'
import { startPostgres } from './postgres-server.fixture.js'
import { type PostgresStore, postgresStore } from './store.js'

interface Contender {
  readonly title: string
  readonly open: () => Promise<{ readonly client: PgPool | PgliteClient; close(): Promise<void> }>
}

const contenders: readonly Contender[] = [
  {
    title: 'PGlite',
    async open() {
      const client = await PGlite.create()
      return { client, close: () => client.close() }
    },
  },
  {
    title: 'PostgreSQL',
    async open() {
      const server = process.env.REDRESS_PG_URL === undefined ? await startPostgres() : undefined
      const pool = new Pool({ connectionString: server?.url ?? process.env.REDRESS_PG_URL, max: 12 })
      pool.on('error', () => {})
      return {
        client: pool,
        async close() {
          await pool.end()
          await server?.stop()
        },
      }
    },
  },
]

describe.each(contenders)('the store on $title keeps the contract:', ({ open }) => {
  let server: Awaited<ReturnType<Contender['open']>>
  let stores: PostgresStore[] = []
  let count = 0
  beforeAll(async () => {
    server = await open()
  }, 60_000)
  afterAll(async () => {
    for (const store of stores) store.close()
    stores = []
    await server.close()
  }, 60_000)

  for (const law of storeLaws) {
    it(law.name, () =>
      law.run(async () => {
        count++
        const store = postgresStore({ client: server.client, schema: `law_${process.pid}_${count}` })
        stores.push(store)
        return store
      }),
    )
  }
})
