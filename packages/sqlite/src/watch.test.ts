import type { Store } from '@redress/core'
import Database from 'libsql'
import { describe, expect, it } from 'vitest'
import { sqliteStore } from './store.js'
import { withFile } from './town.fixture.js'

const append = (store: Store, stream: string) =>
  store.commit({
    streams: [
      {
        stream,
        expectedVersion: 0,
        events: [
          {
            type: 't',
            data: {},
            stream,
            version: 1,
            at: '2024-08-02T01:00:00.000Z',
            by: { kind: 'system', id: 'x' },
            hash: 'h',
          },
        ],
      },
    ],
    rows: [],
  })

/** Resolves when it is called back; fails after a time. */
function bell(within: number) {
  let ring: () => void = () => {}
  const rung = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not woken in ${within} ms`)), within)
    ring = () => {
      clearTimeout(timer)
      resolve()
    }
  })
  return { ring: () => ring(), rung }
}

describe('who watches', () => {
  it('is woken by commits of other connections, and by own ones at once', () =>
    withFile(async (file) => {
      const [mine, others] = [new Database(file), new Database(file)]
      const store = sqliteStore({ database: mine, watchEvery: 20 })
      const other = sqliteStore({ database: others })
      await store.prepare([])
      await other.prepare([])
      const first = bell(5000)
      const stop = store.watch(first.ring)
      await append(other, 'a')
      await first.rung
      stop()

      // Long before it would look by itself.
      const patient = sqliteStore({ database: mine, watchEvery: 60_000 })
      const second = bell(5000)
      const stopSecond = patient.watch(second.ring)
      await append(patient, 'b')
      await second.rung
      stopSecond()
      mine.close()
      others.close()
    }))

  it('is not woken by cells and rows alone, nor when nothing happens', () =>
    withFile(async (file) => {
      const [mine, others] = [new Database(file), new Database(file)]
      const store = sqliteStore({ database: mine, watchEvery: 5 })
      const other = sqliteStore({ database: others })
      await store.prepare([])
      await other.prepare([])
      await append(other, 'before')
      let woken = 0
      const stop = store.watch(() => woken++)
      await other.writeCell('c', 1, 0)
      await store.writeCell('d', 1, 0)
      await new Promise((resolve) => setTimeout(resolve, 60))
      expect(woken).toBe(0)
      stop()
      mine.close()
      others.close()
    }))
})
