import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { memoryStore, type Store } from '@redress/core'
import { postgresStore } from '@redress/postgres'
import { sqliteStore } from '@redress/sqlite'
import Database from 'libsql'
import { Pool } from 'pg'

export interface Opened {
  readonly store: Store
  /** Where the city is kept, as a sentence for people. */
  readonly kept: string
  /** Where the demonstration keys are kept; nowhere if the city is not. */
  readonly keyFile: string | undefined
  readonly close: () => Promise<void>
  /** The folder for reports and charts, if one was named. */
  readonly reports: string | undefined
}

/**
 * One file beside the program, a server named by `REDRESS_PG_URL`, or nothing that lasts with `--memory`. `--reports` names a folder for the
 * annual report and its charts.
 */
export async function openStore(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<Opened> {
  const options = {
    memory: { type: 'boolean' },
    file: { type: 'string' },
    reports: { type: 'string' },
  } as const
  const { values } = parseArgs({ args: [...args], options })
  const { reports } = values
  if (values.memory === true) {
    const kept = 'Nothing of it is kept.'
    return { store: memoryStore(), kept, keyFile: undefined, close: async () => {}, reports }
  }

  const url = env.REDRESS_PG_URL
  if (url !== undefined && url !== '') {
    const client = new Pool({ connectionString: url })
    client.on('error', (error) => console.error(error))
    const store = postgresStore({ client, schema: 'huaian' })
    return {
      store,
      kept: 'The city is kept in the schema "huaian" of the server; the next run goes on from there.',
      keyFile: fileURLToPath(new URL('../server.keys.json', import.meta.url)),
      async close() {
        store.close()
        await client.end()
      },
      reports,
    }
  }

  const file = values.file ?? fileURLToPath(new URL('../city.db', import.meta.url))
  const database = new Database(file)
  // The story can be told again: a power cut may take its last minute.
  const store = sqliteStore({ database, synchronous: 'normal' })
  const kept = `The city is kept in ${relative('.', file)}; the next run goes on from there.`
  return {
    store,
    kept,
    keyFile: `${file.replace(/\.db$/, '')}.keys.json`,
    close: async () => void database.close(),
    reports,
  }
}
