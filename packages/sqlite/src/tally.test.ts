import fc from 'fast-check'
import Database from 'libsql'
import { describe, expect, it } from 'vitest'
import { history, play } from '../../core/src/tally/history.fixture.js'
import { sqliteStore } from './store.js'
import { withFile } from './town.fixture.js'

describe('statistics on a file', () => {
  it('are what counting every case gives, whatever two connections do and count at once', async () => {
    await fc.assert(
      fc.asyncProperty(history, (one) =>
        withFile(async (file) => {
          const [first, second] = [new Database(file), new Database(file)]
          const storeOn = (database: typeof first) => sqliteStore({ database, synchronous: 'off' })
          try {
            const { tallies, expected } = await play(one, [storeOn(first), storeOn(second)])
            for (const tally of tallies) expect(tally).toEqual(expected)
          } finally {
            first.close()
            second.close()
          }
        }),
      ),
      { numRuns: 15 },
    )
  }, 60_000)
})
