// A process that takes petitions and tells a subscriber of them: `tsx server.fixture.ts <file>`. It says what is done when it is.
import { appendFileSync, writeSync } from 'node:fs'
import { createPlatform } from '@redress/core'
import { testKeys } from '@redress/core/testing'
import { petition } from '@redress/petition'
import Database from 'libsql'
import { sqliteStore } from './store.js'
import { citizen, letter } from './town.fixture.js'

async function serve(file: string): Promise<void> {
  const platform = createPlatform({
    keys: testKeys,
    store: sqliteStore({ database: new Database(file) }),
    plugins: [petition()],
  })
  await platform.subscriptions.add({
    name: 'ledger',
    types: ['petition.complaint-filed', 'petition.complaint-registered'],
    pollEvery: 20,
    leaseFor: 300,
    // What another system would keep: written before the event counts as done with.
    handle: ({ stream, version }) => appendFileSync(`${file}.ledger`, `${stream} ${version}\n`),
  })
  const { complaint } = platform.petition
  for (;;) {
    const { id } = await complaint.file(letter, citizen)
    writeSync(1, `${id} 1\n`)
    await complaint.register(id, {}, { kind: 'system', id: 'host' })
    writeSync(1, `${id} 2\n`)
  }
}

const [, script = '', file] = process.argv
if (script.endsWith('server.fixture.ts') && file !== undefined) await serve(file)
