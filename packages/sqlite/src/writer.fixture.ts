// A process that writes to a file, for the tests: `tsx writer.fixture.ts <file> <name> <commits>`. It says what is done when it is,
// and starts when there is a file `<file>.go`.
import { existsSync, writeSync } from 'node:fs'
import { isPlatformError, type PendingEvent, type Store, type ViewDefinition } from '@redress/core'
import Database from 'libsql'
import { sqliteStore } from './store.js'

export const view: ViewDefinition = {
  name: 'writer.counts',
  version: 1,
  lists: ['tags'],
  indexes: [
    { equal: ['writer'], sort: 'version' },
    { equal: ['tags'], sort: 'version' },
  ],
}

const at = '2024-08-02T01:00:00.000Z'
const by = { kind: 'system', id: 'writer' } as const
const event = (stream: string, version: number, writer: string): PendingEvent => ({
  type: 'writer.wrote',
  data: { writer, version, padding: '写'.repeat(200) },
  stream,
  version,
  at,
  by,
  hash: `${stream} ${version}`,
})

/** Appends one event to a stream of many writers, after everything that is there. */
async function appendShared(store: Store, stream: string, writer: string): Promise<number> {
  for (;;) {
    const version = (await store.read(stream)).length
    try {
      const events = [event(stream, version + 1, writer)]
      await store.commit({ streams: [{ stream, expectedVersion: version, events }], rows: [] })
      return version + 1
    } catch (error) {
      if (!(isPlatformError(error) && error.code === 'VERSION_CONFLICT')) throw error
    }
  }
}

/** Two events on the writer's own stream, its row and a key, all in one commit. */
async function appendOwn(store: Store, writer: string, n: number): Promise<void> {
  const events = [event(writer, 2 * n + 1, writer), event(writer, 2 * n + 2, writer)]
  await store.commit({
    streams: [{ stream: writer, expectedVersion: 2 * n, events }],
    rows: [{ view: view.name, key: writer, row: { writer, version: 2 * n + 2, tags: [`t${n}`] } }],
    request: { key: `${writer}-${n}`, fingerprint: String(n) },
  })
}

async function write(file: string, writer: string, commits: number): Promise<void> {
  // Written at once, so that a process that is killed has not kept it to itself.
  writeSync(1, 'up\n')
  while (!existsSync(`${file}.go`)) await new Promise((resolve) => setTimeout(resolve, 1))
  const database = new Database(file)
  const store = sqliteStore({ database })
  await store.prepare([view])
  writeSync(1, 'ready\n')
  for (let n = 0; n < commits; n++) {
    await appendOwn(store, writer, n)
    writeSync(1, `own ${2 * n + 2}\n`)
    if (n % 4 === 0) writeSync(1, `shared ${await appendShared(store, 'shared', writer)}\n`)
  }
  database.close()
}

const [, script = '', file, writer, commits] = process.argv
if (script.endsWith('writer.fixture.ts') && file !== undefined && writer !== undefined) {
  await write(file, writer, Number(commits))
}
