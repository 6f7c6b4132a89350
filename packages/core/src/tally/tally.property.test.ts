import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memoryStore } from '../store/memory.js'
import { history, play } from './history.fixture.js'

describe('whatever happens to the cases and whoever counts', () => {
  it('the tally is what counting every case gives', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (one) => {
        const store = memoryStore()
        const { tallies, expected } = await play(one, [store, store])
        for (const tally of tallies) expect(tally).toEqual(expected)
      }),
      { numRuns: 150 },
    )
  }, 60_000)
})
