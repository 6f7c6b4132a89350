// A process that takes petitions and tells a subscriber of them: `tsx server.fixture.ts <url> <schema> <ledger>`. It says what is done
// when it is.
import { appendFileSync, writeSync } from 'node:fs'
import { createPlatform } from '@redress/core'
import { testKeys } from '@redress/core/testing'
import { petition } from '@redress/petition'
import { Pool } from 'pg'
import { postgresStore } from './store.js'

export const letter = {
  channel: 'online',
  unit: 'office',
  title: '楼上漏水',
  text: '请派人维修',
  petitioners: [{ id: 'r-1', name: '王某' }],
} as const
export const citizen = { kind: 'resident', id: 'r-1' } as const
const callers = 8

async function serve(url: string, schema: string, ledger: string): Promise<void> {
  const client = new Pool({ connectionString: url, max: 6 })
  const platform = createPlatform({
    store: postgresStore({ client, schema }),
    plugins: [petition()],
    keys: testKeys,
  })
  await platform.subscriptions.add({
    name: 'ledger',
    types: ['petition.complaint-filed', 'petition.complaint-registered'],
    pollEvery: 20,
    leaseFor: 300,
    // What another system would keep: written before the event counts as done with.
    handle: ({ stream, version }) => appendFileSync(ledger, `${stream} ${version}\n`),
  })
  const { complaint } = platform.petition
  const call = async () => {
    for (;;) {
      const { id } = await complaint.file(letter, citizen)
      writeSync(1, `${id} 1\n`)
      await complaint.register(id, {}, { kind: 'system', id: 'host' })
      writeSync(1, `${id} 2\n`)
    }
  }
  await Promise.all(Array.from({ length: callers }, call))
}

const [, script = '', url, schema, ledger] = process.argv
if (script.endsWith('server.fixture.ts') && url !== undefined && schema !== undefined && ledger !== undefined)
  await serve(url, schema, ledger)
