import { existsSync, readFileSync } from 'node:fs'
import type { Commit } from '@redress/core'
import Database from 'libsql'
import { expect, it } from 'vitest'
import { sqliteStore } from './store.js'
import { withFile } from './town.fixture.js'
import { view } from './writer.fixture.js'

/** Long ones reach into pages of their own. */
const lengths = [10, 900, 3000, 60_000]
const secret = (what: string, length: number): string => `${what}-${'秘'.repeat(length)}-end of ${what}`

function commitOf(expectedVersion: number, data: unknown, writer: string, cell: unknown): Commit {
  return {
    streams: lengths.map((length) => ({
      stream: `s${length}`,
      expectedVersion,
      events: [
        {
          type: 'test.happened',
          data,
          stream: `s${length}`,
          version: expectedVersion + 1,
          at: '2024-08-02T01:00:00.000Z',
          by: { kind: 'system' },
          hash: 'h',
        },
      ],
    })),
    rows: lengths.map((length) => ({ view: view.name, key: `k${length}`, row: { writer, version: 1 } })),
    cells: lengths.flatMap((length) => [
      { name: `removed/${length}`, value: cell === undefined ? undefined : secret('cell', length) },
      { name: `changed/${length}`, value: cell === undefined ? 'x' : secret('changed', length) },
    ]),
  }
}

it('what was removed, overwritten or pruned is in no page of the file after a checkpoint', () =>
  withFile(async (file) => {
    const database = new Database(file)
    const store = sqliteStore({ database })
    await store.prepare([view])
    for (const [n, length] of lengths.entries()) {
      const data = secret('event', length)
      await store.commit(commitOf(n, { data }, secret('row', length), 'there'))
    }
    const bytes = (): string => {
      database.exec('pragma wal_checkpoint(truncate)')
      expect(existsSync(`${file}-wal`) && readFileSync(`${file}-wal`).length > 0).toBe(false)
      return readFileSync(file).toString('utf8')
    }
    const before = bytes()
    for (const what of ['event', 'row', 'cell', 'changed']) expect(before).toContain(`end of ${what}`)

    const prune = lengths.map((length) => ({ stream: `s${length}`, until: lengths.length }))
    await store.commit({ ...commitOf(lengths.length, {}, 'x', undefined), prune })
    const after = bytes()
    for (const what of ['event', 'row', 'cell', 'changed']) {
      expect(after).not.toContain(`end of ${what}`)
      expect(after).not.toContain(`${what}-秘`)
    }
    expect(after).not.toContain('秘')
    database.close()
  }))
